"""What an earlier build listed in ``signing.json``, taken over only where it is of the shape that leadkit writes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from leadkit.documents.records import Record
from leadkit.documents.tree.inline import Writes

_TEXT, _TEXT_OR_NONE, _WHOLE, _YES_OR_NO = (str,), (str, type(None)), (int,), (bool,)
_DOCUMENT: Mapping[str, Collection[type]] = {
    "document": _TEXT, "title": _TEXT, "audience": _TEXT_OR_NONE, "on": _TEXT, "status": _TEXT,
    "version": _TEXT_OR_NONE, "fingerprint": _TEXT, "electronic": (bool, type(None)),
}  # fmt: skip
_FILE: Mapping[str, Collection[type]] = {"name": _TEXT, "format": _TEXT, "sha256": _TEXT, "bytes": _WHOLE}
_SIGNATURE: Mapping[str, Collection[type]] = {
    "order": _WHOLE, "kind": _TEXT, "anchor": _TEXT, "role": _TEXT_OR_NONE, "person": _TEXT_OR_NONE,
    "party": _TEXT_OR_NONE, "agency": _TEXT_OR_NONE, "capacity": _TEXT_OR_NONE, "signed": _YES_OR_NO,
    "lines": (list,), "field": _TEXT_OR_NONE,
}  # fmt: skip
_WRITTEN = frozenset(each.value for each in Writes)


def ours(entries: Iterable[Record]) -> Iterator[Record]:
    """The entries that leadkit can have written; whoever sends documents out to be signed goes by them.

    An entry that lacks something is dropped whole, for half a list of signatures is worse than none; what a document
    does not have is left out of one that is kept.
    """
    for entry in entries:
        document = _kept(entry, _DOCUMENT)
        files = _all(entry.get("files"), _FILE)
        signatures = _signatures(entry.get("signatures"))
        if document is not None and files and signatures:
            yield {**document, "files": files, "signatures": signatures}


def _signatures(listed: object) -> list[Record] | None:
    found = _all(listed, _SIGNATURE)
    return found if found is not None and all(map(_is_place, found)) else None


def _is_place(signature: Record) -> bool:
    """Whether only what somebody can write is written there."""
    lines = signature["lines"]
    written = [signature["kind"], *lines] if isinstance(lines, list) else []
    return bool(written) and all(isinstance(each, str) and each in _WRITTEN for each in written)


def _all(listed: object, shape: Mapping[str, Collection[type]]) -> list[Record] | None:
    """Every item of a list; None where one is of another shape."""
    if not isinstance(listed, list):
        return None
    found = [_kept(each, shape) for each in listed]
    return None if None in found else [each for each in found if each is not None]


def _kept(told: object, shape: Mapping[str, Collection[type]]) -> Record | None:
    if not isinstance(told, dict) or any(name not in told or type(told[name]) not in shape[name] for name in shape):
        return None
    return {name: told[name] for name in shape}
