"""What overrides leave behind in a composed document: causes, places and terms that are gone, words of a later day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from leadkit.diagnostic import Diagnostic, Span
from leadkit.documents.overrides.codes import LATER
from leadkit.documents.overrides.deviation import Deviation
from leadkit.documents.template.clause_file import ClauseFile

_ID = re.compile(r"\[#([a-z0-9-]*)(\{\{)?")
_DEFINED = re.compile(r"define\(\s*[\"']([^\"']+)[\"']")


def causes_of(deviations: Iterable[Deviation]) -> dict[str, frozenset[str]]:
    """The fields that name the overrides of each clause, by its id."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in deviations:
        found[each.clause].add(each.layer.cause)
    return {id_: frozenset(causes) for id_, causes in found.items()}


def authors_of(deviations: Iterable[Deviation]) -> dict[str, str]:
    """Who wrote each clause that is not the model's, when and why, by its id: the highest layer's word."""
    written = {each.clause: each.override for each in deviations}
    return {id_: f"{each.by}, {each.on.isoformat()}: {each.reason}" for id_, each in written.items()}


def made_later(deviations: Iterable[Deviation], on: date) -> list[Diagnostic]:
    """A note on each override that was made after the day that the document prints."""
    return [
        LATER.at(
            Span(each.override.file, 1, 1, 1, 1),
            message=f"This override is of {each.override.on}, and the document is printed as of {on}.",
            remedy=f"Print it as of {each.override.on} or later, or correct the day.",
        )
        for each in deviations
        if each.override.on > on
    ]


def lost_by(deviations: Iterable[Deviation]) -> Callable[[str], str]:
    """Tells of an id or a defined term which override took it out of the text; empty where none did."""
    ids: dict[str, str] = {}
    begun: dict[str, str] = {}
    for each in deviations:
        if each.parent is not None:
            gone = _named(each.parent) - (_named(each.result) if each.result else set())
            for name, goes_on in gone:
                (begun if goes_on else ids)[name] = each.override.file

    def told(name: str) -> str:
        starts = (file for start, file in begun.items() if start and name.startswith(start))
        return ids.get(name) or next(starts, "")

    return told


def _named(clause: ClauseFile) -> set[tuple[str, bool]]:
    """The ids and terms that a clause gives; those that go on with a value by how they begin."""
    ids = {(start, bool(value)) for start, value in _ID.findall(clause.body)}
    return {(clause.id, False), *ids, *((term, False) for term in _DEFINED.findall(clause.body))}
