"""The Spanish papers have the limits, stretches of time, days and telephone numbers that the English ones have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents.consistency.reading import Page, read
from tests.documents.consistency.spanish import Translated, spanish_durations, spanish_faults


def _faults(each: Translated, page: Page) -> list[str]:
    return list(spanish_faults(page, read(each.english), each.paper, each.reviewed))


def test_every_spanish_paper_has_the_figures_of_the_program(translated: list[Translated]) -> None:
    assert translated
    wrong = {each.path.name: _faults(each, read(each.path)) for each in translated}
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    ("paper", "right", "wrong", "told"),
    [
        ("referral-form", "cuarenta y ocho horas", "sesenta y ocho horas", "68 hour: no field says so"),
        ("referral-form", "cuarenta y ocho horas", "treinta días", "stretches of time"),
        ("participant-rights", "360-555-0", "360-555-9", "no number of the program"),
        ("participant-rights", "360-555-0114 (24/7)", "360-555-0114", "figures"),
    ],
)
def test_a_wrong_figure_is_found(paper: str, right: str, wrong: str, told: str, translated: list[Translated]) -> None:
    each = next(one for one in translated if one.path.name == f"{paper}.es.md")
    page = read(each.path)
    assert right in page.text
    broken = Page(tuple(replace(line, words=line.words.replace(right, wrong)) for line in page.lines))
    assert any(told in fault for fault in _faults(each, broken))


@pytest.mark.parametrize(
    ("told", "meant"),
    [("treinta (30) días", [(30, "day")]), ("veintiún días hábiles", [(21, "business day")]),
     ("ciento veinte horas", [(120, "hour")]), ("de un día a otro", []),
     ("dos meses y 3 años", [(2, "month"), (3, "year")])],
)  # fmt: skip
def test_stretches_of_time_are_read_in_spanish(told: str, meant: list[tuple[int, str]]) -> None:
    assert spanish_durations(told) == meant


def test_spanish_words_and_figures_that_differ_are_found() -> None:
    with pytest.raises(AssertionError, match="differ"):
        spanish_durations("cinco (6) días")
