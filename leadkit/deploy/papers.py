"""The papers of a program that its service shows: built anew, and listed with their hashes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents import build_standing
from leadkit.documents.tree.plain import inline_text
from leadkit.model.documents import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.deploy.compile.plain import Data
    from leadkit.documents import BuildResult
    from leadkit.model.standing import Standing

FOLDER = "documents"
_READERS = {Audience.PUBLIC: "public", Audience.RESTRICTED: "partners"}
_FORMATS = ("pdf", "html")


def built_papers(
    standing: Standing, documents: Sequence[str] = (), *, cores: int = 1
) -> tuple[dict[str, bytes], list[dict[str, Data]]]:
    """Build the papers that the public or the partners may read.

    What a privilege covers is no part of a service that several agencies use.

    Args:
        standing: The program on the day.
        documents: The papers, by kind or by what the program calls them; none for all.
        cores: On how many cores they may be printed side by side.

    Returns:
        The bytes of each file by its path in the project, and the list of them.
    """
    with tempfile.TemporaryDirectory(prefix="leadkit-papers-") as folder:
        results = build_standing(standing, documents, _FORMATS, Path(folder), cores=cores)
        files: dict[str, bytes] = {}
        listed: list[dict[str, Data]] = []
        for result in results:
            for path, entry in _told(result):
                files[f"{FOLDER}/{path.name}"] = path.read_bytes()
                listed.append(entry)
    return files, sorted(listed, key=lambda entry: str(entry["file"]))


def _told(result: BuildResult) -> list[tuple[Path, dict[str, Data]]]:
    tree = result.document_tree
    readers = _READERS.get(Audience(tree.audience)) if tree else None
    if tree is None or readers is None:
        return []
    return [
        (
            file.path,
            {
                "id": tree.id,
                "title": tree.cover.title,
                "status": inline_text(tree.cover.status),
                "file": f"{FOLDER}/{file.path.name}",
                "format": file.format,
                "sha256": file.sha256,
                "audience": readers,
                "language": tree.language,
            },
        )
        for file in result.files
    ]
