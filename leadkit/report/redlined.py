"""What differs between two versions of a document, and where it was written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from leadkit.documents.compare.comparison import Change
from leadkit.documents.tree.plain import inline_text
from leadkit.report import written
from leadkit.report.json import JSON_VERSION
from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from leadkit.documents.compare.comparison import ClauseChange, Comparison
    from leadkit.documents.redline.writing import Redline


def render_text(done: Redline, files: Mapping[str, str], *, colour: bool = False) -> str:
    """The findings, the files written, and how many clauses differ."""
    lines = [written.render_text(done, files, colour=colour)]
    if done.comparison is not None:
        lines.append(f"{' '.join(_told(done.comparison))}\n")
    return "".join(lines)


def _told(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    if old.cover.on == new.cover.on:  # two folders: the day tells them not apart
        yield f"{clean(old.id)} in OLD, compared with {clean(new.id)} in NEW, both as of {new.cover.on}:"
    else:
        yield f"{clean(old.id)} as of {old.cover.on}, compared with {clean(new.id)} as of {new.cover.on}:"
    counts = dict.fromkeys((Change.ADDED, Change.REMOVED, Change.CHANGED), 0)
    for clause in comparison.changed:
        counts[clause.change] += 1
    if comparison.changed:
        clauses = "clause" if sum(counts.values()) == 1 else "clauses"
        yield ", ".join(f"{count} {change.value}" for change, count in counts.items() if count) + f" {clauses}."
    elif comparison.cover:
        yield "the clauses have the same words; the cover differs."
    else:
        yield "both have the same words."


def render_json(done: Redline) -> str:
    """The same as one JSON object, with each clause that differs and the fields that made it differ."""
    body: dict[str, object] = {"version": JSON_VERSION, "old": None, "new": None, "clauses": [], "cover": []}
    if done.comparison is not None:
        body["old"], body["new"] = (
            {"document": each.id, "on": each.cover.on.isoformat()}
            for each in (done.comparison.old, done.comparison.new)
        )
        body["clauses"] = [_plain(each) for each in done.comparison.changed]
        body["cover"] = [
            {"line": each.label, "old": inline_text(each.old), "new": inline_text(each.new)}
            for each in done.comparison.cover
        ]
    return json.dumps({**body, **written.plain(done)}, ensure_ascii=False, indent=2) + "\n"


def _plain(clause: ClauseChange) -> dict[str, object]:
    fields = [
        {
            "path": each.path, "old": each.old, "new": each.new, "commit": each.commit or None,
            "author": each.author or None, "date": each.date or None,
        }
        for each in clause.fields
    ]  # fmt: skip
    return {"clause": clause.id, "change": clause.change.value, "fields": fields}
