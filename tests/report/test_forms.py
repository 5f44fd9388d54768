"""What all forms have in common."""

from __future__ import annotations

import pytest

from leadkit.report.forms import FORMS, render
from leadkit.report.report import Report


@pytest.mark.parametrize("form", FORMS)
def test_a_form_tells_of_no_finding_too(form: str) -> None:
    assert render(form, Report([], {"county/a.yaml": ""})).strip()


@pytest.mark.parametrize("form", FORMS)
def test_no_form_prints_a_character_that_acts_on_what_shows_it(form: str, hostile: Report) -> None:
    printed = render(form, hostile)
    if form == "json":  # for programs, which get the text as it is, escaped
        return
    assert not set(printed) & set("\x1b\x07\u202e\u2028\x85\ufffe\uffff\ud800") - set("\ufffe\uffff")
    assert "alert(1)" in printed


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_what_to_do(form: str, several: Report) -> None:
    assert "Do it." in render(form, several)


def test_the_same_findings_are_printed_in_the_same_bytes(hostile: Report) -> None:
    assert all(render(form, hostile) == render(form, hostile) for form in FORMS)
