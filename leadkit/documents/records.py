"""The lists that a build leaves beside its documents, read again: whatever stands in them is checked first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from leadkit.source.links import is_link

_LARGEST = 20_000_000
"""More bytes than the list of any program's documents has."""

Record = dict[str, object]


class NoRecordError(Exception):
    """A file is there and is no list of a build."""


def read_record(path: Path) -> Record:
    """What stands in a list; nothing where there is none, or where it is no list.

    Whoever builds writes it anew, so what cannot be read is no loss; ``read_record_or_say`` is for those who only read.
    """
    try:
        return read_record_or_say(path) or {}
    except NoRecordError:
        return {}


def read_record_or_say(path: Path) -> Record | None:
    """What stands in a list; None where there is none.

    Raises:
        NoRecordError: It cannot be read, or is no list of a build; the message says why, in words.
    """
    if is_link(path):
        raise NoRecordError("it is a link, and links are not followed")
    try:
        with path.open("rb") as file:
            written = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError:
        raise NoRecordError("it cannot be read") from None
    if len(written) > _LARGEST:
        raise NoRecordError("it is too large")
    try:
        content = json.loads(written.decode("utf-8"))
    except (ValueError, RecursionError):
        raise NoRecordError("it is not written in JSON") from None
    if not isinstance(content, dict) or not isinstance(content.get("documents"), list):
        raise NoRecordError("it lists no documents")
    return content


def entries_of(record: Record, name: str) -> list[Record]:
    """The entries of a list in a record that have files; whatever else stands there is passed over."""
    listed = record.get(name)
    return [each for each in listed if isinstance(each, dict) and files_of(each)] if isinstance(listed, list) else []


def files_of(entry: Record) -> list[Record]:
    """The files of an entry, each with a name in the folder itself, and a hash."""
    files = entry.get("files")
    return [each for each in files if _is_file(each)] if isinstance(files, list) else []


def _is_file(told: object) -> bool:
    if not isinstance(told, dict):
        return False
    name, digest = told.get("name"), told.get("sha256")
    return isinstance(name, str) and isinstance(digest, str) and bool(name) and Path(name).name == name != ".."


def left_of(entries: list[Record], made: Collection[str]) -> Iterator[Record]:
    """What remains of earlier entries: their files that were not written again, each file once."""
    seen = set(made)
    for entry in entries:
        files = [each for each in files_of(entry) if each["name"] not in seen]
        seen.update(str(each["name"]) for each in files)
        if files:
            yield {**entry, "files": files}
