"""Tests of clauses: what may be asked of a field, as ``agreement.term is undecided``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from leadkit.documents.absence import Why
from leadkit.documents.template.printing import open_at
from leadkit.documents.template.view import View, is_given, path_of, recorder_of
from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility

_REASONS = (Why.UNDECIDED, Why.UNDOCUMENTED, Why.NOT_KNOWN_ON_DATE, Why.NOT_IN_FORCE)


def _open_as(*kinds: Why) -> Callable[[object], bool]:
    def test(value: object) -> bool:
        if not isinstance(value, View):
            return False
        recorder_of(value).read(path_of(value))
        if is_given(value):
            return False
        found = open_at(path_of(value), recorder_of(value))
        if found is None:
            return False
        recorder_of(value).read(found.causes[0])
        return found.why in kinds

    return test


def _open_itself(value: object) -> bool:
    """Whether ``open`` has an entry for the field itself; one for a field above it is printed by another clause."""
    if not isinstance(value, View) or not _open_as(*_REASONS)(value):
        return False
    found = open_at(path_of(value), recorder_of(value))
    return found is not None and found.path == path_of(value)


def _given(value: object) -> bool:
    return bool(value) if isinstance(value, View) else value is not None


def _holding(values: object, one: object) -> bool:
    """Whether a list holds a value: for ``selectattr`` and ``rejectattr``."""
    return isinstance(values, View) and one in values


def _any_of(values: object, others: Iterable[object]) -> bool:
    """Whether two lists have a value in common."""
    return isinstance(values, View) and any(other in values for other in others)


def _public(value: object) -> bool:
    """Whether the program lets everybody read a field: it says so there or around it, and nothing keeps it closer."""
    if not isinstance(value, View):
        return False
    steps = path_of(value).split(".")
    for length in range(1, len(steps) + 1):
        recorder_of(value).read(".".join((*steps[:length], "visibility")))
    return audience_of(recorder_of(value).program, steps) is Visibility.PUBLIC


TESTS: dict[str, Callable[..., bool]] = {
    "given": _given,
    "any_of": _any_of,
    "holding": _holding,
    "open": _open_as(*_REASONS),
    "open_itself": _open_itself,
    "undecided": _open_as(Why.UNDECIDED),
    "undocumented": _open_as(Why.UNDOCUMENTED),
    "none": _open_as(Why.NONE),
    "not_known": _open_as(Why.NOT_KNOWN_ON_DATE),
    "public": _public,
}
"""The tests that leadkit adds, by name."""
