"""A mark in the schema by which ``leadkit check`` sees that a copy of it is stale, without making the schema."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from leadkit.digest import digest_of
from leadkit.model.fields import FILE

_MAKER = Path(__file__).with_name("schema.py")
_WRITTEN = re.compile(r'"\$comment": "leadkit schema ([0-9a-f]+)')


@cache
def stamp() -> str:
    """The mark of this leadkit's schema: a digest of the texts of its fields, and of what makes a schema of them."""
    lines = ((path.name, path.read_bytes().replace(b"\r\n", b"\n")) for path in (FILE, _MAKER))  # as git may write them
    return digest_of(lines)[:12]


def comment() -> str:
    """The mark as the schema bears it."""
    return f"leadkit schema {stamp()}; write it anew with: leadkit schema --out FILE"


def is_stamped(text: str) -> bool:
    """Whether the beginning of a file is that of a schema of leadkit's."""
    return _WRITTEN.search(text) is not None


def is_stale(text: str) -> bool:
    """Whether the beginning of a file is that of a schema of leadkit's, and of another than this leadkit's."""
    found = _WRITTEN.search(text)
    return found is not None and found[1] != stamp()
