"""Files put in their places, each whole or not at all."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.diagnostic.own import not_written
from leadkit.documents.codes import IN_THE_PLACE
from leadkit.source.links import is_link
from leadkit.source.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from leadkit.diagnostic import Diagnostic

_CLOSE_IT = "Close the file where it is open, or choose another folder with --out."


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was made.

    Attributes:
        path: Where it is.
        format: How its name ends, such as ``docx``.
        sha256: Hash of its bytes.
        size: Its length in bytes.
        made_from: A digest of what it was made from (``made_from``).
    """

    path: Path
    format: str
    sha256: str
    size: int
    made_from: str = ""


def put(path: Path, content: bytes, *, overwrite: bool = True, lasting: bool = True) -> Written | Diagnostic:
    """Put a file in its place, and make the folder where it is missing.

    Args:
        path: Its place.
        content: What it holds.
        overwrite: Whether a file that is there with another content is written over.
        lasting: Whether it must outlast a power failure; what can be made again need not.

    Returns:
        The file, or why it is not there.
    """
    try:
        there = path.read_bytes() if path.exists() else None
        if not overwrite and there not in (None, content):
            return IN_THE_PLACE.at(
                message=f"{path.as_posix()} is there already with other words, and is left as it is.",
                remedy="Move it, or give it another name; or overwrite it with --overwrite.",
            )
        if there != content or is_link(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content, lasting=lasting)
    except OSError as error:
        return not_written(path, error, _CLOSE_IT)
    return Written(path, path.suffix.removeprefix("."), hashlib.sha256(content).hexdigest(), len(content))


def as_json(content: Mapping[str, object]) -> bytes:
    """A list or a record as a file of JSON."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
