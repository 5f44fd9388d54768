"""The comparison with the national model says of each element what the rules of ``check`` say, and adds up nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

import pytest

from leadkit.check.rule import Rule, load_rule
from leadkit.check.subject import Subject
from leadkit.diagnostic import Severity
from leadkit.documents import Composition
from leadkit.documents.fidelity import judged
from leadkit.documents.fidelity.elements import ELEMENTS
from leadkit.model.load import load
from leadkit.resources import programs

REPORT = "fidelity-report"
Print = Callable[..., Composition]
Words = Callable[[Composition], str]


def _verdicts(printed: str) -> dict[str, str]:
    return dict(re.findall(r"^\| (.+?) \(Section 2\.[0-9]+\) \| (.+) \|$", printed, re.MULTILINE))


def test_every_element_stands_with_its_page_and_no_sum(composed: Print, text: Words) -> None:
    printed = text(composed(REPORT))
    verdicts = _verdicts(printed)
    assert list(verdicts) == [each.title for each in ELEMENTS]
    assert set(verdicts.values()) == {"Met"}
    for each in ELEMENTS:
        assert f"| {each.title} | {each.page.title} | {each.page.year} | {each.page.address} |" in printed
        assert printed.count(f"*The model asks:* {each.asks} ({each.page.title})") == 1
    assert not re.search(r"[0-9]+ (?:of|out of) [0-9]+|[0-9]%|\bscored?\b [0-9]", printed)


@pytest.mark.parametrize(
    ("piece", "element", "verdict"),
    [
        ("services: {abstinence_required: yes}", "Help Without Conditions", "Departs; no decision says why"),
        ("services: {time_limited: yes}", "Help for as Long as It Is Wanted", "Departs; no decision says why"),
        (
            "program: {principles: [harm_reduction, non_displacement]}",
            "Own Authority, and No Immunity",
            "Departs; no decision says why",
        ),
        ("program: {principles: [no_immunity]}", "Own Authority, and No Immunity", "Met"),
        (
            "sharing: {worse_off_remedy: ~}\n"
            "open:\n  sharing.worse_off_remedy:\n"
            "    {why: undecided, question: What follows a breach?, owner: prosecutor, due: 2027-01-15}",
            "Nobody Is Worse Off",
            "Open",
        ),
        ("services: {time_limited: ~}", "Help for as Long as It Is Wanted", "The program does not say"),
    ],
)
def test_a_departure_an_open_matter_and_silence_are_three_things(
    altered: Print, text: Words, piece: str, element: str, verdict: str
) -> None:
    assert _verdicts(text(altered(REPORT, piece)))[element] == verdict


def test_a_departure_that_was_decided_names_the_decision(altered: Print, text: Words) -> None:
    piece = """
services: {abstinence_required: yes}
decisions:
  D-77:
    title: Abstinence is asked for in the recovery house
    kind: adopted
    date: 2026-05-06
    concerns: services.abstinence_required
"""
    printed = text(altered(REPORT, piece))
    assert _verdicts(printed)["Help Without Conditions"] == "Departs, by decision"
    assert "decision D-77 of May 6, 2026: Abstinence is asked for in the recovery house." in printed


@pytest.mark.parametrize("name", ["albany-ny", "seattle-king-wa"])
def test_the_report_says_that_a_program_departs_where_check_warns_of_it(name: str) -> None:
    jurisdiction = load(programs() / name)
    standing = jurisdiction.resolve()
    assert standing.program is not None
    subject = Subject(jurisdiction, standing, standing.program)
    for element, one in zip(ELEMENTS, judged(standing, standing.program), strict=True):
        found = [each for rule in element.rules for each in cast("Rule", load_rule(rule)).check(subject)]
        warned = any(each.severity is not Severity.NOTE and element.word in each.message for each in found)
        assert (one.verdict == "departs") is warned, element.id


def test_what_no_source_tells_is_neither_met_nor_a_departure(composed: Print, text: Words) -> None:
    verdicts = _verdicts(text(composed(REPORT, "santa-fe-nm")))
    assert verdicts["Nobody Is Worse Off"] == "Not in the public sources"
    assert not any(each.startswith("Departs") for each in verdicts.values())


def test_what_is_open_stands_with_the_element_that_it_is_about(composed: Print, text: Words) -> None:
    printed = text(composed(REPORT, "seattle-king-wa"))
    told = {part.split("\n", 1)[0]: part for part in re.split(r"\n### 2\.[0-9]+ ", printed)}
    assert "Field: services.treatment_required" in told["Help Without Conditions"]
    assert "Field: roles.project-manager.independence" in told["A Project Manager in Nobody’s Service"]
    assert "Field: procedure.exit" in told["Care That the Participant Leads"]
    assert "Not in the public sources" not in told["Evaluation"].split("## Article 3")[0]


def test_an_agency_with_several_seats_is_named_once(composed: Print, text: Words) -> None:
    (seats,) = re.findall(r"on the Policy Coordinating Group sit .*", text(composed(REPORT, "seattle-king-wa")))
    assert (seats.count("City of Seattle"), seats.count("King County,")) == (1, 1)
