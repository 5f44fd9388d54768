"""By which text of a program its service was made, wherever its folder stands."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.source import Source


def digest_of(source: Source, name: str) -> str:
    """A digest of the YAML of a program and of its bases, by the names of their folders.

    Args:
        source: The program.
        name: The name of its own folder.
    """
    digest = hashlib.sha256()
    for file, data in sorted(source.data.items()):
        folder = name if source.is_own(file) else Path(file).parent.name
        digest.update(f"{folder}/{Path(file).name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
    return digest.hexdigest()[:40]
