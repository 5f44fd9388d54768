"""What a returned file changes in a program, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.overrides.file import OverrideKind
from leadkit.documents.overrides.layer import PARENTS
from leadkit.report import text
from leadkit.report.json import JSON_VERSION, finding
from leadkit.report.report import Report, counted
from leadkit.report.terminal import Paint, clean
from leadkit.source.text import LINE_BREAK

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.returned.proposal import Origin, Review, ValueEdit, WordsEdit
    from leadkit.documents.returned.since import Since

_KINDS = {
    OverrideKind.REPLACE: "reworded", OverrideKind.INSERT_AFTER: "new", OverrideKind.REMOVE: "taken out",
}  # fmt: skip
_COLOURS = {"+": "green", "-": "red"}


def render(review: Review, *, colour: bool) -> str:
    """What is proposed, with the lines that change in each file, and what has to be done by hand."""
    paint = Paint(colour)
    lines = [*_head(review, paint), *_values(review, paint), *_words(review, paint), *_questions(review, paint)]
    printed = "".join(f"{line}\n" for line in lines)
    if review.after:
        printed += "\n" + "".join(f"{_painted(line, paint)}\n" for line in _changes(review))
    if review.findings:
        printed += "\n" + text.render(Report(review.findings, colour=colour))
    return printed


def render_json(review: Review, trouble: Diagnostic | None, *, written: bool) -> str:
    """The same as one JSON object."""
    content = {
        "version": JSON_VERSION,
        "document": review.document or None,
        "written": written,
        "since": _since_json(review.since) if review.since else None,
        "values": [_value_json(each) for each in review.values],
        "words": [_words_json(each) for each in review.words],
        "questions": [
            {"path": one.path, "question": one.text, "owner": one.owner, "place": one.place} for one in review.questions
        ],
        "files": [
            {"path": path.as_posix(), "new": review.before[path] is None, "diff": list(_diff(review, path))}
            for path in review.after
        ],
        "findings": [finding(one) for one in (*((trouble,) if trouble else ()), *review.findings)],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _head(review: Review, paint: Paint) -> Iterator[str]:
    if not review.document:
        return
    if review.since:
        yield _since(review.since)
    if not review.proposes and not review.findings:
        yield f"Nothing to take in: {clean(review.document)} holds no edit that the program does not print."
    elif review.edited:
        yield paint.bold(f"{clean(review.document)}: {counted(review.edited, 'clause')} edited.")


def _since(since: Since) -> str:
    """Whether the program still prints what the file was printed from."""
    if since.is_same:
        return "The program still prints what this file was printed from."
    told = [
        f"{counted(len(found), 'clause')} {said} ({clean('; '.join(found))})"
        for found, said in (
            (since.changed, "changed"), (since.added, "came"), (since.removed, "went"),
        )
        if found
    ]  # fmt: skip
    what = ", ".join(told) or "no clause changed, but the cover or the order and the numbers of clauses did"
    return (
        f"The program has changed since this file was printed: {what}. "
        "Edits are laid on the text as it is now, clause by clause."
    )


def _values(review: Review, paint: Paint) -> Iterator[str]:
    for each in review.values:
        yield ""
        yield f"{paint.bold(clean(each.path))}: {clean(each.was)} → {clean(each.now)}"
        yield f"    {clean(each.place)}: “{clean(each.printed)}” became “{clean(each.words)}”. {_origin(each.origin)}"
        if each.elsewhere:
            yield f"    It changes too: {clean('; '.join(each.elsewhere))}; and every other document that prints it."


def _words(review: Review, paint: Paint) -> Iterator[str]:
    for each in review.words:
        yield ""
        yield f"{paint.bold(clean(each.place))}: {_KINDS[each.kind]}, in {clean(each.file)}"
        yield f"    {_origin(each.origin)}"
        if each.before:
            yield f"    It was printed by {clean(each.before)}."
        if each.flat:
            yield "    Written out: it says the same from now on, whatever the program says."
        if each.unbound:
            yield "    It binds nobody: only the parts bind that agreement.binding lists."
            yield f"    If it is to bind, add {clean(each.clause)} to agreement.binding.clauses."
        if each.frozen:
            shown = "; ".join(f"“{clean(one)}”" for one in dict.fromkeys(each.frozen))
            yield f"    Words from now on, which do not follow the program: {shown}."


def _questions(review: Review, paint: Paint) -> Iterator[str]:
    for each in review.questions:
        yield ""
        yield f"{paint.bold(f'open.{clean(each.path)}')}: {clean(each.text)}"
        yield f"    Asked by {clean(each.owner)} on {clean(each.place)}."


def _origin(origin: Origin) -> str:
    return f"{clean(origin.by)}, {origin.on.isoformat()}. {clean(origin.reason)}"


def _changes(review: Review) -> Iterator[str]:
    for path in review.after:
        if _is_kept_text(review, path):
            yield f"--- {path.as_posix()} (new): the text that the clause was made from"
        else:
            yield from _diff(review, path)


def _is_kept_text(review: Review, path: Path) -> bool:
    """Whether a file is new and keeps a text of leadkit's own, which nobody has to read again."""
    return path.parent.name == PARENTS and review.before[path] is None


def _diff(review: Review, path: Path) -> Iterator[str]:
    name, was = path.as_posix(), review.before[path]
    return unified_diff(
        [] if was is None else _lines(was), _lines(review.after[path]), "(new)" if was is None else name, name,
        lineterm="",
    )  # fmt: skip


def _lines(data: bytes) -> list[str]:
    return LINE_BREAK.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))


def _painted(line: str, paint: Paint) -> str:
    colour = _COLOURS.get(line[:1])
    return paint.colour(clean(line), colour) if colour else clean(line)


def _since_json(since: Since) -> dict[str, object]:
    return {
        "same": since.is_same, "changed": list(since.changed), "added": list(since.added),
        "removed": list(since.removed),
    }  # fmt: skip


def _value_json(each: ValueEdit) -> dict[str, object]:
    return {
        "path": each.path, "was": each.was, "now": each.now, "printed": each.printed, "words": each.words,
        "place": each.place, "elsewhere": list(each.elsewhere), **_origin_json(each.origin),
    }  # fmt: skip


def _words_json(each: WordsEdit) -> dict[str, object]:
    return {
        "clause": each.clause, "kind": each.kind.value, "place": each.place, "file": each.file,
        "before": each.before or None, "frozen": list(each.frozen), "flat": each.flat, "unbound": each.unbound,
        **_origin_json(each.origin),
    }  # fmt: skip


def _origin_json(origin: Origin) -> dict[str, object]:
    return {"by": origin.by, "on": origin.on.isoformat(), "reason": origin.reason}
