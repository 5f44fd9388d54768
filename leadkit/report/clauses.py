"""The clauses of a document as they can be changed: id, title, status, alternates."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from leadkit.documents.library import alternates, default_root
from leadkit.documents.overrides.file import parent_hash
from leadkit.report.json import JSON_VERSION
from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadkit.documents.library import Library
    from leadkit.documents.paper import Paper
    from leadkit.documents.template.clause_file import ClauseFile

_VALUE = re.compile(r"\{\{.*?\}\}")


def render_text(library: Library, paper: Paper) -> str:
    """Each article with its clauses; below a clause, its alternates and when each is chosen."""
    lines: list[str] = []
    for article in library.outline.articles if library.outline else ():
        lines += ["", clean(article.title)]
        for clause in (library.clauses[id_] for id_ in article.clauses):
            lines.append(f"  {clause.id:<24} {clean(_title(clause))} ({clause.status})")
            lines += [f"    {name}: {clean(other.why)}" for name, other in _others(paper, clause)]
    return "\n".join(lines[1:]) + "\n"


def render_json(library: Library, paper: Paper) -> str:
    """The same for programs, with the hash of each clause."""
    listed = [
        {
            "clause": clause.id,
            "article": article.id,
            "title": clause.title,
            "status": clause.status,
            "file": clause.file,
            "hash": parent_hash(clause),
            "alternates": {name: other.why for name, other in _others(paper, clause)},
        }
        for article in (library.outline.articles if library.outline else ())
        for clause in (library.clauses[id_] for id_ in article.clauses)
    ]
    body = {"version": JSON_VERSION, "document": paper.id, "kind": paper.printer, "clauses": listed}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _title(clause: ClauseFile) -> str:
    return _VALUE.sub("…", clause.title)


def _others(paper: Paper, clause: ClauseFile) -> Iterator[tuple[str, ClauseFile]]:
    yield from alternates(paper.printer, default_root(), clause.id).items()
