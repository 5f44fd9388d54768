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
from leadkit.source.whole import write_whole

NAME = "build.json"
VERSION = 1
"""The version of the file; a field is only ever added to a version."""


def written_before(out: Path) -> dict[str, Earlier]:
    """Each file that earlier builds wrote into a folder, by name; nothing where no list can be read."""
    try:
        listed = json.loads((out / NAME).read_text(encoding="utf-8"))
        kept = {name: Earlier(str(sha256)) for name, sha256 in listed.get("kept", {}).items()}
        files = [file for document in listed["documents"] for file in document["files"]]
        return {**kept, **{str(each["name"]): _earlier(each) for each in files}}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


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
        before: What earlier builds wrote; what this one did not write again stays listed under ``kept``.

    Returns:
        The finding that it could not be written; nothing where it was, or where no document was either.
    """
    if not any(each.files for each in results):
        return ()
    path = out / NAME
    made = {file.path.name for each in results for file in each.files}
    content = {
        "version": VERSION,
        "leadkit": version("leadkit"),
        "program": digest,
        "documents": list(map(_told, results)),
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
