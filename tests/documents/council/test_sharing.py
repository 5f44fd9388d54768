"""The annex on sharing: what each recipient may learn, and what nobody may."""

from __future__ import annotations

import pytest


ALLOWED = ("To Bridgeway", "To the Project director", "To a court that hears the person’s case")


def _to(printed: str, name: str) -> str:
    return printed.split(f" To {name}\n", 1)[1].split("\n### ", 1)[0]


def test_each_recipient_finds_all_that_reaches_it_in_one_place(composed, text) -> None:
    printed = text(composed("sharing-annex"))
    prosecutor = _to(printed, "the County Prosecutor")
    assert "| Bridgeway | Intake done: yes or no, with the date | a yes or no, and nothing more;" in prosecutor
    assert "| Convictions, warrants and open cases | in full;" in prosecutor
    assert "Health and mental health records" not in prosecutor
    assert printed.count(" To the County Prosecutor\n") == 1


def test_treatment_records_reach_no_justice_agency_but_by_an_order(composed, text) -> None:
    printed = text(composed("sharing-annex"))
    for section in printed.split("## Article 4")[0].split("\n### ")[1:]:
        heading = section.splitlines()[0]
        if "Records of treatment for substance use" in section and " To " in heading:
            assert heading.endswith(ALLOWED)
