"""``signing.json``: the places to sign in the documents of a program, for whoever sends them out to be signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.documents.building import BuildResult
from leadkit.documents.placing import as_json, put
from leadkit.documents.records import entries_of, files_of, left_of, read_record
from leadkit.documents.signing.earlier import ours
from leadkit.documents.signing.places import Place, places
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.plain import inline_text

NAME = "signing.json"
VERSION = 1
"""The version of the file; a field is only ever added to a version."""


def write_signing(results: Sequence[BuildResult], out: Path) -> tuple[Diagnostic, ...]:
    """Write the list of places to sign beside the documents.

    What an earlier build listed stays listed for the files that this one did not write again, where it has the shape
    that leadkit writes. Where nothing is signed there is no list.

    Returns:
        The finding that it could not be written; nothing where it was.
    """
    made = {file.path.name for each in results for file in each.files}
    if not made:
        return ()
    made_now = [entry for each in results if (entry := _told(each))]
    before = list(ours(entries_of(read_record(out / NAME), "documents")))
    listed = _together([*made_now, *left_of(before, made)])
    path = out / NAME
    if not listed and not path.exists():
        return ()
    told = {"version": VERSION, "documents": sorted(listed, key=_place_in_list)}
    placed = put(path, as_json(told))
    return (placed,) if isinstance(placed, Diagnostic) else ()


def _together(entries: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """The formats of one text under one entry, also those of an earlier build."""
    found: list[dict[str, object]] = []
    for entry in entries:
        same = next((each for each in found if {**each, "files": 0} == {**entry, "files": 0}), None)
        if same is None:
            found.append(dict(entry))
        else:
            same["files"] = [*files_of(same), *files_of(entry)]
    return found


def _place_in_list(entry: Mapping[str, object]) -> tuple[str, str]:
    return str(entry.get("document")), str(entry.get("fingerprint"))


def _told(result: BuildResult) -> dict[str, object] | None:
    """A document that was written and is signed somewhere."""
    document = result.document_tree
    found = places(document) if document and result.files else ()
    return _entry(result, document, found) if document and found else None


def _entry(result: BuildResult, document: Document, found: Sequence[Place]) -> dict[str, object]:
    return {
        "document": document.id,
        "title": document.cover.title,
        "audience": document.audience,
        "on": document.cover.on.isoformat(),
        "status": inline_text(document.cover.status),
        "version": inline_text(document.cover.version) or None,
        "fingerprint": document.cover.fingerprint,
        "electronic": document.electronic,
        "files": [
            {"name": each.path.name, "format": each.format, "sha256": each.sha256, "bytes": each.size}
            for each in result.files
        ],
        "signatures": [_signature(order, each) for order, each in enumerate(found, start=1)],
    }


def _signature(order: int, place: Place) -> dict[str, object]:
    return {
        "order": order,
        "kind": place.kind.value,
        "anchor": place.anchor,
        "role": place.role or None,
        "person": place.person or None,
        "party": place.party or None,
        "agency": place.agency or None,
        "capacity": place.capacity or None,
        "signed": place.signed,
        "lines": [each.value for each in place.lines],
        "field": place.field or None,
    }
