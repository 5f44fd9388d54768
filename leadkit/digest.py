"""A digest of what was read, made of nothing that takes time to import: the cache asks for it before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def digest_of(files: Iterable[tuple[str, bytes | None]]) -> str:
    """A digest of files by name and bytes, in the order given; a file without bytes was refused."""
    from _blake2 import blake2b  # hashlib would load OpenSSL for it

    digest = blake2b(digest_size=20)
    for name, data in files:
        size = "refused" if data is None else len(data)
        digest.update(f"{name}\0{size}\0".encode("utf-8", "surrogatepass"))
        digest.update(data or b"")
    return digest.hexdigest()
