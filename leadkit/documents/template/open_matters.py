"""Filters that lay out what a program leaves open: by who decides it and by when, and by the part it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from leadkit.documents.template.about import about, name_of
from leadkit.documents.template.filters import key_of
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, path_of, raw_of, recorder_of
from leadkit.documents.template.words import typographic
from leadkit.documents.tree.inline import Text
from leadkit.model.audience import is_kept_back
from leadkit.values.dates import PartialDate


def one_each(entries: Iterable[View]) -> list[View]:
    """The entries as the planner wrote them: one that speaks for every id of a collection counts once."""
    found: dict[int, View] = {}
    for entry in entries:
        found.setdefault(id(raw_of(entry)), entry)
    return list(found.values())


def by_owner(entries: Iterable[View]) -> list[list[View]]:
    """Group undecided entries by who must bring the decision about; the earliest day first, and no day last."""
    groups: dict[str, list[View]] = {}
    for entry in sorted(one_each(entries), key=_day):
        groups.setdefault(key_of(field_of(entry, "owner")), []).append(entry)
    return list(groups.values())


def _day(entry: View) -> date:
    due = raw_of(field_of(entry, "due"))
    return due.last if isinstance(due, PartialDate) else date.max


def by_part(entries: Iterable[View]) -> list[list[View]]:
    """Group entries by the section of the program that each is about, in the order of the entries."""
    groups: dict[str, list[View]] = {}
    for entry in entries:
        groups.setdefault(part_of(entry), []).append(entry)
    return list(groups.values())


def of_part(entries: Iterable[View], part: str) -> list[View]:
    """The entries that are about one section of the program on its day, in their order."""
    return [each for each in entries if part_of(each) == part and _is_there(each)]


def _is_there(entry: View) -> bool:
    """Whether a program has what an entry tells of; a grant of a later year is nothing that lacks an amount."""
    program, *steps = recorder_of(entry).program, *key_of(field_of(entry, "id")).split(".")
    here: object = program
    for step in steps[:-1]:
        if isinstance(here, Mapping) and step not in here:
            return False
        here = here.get(step) if isinstance(here, Mapping) else getattr(here, step, None)
    return True


def not_of_part(entries: Iterable[View], part: str) -> list[View]:
    """The entries that are about every other section of the program, in their order."""
    return [each for each in entries if part_of(each) != part]


def openly(entries: Iterable[View]) -> list[View]:
    """The entries that a public paper may print: those about nothing that the program keeps from the public.

    A question tells of its object, as *When is the shelter on Fourth Street open?* does.
    """
    return [
        each
        for each in entries
        if not is_kept_back(recorder_of(each).program, key_of(field_of(each, "id")), in_words=True)
    ]


def part_of(entry: View) -> str:
    """The section of the program that an entry is about."""
    return key_of(field_of(entry, "id")).partition(".")[0]


def matter(entry: View) -> Fragment:
    """What an entry is about, in the words of the field's own description; its section stands in the heading."""
    recorder, field = recorder_of(entry), key_of(field_of(entry, "id"))
    section = name_of(getattr(recorder.program, part_of(entry), None))
    text = typographic(about(field, recorder.program)).removeprefix(f"{typographic(section)}: ")
    return Fragment((recorder.value(text[:1].upper() + text[1:], path_of(entry)),))


def written_for(entry: View) -> Fragment:
    """The field that an entry speaks for, as the planner wrote it: ``areas.*.hours`` for all of a collection."""
    recorder = recorder_of(entry)
    written = getattr(recorder.program, "open", None) or {}
    found = (path for path, each in written.items() if each is raw_of(entry))
    return Fragment((recorder.value(next(found, key_of(field_of(entry, "id"))), path_of(entry)),))


def due_by(entry: View, on: date) -> Fragment:
    """By when an entry is to be decided, and whether that day has passed."""
    due = field_of(entry, "due")
    raw, shown = raw_of(due), printed(due)
    late = isinstance(raw, PartialDate) and raw.passed(on) is True
    return Fragment((shown, Text(", which has passed"))) if late else Fragment((shown,))


FILTERS: dict[str, Callable[..., object]] = {
    "by_owner": by_owner,
    "by_part": by_part,
    "due_by": due_by,
    "matter": matter,
    "not_of_part": not_of_part,
    "of_part": of_part,
    "one_each": one_each,
    "openly": openly,
    "part_of": part_of,
    "written_for": written_for,
}
"""The filters of this file, by the names that clauses use."""
