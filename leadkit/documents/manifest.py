"""``build.json``: what a build made, from what, and what it refused."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.documents.building import BuildResult, Earlier
from leadkit.documents.placing import as_json, put
from leadkit.documents.records import entries_of, files_of, left_of, read_record
from leadkit.documents.tree.plain import inline_text

NAME = "build.json"
VERSION = 1
"""The version of the file; a field is only ever added to a version."""


def written_before(out: Path) -> dict[str, Earlier]:
    """Each file in a folder that may be overwritten, by name; nothing where no list can be read.

    It is what earlier builds wrote, or what ``leadkit review`` took in as it stands there now.
    """
    listed = read_record(out / NAME)
    kept, reviewed = (listed.get(name) for name in ("kept", "reviewed"))
    before = {name: Earlier(str(sha256)) for name, sha256 in kept.items()} if isinstance(kept, dict) else {}
    files = (file for entry in entries_of(listed, "documents") for file in files_of(entry))
    before |= {str(each["name"]): _earlier(each) for each in files}
    taken_in = reviewed.items() if isinstance(reviewed, dict) else ()
    return before | {name: Earlier(sha256) for name, sha256 in taken_in if sha256 == _digest(out, name)}


def _earlier(file: Mapping[str, object]) -> Earlier:
    return Earlier(str(file["sha256"]), str(file.get("made_from", "")))


def note_reviewed(out: Path, content: bytes, document: str) -> Diagnostic | None:
    """Note that the edits of a returned file were taken in, where it stands in the place of the built one.

    Args:
        out: The folder of the documents.
        content: The bytes of the returned file.
        document: Its document.

    Returns:
        None, or the finding that it could not be noted.
    """
    name, digest = f"{document}.docx", hashlib.sha256(content).hexdigest()
    listed = read_record(out / NAME)
    if not listed or _digest(out, name) != digest:
        return None
    reviewed = listed.get("reviewed")
    listed["reviewed"] = {**(reviewed if isinstance(reviewed, dict) else {}), name: digest}
    placed = put(out / NAME, as_json(listed))
    return placed if isinstance(placed, Diagnostic) else None


def _digest(out: Path, name: str) -> str:
    """The SHA-256 of a file directly in a folder; empty where there is none."""
    try:
        return hashlib.sha256((out / name).read_bytes()).hexdigest() if Path(name).name == name else ""
    except OSError:
        return ""


def write_manifest(
    results: Sequence[BuildResult], digest: str, out: Path, before: Mapping[str, Earlier]
) -> tuple[Diagnostic, ...]:
    """Write the list of a program's documents beside them.

    Args:
        results: What became of each document.
        digest: SHA-256 of the program's YAML.
        out: The folder of the documents.
        before: What earlier builds wrote; what this one did not write again stays listed under ``kept``, and with
            what was told of it under ``earlier``.

    Returns:
        The finding that it could not be written; nothing where it was, or where no document was either.
    """
    if not any(each.files for each in results):
        return ()
    path = out / NAME
    made = {file.path.name for each in results for file in each.files}
    earlier = read_record(path)
    content = {
        "version": VERSION,
        "leadkit": version("leadkit"),
        "program": digest,
        "documents": list(map(_told, results)),
        "earlier": list(left_of([*entries_of(earlier, "documents"), *entries_of(earlier, "earlier")], made)),
        "kept": {name: each.sha256 for name, each in sorted(before.items()) if name not in made},
    }
    placed = put(path, as_json(content))
    return (placed,) if isinstance(placed, Diagnostic) else ()


def _told(result: BuildResult) -> dict[str, object]:
    tree = result.document_tree
    return {
        "document": result.document,
        "language": tree.language if tree else None,
        "without": list(result.without),
        "on": result.on.isoformat(),
        "templates": tree.digest if tree else None,
        "fingerprint": tree.cover.fingerprint if tree else None,
        "status": inline_text(tree.cover.status) if tree else None,
        "version": inline_text(tree.cover.version) or None if tree else None,
        "cites": dict(tree.cites) if tree else {},
        "letterhead": hashlib.sha256(tree.letterhead).hexdigest() if tree and tree.letterhead else None,
        "files": [
            {
                "name": each.path.name,
                "format": each.format,
                "sha256": each.sha256,
                "bytes": each.size,
                "made_from": each.made_from,
            }
            for each in result.files
        ],
        "refused": [{"part": each.part or None, "reason": each.reason} for each in result.refused],
    }
