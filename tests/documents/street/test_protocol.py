"""The protocol of referral and diversion: who does what, in which order, by when."""

from __future__ import annotations

import re

from tests.documents.street.reading import part

PAPER = "protocol"


def _actions(section: str) -> list[str]:
    return re.findall(r"^- \(\w+\) \*([^*]+)\.\*", section, re.MULTILINE)


def test_help_comes_before_the_offer(paper) -> None:
    whole = paper(PAPER)
    assert whole.index("Call an ambulance first") < whole.index("The offer is made by the officer")
    assert "Help in a crisis under RCW 71.05.153 comes before any offer." in whole


def test_it_is_a_tool_and_no_promise(paper) -> None:
    said = part(paper(PAPER), "What It Is")
    assert "It tells nobody to make an offer, gives nobody a right to one, and forbids no arrest and no charge." in said
    assert "It was adopted by the Operational Work Group on March 18, 2026." in said


def test_each_pathway_has_its_own_steps_from_its_own_first_one(paper) -> None:
    whole = paper(PAPER)
    assert _actions(part(whole, "Arrest diversion"))[:4] == ["Officer"] * 4
    community = part(whole, "Community referral")
    assert _actions(community)[:2] == ["Call taker", "Bridgeway"]
    assert "Officer" not in _actions(community)
    assert "Visit after an overdose" not in re.findall(r"^### .*", whole, re.MULTILINE)


def test_a_step_that_fails_names_the_step_that_follows(paper) -> None:
    said = part(paper(PAPER), "Arrest diversion")
    (where,) = re.findall(r"Nobody answers two calls\. Then Section [0-9.]+\((\w)\) follows", said)
    assert f"- ({where}) *Officer.* Follow the rule for after hours. A call that nobody answers is no reason" in said


def test_a_deadline_has_a_named_start_and_is_cited_only_where_it_holds(paper) -> None:
    whole = paper(PAPER)
    said = part(whole, "Each Deadline and Its Start")
    assert "*Handoff.* It starts with the call to the case managers." in said
    assert "It runs to the end of intake: at most thirty (30) days." in said
    assert re.search(r"\*Follow up\.\* It starts with the end of Section [0-9.]+\(b\)\.", said)
    assert "extends or waives a period of limitation" in said
    handoff = re.search(r"Section ([0-9.]+)", said)
    assert handoff
    assert f"Deadline: Section {handoff[1]}(a)." in part(whole, "Arrest diversion")
    assert f"Deadline: Section {handoff[1]}(a)." not in part(whole, "Officer social contact")


def test_an_unanswered_call_is_no_ground_to_book(paper) -> None:
    said = part(paper(PAPER), "After Hours, and Where Nobody Answers")
    assert "Where two calls to Bridgeway or the Project director stay unanswered, the officer may release" in said
    assert "An unanswered call is no ground to book a person" in said


def test_it_names_the_annex_it_was_made_from(paper) -> None:
    annex = re.search(r"Fingerprint:\*\* (\w+)", paper("eligibility-annex"))
    assert annex
    assert f"version 2026-02, fingerprint {annex[1]}." in paper(PAPER)


def test_only_public_numbers_are_printed(paper, otherwise) -> None:
    assert "360-555-0101, answered at all hours" in paper(PAPER)
    assert "360-555-0101" not in otherwise(PAPER)
    assert "360-555-0110" not in paper(PAPER)


def test_a_pathway_for_partners_and_a_confidential_place_are_left_out(paper, otherwise) -> None:
    assert "Haven House" not in paper(PAPER)
    assert re.findall(r"^### 4\..*", otherwise(PAPER), re.MULTILINE) == [
        "### 4.1 Arrest diversion", "### 4.2 Officer social contact", "### 4.3 Community referral",
    ]  # fmt: skip


def test_another_rule_prints_another_sentence(otherwise) -> None:
    whole = otherwise(PAPER)
    assert "takes the place of an offer" in whole
    assert "When it ends unmet, the next deadline begins." in whole
    assert "A person who left does not come back." in whole
    assert "The offer depends on an admission by the person." in whole
    assert "may be asked to meet police again after the referral" in whole


def test_what_is_not_decided_prints_as_a_box(altered) -> None:
    said = "{why: undecided, question: Who holds a person?, owner: convener}"
    piece = f"procedure: {{crisis: ~}}\nopen: {{procedure.crisis: {said}}}"
    assert "> **Decision needed**\n>\n> Who holds a person?" in altered(PAPER, piece)


def test_deadlines_that_are_not_decided_are_cited_by_no_step(altered) -> None:
    said = "{why: undecided, question: How long does each step take?, owner: convener}"
    whole = altered(PAPER, f"procedure: {{clocks: ~}}\nopen: {{procedure.clocks: {said}}}")
    assert "How long does each step take?" in whole
    assert "Deadline:" not in whole


def test_a_program_from_public_sources_is_described_with_its_sources(paper) -> None:
    whole = paper("referral-protocol", "santa-fe-nm")
    assert "It is not the program’s own." in whole
    assert "forbids no arrest" not in whole
    assert "Offer the program to a person for whose arrest on a low-level offense there is probable cause" in whole
    assert "*Sources: SF-1" in whole
    assert "*For every charge.*" in part(whole, "What Becomes of the Charge")
    assert _actions(part(whole, "Pre-booking diversion"))[-1] == "Case Coordinating Group"


def test_a_program_without_steps_has_no_protocol(refusal) -> None:
    assert "does not say who does what" in refusal("referral-protocol", "seattle-king-wa")
    assert "one to plan" in refusal(PAPER, piece="agreement: {stage: planning}")
