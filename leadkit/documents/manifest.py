"""``build.json``: what a build made, from what, and what it refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.diagnostic.own import not_written
from leadkit.documents.building import CLOSE_IT, BuildResult, Earlier
from leadkit.documents.records import entries_of, files_of, left_of, read_record
from leadkit.documents.tree.plain import inline_text
from leadkit.source.whole import write_whole

NAME = "build.json"
VERSION = 1
"""The version of the file; a field is only ever added to a version."""


def written_before(out: Path) -> dict[str, Earlier]:
    """Each file that earlier builds wrote into a folder, by name; nothing where no list can be read."""
    listed = read_record(out / NAME)
    kept = listed.get("kept")
    before = {name: Earlier(str(sha256)) for name, sha256 in kept.items()} if isinstance(kept, dict) else {}
    files = (file for entry in entries_of(listed, "documents") for file in files_of(entry))
    return {**before, **{str(each["name"]): _earlier(each) for each in files}}


def _earlier(file: Mapping[str, object]) -> Earlier:
    return Earlier(str(file["sha256"]), str(file.get("made_from", "")))


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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    except OSError as error:
        return (not_written(path, error, CLOSE_IT),)
    return ()


def _told(result: BuildResult) -> dict[str, object]:
    tree = result.document_tree
    return {
        "document": result.document,
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
