"""Why a clause differs, in sentences for whoever reads the redline: the fields of the program, or the clause's text."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.documents.compare.comparison import Change, ClauseChange, FieldChange
from leadkit.documents.text import printable
from leadkit.documents.tree.document import Clause
from leadkit.documents.tree.inline import Value
from leadkit.documents.tree.trace import walk
from leadkit.model.fields import find_fields

NUMBERS = (
    "Numbers: where a numbered part was added or removed, the list numbers of this file count both versions until its "
    "changes are accepted or rejected. References in the text already show the right number for each version."
)
_LONGEST = 200
_WHAT = {
    Change.ADDED: "This clause is new.",
    Change.REMOVED: "This clause was removed.",
    Change.CHANGED: "This clause was changed.",
    Change.KEPT: "This clause was moved; its words are the same.",
}


def what_happened(clause: ClauseChange) -> str:
    """What became of a clause, in one sentence."""
    return _WHAT[clause.change]


def reasons(clause: ClauseChange) -> Iterator[str]:
    """Each field that made a clause differ, with its values and who changed it; or that its own text did."""
    yield from (reason(field) for field in clause.fields)
    reworded = list(_reworded(clause.old, clause.new))
    yield from reworded
    if clause.fields or reworded or clause.change is Change.KEPT:
        return
    if clause.change is Change.CHANGED and _values(clause.old) != _values(clause.new):
        yield "It prints the day of the document, or what is computed from other parts of the program."
    else:
        yield f"No field that it prints was changed: the text of the clause {clause.id}, or the outline, is another."


def _reworded(old: Clause | None, new: Clause | None) -> Iterator[str]:
    """Who put a clause into other words than the model's, or took such words back."""
    before, now = (each.reworded if each else "" for each in (old, new))
    if now and now != before:
        yield f"Reworded by {printable(now)}"
    elif before and new and not now:
        yield f"It has the model's words again; before, it was reworded by {printable(before)}"


def _values(clause: Clause | None) -> list[str]:
    """What a clause prints that stands in no clause file."""
    return [node.text for node in walk(clause) if isinstance(node, Value)]


def reason(field: FieldChange) -> str:
    """One field with its old and new value, and the commit that changed it."""
    told = f"{field.path}: {value(field.old)} → {value(field.new)}"
    if not field.commit:
        return told
    by = f" by {printable(field.author)}" if field.author else ""
    on = f" on {field.date}" if field.date else ""
    return f"{told} (commit {field.commit}{by}{on})"


def described(path: str) -> str:
    """What a field holds, in plain words; nothing where its path leads to fields of several kinds."""
    told = {each.description for each in find_fields(path)}
    return told.pop().rstrip(".") if len(told) == 1 else ""


def value(written: str | None) -> str:
    """A value as it stands in the program; a long one is cut."""
    if written is None:
        return "nothing"
    text = printable(written)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
