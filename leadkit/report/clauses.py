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
    from leadkit.documents.overrides.deviation import Deviation
    from leadkit.documents.paper import Paper
    from leadkit.documents.template.clause_file import ClauseFile
    from leadkit.documents.tree.document import Document

_VALUE = re.compile(r"\{\{.*?\}\}")


def render_text(library: Library, paper: Paper, document: Document | None) -> str:
    """Each article with its clauses, those that are changed already marked; below a clause, its alternates.

    Args:
        library: The clauses, with the overrides laid over them.
        paper: The document.
        document: It as it prints, from which the numbers are; None where it does not compose.
    """
    numbers, changed = _numbers(document), _changed(library)
    lines: list[str] = []
    for article in library.outline.articles if library.outline else ():
        lines += ["", clean(article.title)]
        for clause in (library.clauses[id_] for id_ in article.clauses):
            number = f"{numbers.get(clause.id, ''):<6} " if numbers else ""
            lines.append(f"  {number}{clause.id:<24} {clean(_title(clause))} ({clause.status})")
            lines += [f"    changed by {clean(each.override.file)}" for each in changed.pop(clause.id, ())]
            lines += [f"    {name}: {clean(other.why)}" for name, other in _others(paper, clause)]
    for id_, found in changed.items():
        lines += ["", *(f"{id_}: taken out by {clean(each.override.file)}" for each in found)]
    return "\n".join(lines[1:]) + "\n"


def render_json(library: Library, paper: Paper, document: Document | None) -> str:
    """The same for programs, with the hash of each clause; without those that are taken out."""
    numbers, changed = _numbers(document), _changed(library)
    listed = [
        {
            "clause": clause.id,
            "article": article.id,
            "number": numbers.get(clause.id) or None,
            "title": clause.title,
            "status": clause.status,
            "file": clause.file,
            "hash": parent_hash(clause),
            "overrides": [each.override.file for each in changed.get(clause.id, ())],
            "alternates": {name: other.why for name, other in _others(paper, clause)},
        }
        for article in (library.outline.articles if library.outline else ())
        for clause in (library.clauses[id_] for id_ in article.clauses)
    ]
    body = {"version": JSON_VERSION, "document": paper.id, "kind": paper.printer, "clauses": listed}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _numbers(document: Document | None) -> dict[str, str]:
    """The number of the first section of each clause that prints."""
    articles = document.articles if document else ()
    return {each.id: each.sections[0].number for article in articles for each in article.clauses if each.sections}


def _changed(library: Library) -> dict[str, list[Deviation]]:
    """The overrides of each clause, the lowest layer first."""
    found: dict[str, list[Deviation]] = {}
    for each in library.deviations:
        found.setdefault(each.clause, []).append(each)
    return found


def _title(clause: ClauseFile) -> str:
    return _VALUE.sub("…", clause.title)


def _others(paper: Paper, clause: ClauseFile) -> Iterator[tuple[str, ClauseFile]]:
    yield from alternates(paper.printer, default_root(), clause.id).items()
