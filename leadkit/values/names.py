"""Names that stand as ids and as folders: small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60
_NO_FOLDER = re.compile(
    r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?"  # devices, whatever their ending
    r"|.*[<>:\"|?*\\\x00-\x1f].*"
    r"|.*[. ]",
    re.IGNORECASE | re.DOTALL,
)
_NO_ID = re.compile(r"notes|versions|effective_from|effective_until|x-.*", re.IGNORECASE | re.DOTALL)


def is_no_folder(name: str) -> bool:
    """Whether no folder has this name on Windows; other systems and git have folders of any name."""
    return _NO_FOLDER.fullmatch(name) is not None


def is_reserved(name: str) -> bool:
    """Whether a name may not be an id: it would be read as something else, or no page could have it on Windows."""
    return _NO_ID.fullmatch(name) is not None or is_no_folder(name)


def slug_of(name: str) -> str:
    """The id that a name gives, always the same; empty where it has no letter or digit of the Latin alphabet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))[:_LONGEST].strip("-")
    return f"entry-{slug}" if is_reserved(slug) else slug
