"""When a repair counts."""

from __future__ import annotations

import pytest

from leadkit.check.proof import State, brought, proves
from leadkit.diagnostic import Diagnostic, Edit, Severity, Span

BEFORE = "a: polise\nb: polise\nc: 1\n"
AFTER = "a: police force\nb: polise\nc: 1\n"
EDITS = {"f.yaml": [Edit("f.yaml", 3, 9, "police force")]}
FIRST = Span("f.yaml", 1, 4, 1, 10)
SECOND = Span("f.yaml", 2, 4, 2, 10)
BELOW = Span("f.yaml", 3, 1, 3, 2)


def _found(code: str, span: Span, severity: Severity = Severity.ERROR, message: str = "See line 7.") -> Diagnostic:
    return Diagnostic(code, severity, message, (span,))


def _proves(before: list[Diagnostic], after: list[Diagnostic]) -> bool:
    wanted = before[:1]
    return proves(State({"f.yaml": BEFORE}, tuple(before)), State({"f.yaml": AFTER}, tuple(after)), wanted, EDITS)


def test_its_finding_is_gone_and_the_others_are_as_they_were() -> None:
    other = _found("LK301", SECOND)
    assert _proves([_found("LK301", FIRST), other], [other])
    assert _proves([_found("LK301", FIRST), other], [])


def test_a_finding_that_stays_proves_nothing_though_another_of_the_same_words_is_gone() -> None:
    assert not _proves([_found("LK301", FIRST), _found("LK301", SECOND)], [_found("LK301", FIRST)])


def test_a_finding_that_names_another_line_is_the_same() -> None:
    before = [_found("LK301", FIRST), _found("LK142", SECOND)]
    assert _proves(before, [_found("LK142", SECOND, message="See line 8.")])


@pytest.mark.parametrize(
    ("code", "severity", "place", "counts"),
    [
        ("LK201", Severity.ERROR, BELOW, True),
        ("LK128", Severity.ERROR, SECOND, True),
        ("LK131", Severity.WARNING, BELOW, False),
        ("LK301", Severity.ERROR, BELOW, False),
        ("LK201", Severity.ERROR, Span("f.yaml", 1, 4, 1, 16), False),
        ("LK201", Severity.ERROR, Span("f.yaml", 1, 16, 1, 17), False),
        ("LK201", Severity.ERROR, Span("f.yaml", 1, 17, 1, 18), True),
    ],
)
def test_what_comes_to_light_was_hidden_and_is_not_about_what_was_written(
    code: str, severity: Severity, place: Span, counts: bool
) -> None:
    assert _proves([_found(code, FIRST, severity)], [_found("LK445", place, Severity.WARNING)]) is counts


def test_what_edits_brought_is_what_was_not_there_wherever_the_rest_moved_to() -> None:
    there, again = _found("LK142", SECOND, message="See line 7."), _found("LK142", SECOND, message="See line 8.")
    new = _found("LK301", FIRST)
    before, after = State({"f.yaml": BEFORE}, (there,)), State({"f.yaml": AFTER}, (new, again, again))
    assert brought(before, after, EDITS) == (new, again)
