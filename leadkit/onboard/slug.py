"""A name as an id and as the name of a folder: small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_LONGEST = 60
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?"  # devices, whatever their ending
    r"|.*[<>:\"|?*\\\x00-\x1f].*"
    r"|.*[. ]",
    re.IGNORECASE | re.DOTALL,
)


def is_reserved(name: str) -> bool:
    """Whether no folder has this name on Windows; other systems and git have folders of any name."""
    return _RESERVED.fullmatch(name) is not None


def slug_of(name: str, taken: Container[str] = ()) -> str:
    """The slug of a name, with a number where another thing has it already."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")
    slug = slug if slug and not is_reserved(slug) else f"{slug}-program".lstrip("-")
    number = 2
    found = slug
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found
