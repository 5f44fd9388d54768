"""What all forms have in common."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leadkit.report.forms import FORMS, render
from leadkit.report.github import summary
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


TO_COME = "Further checks (references, law, gaps, privacy) are made when "


@pytest.mark.parametrize("form", [form for form in FORMS if form != "junit"])  # a test has no place for it
def test_a_form_tells_what_was_not_checked_where_something_was_not(form: str, several: Report) -> None:
    assert TO_COME not in render(form, several)
    two = render(form, replace(several, mend_first=several.found[:2]))
    assert f"{TO_COME}these 2 errors are mended: LK303." in two
    one = render(form, replace(several, mend_first=several.found[-1:]))
    assert f"{TO_COME}this error is mended: LK501." in one


def test_the_summary_of_a_job_tells_it_too(several: Report) -> None:
    assert TO_COME in summary(replace(several, mend_first=several.found[:1]))
