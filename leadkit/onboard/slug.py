"""A name as an id and as the name of a folder: small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_LONGEST = 60
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names of devices, which no folder has on Windows, whatever their ending."""


def slug_of(name: str, taken: Container[str] = ()) -> str:
    """The slug of a name, with a number where another thing has it already."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")
    slug = slug if slug and not DEVICE.fullmatch(slug) else f"{slug}-program".lstrip("-")
    number = 2
    found = slug
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found
