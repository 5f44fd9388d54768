"""The memorandum to plan: when there is one, that it sets nothing in operation, and what its schedule holds."""

from __future__ import annotations

import re

import pytest

from leadkit.documents.tree.blocks import Signature
from leadkit.documents.tree.inline import Open
from leadkit.documents.tree.trace import walk

PLANNING = """
agreement:
  stage: planning
  title: Memorandum to Plan
  planning: {purpose: develop_program, products: [A list of offenses, An operating agreement], done_by: 2026-12}
  term: {kind: fixed, starts: 2026-01-01, ends: 2027-06-30, length: ~, renewals: ~}
"""
QUESTIONS = """
open:
  agreement.binding: {why: undecided, question: Which sections bind?, owner: county-counsel, due: 2026-12-01}
  measures.reports: {why: undecided, question: What is reported?, owner: project-manager}
  areas.downtown-core.hours: {why: undecided, question: When is downtown open?, owner: project-manager, due: 2027-01}
  areas.haven-house.hours: {why: undecided, question: When is the hidden house open?, owner: project-manager}
"""
LISTED = "documents: {to-plan: {kind: planning_mou, audience: public, status: draft}}\n"


def test_it_is_printed_while_the_parties_only_plan_and_refused_with_the_reason_otherwise(
    altered, composed, text, refusal
) -> None:
    assert refusal(composed("planning-mou")) == "The program does not say that its agreement is one to plan."
    assert text(altered("planning-mou", PLANNING)).count("# Memorandum to Plan\n") == 1
    assert "# Planning Memorandum of Understanding\n" in text(altered("to-plan", LISTED))


def test_it_says_what_the_planning_brings_and_when_it_ends(altered, text) -> None:
    printed = text(altered("planning-mou", PLANNING))
    assert "(a) a list of offenses; and\n- (b) an operating agreement." in printed
    assert "It is to be done by the end of December 2026." in printed
    assert "It ends on June 30, 2027." in printed
    assert "it ends when that agreement takes effect, if that comes first." in printed
    assert "Nobody is referred, screened or diverted under this memorandum" in printed
    assert "No information that identifies a person" in printed
    assert "No Party owes it to another to approve or sign the Operating Agreement" in printed


def test_what_was_agreed_for_operating_is_no_term_of_a_planning_paper_that_is_only_listed(altered, text) -> None:
    composition = altered("to-plan", LISTED)
    printed = text(composition)
    for words in ("December 31, 2028", "December 18, 2023", "joins with this reservation", "For the purposes of"):
        assert words not in printed
    blocks = [each for each in walk(composition.document) if isinstance(each, Signature)]
    assert len(blocks) == 15
    assert not any("signed" in str(line.content) for block in blocks for line in block.lines)


def test_what_was_signed_to_plan_is_shown_as_signed(altered, text) -> None:
    assert "Date: December 18, 2023" in text(altered("planning-mou", PLANNING))


def test_its_schedule_has_each_question_with_owner_and_day_and_nothing_that_must_not_be_published(
    altered, text
) -> None:
    composition = altered("planning-mou", f"{PLANNING}  binding: ~\n{QUESTIONS}")
    printed = text(composition)
    about, program = printed.partition("### A.1 About the Agreement")[2].split("### A.2 About the Program")
    assert "| Which sections bind? | County counsel | December 1, 2026 |" in about
    assert "| When is downtown open? | Project director | January 2027 |" in program
    assert "| What is reported? | Project director | no day is set |" in program
    assert "hidden house" not in printed
    assert "Which sections bind" not in program
    # what the schedule asks needs no box of its own; what is open in the text itself has one
    assert {each.path for each in walk(composition.document) if isinstance(each, Open)} == {"agreement.binding"}


def test_what_binds_is_what_the_program_says(altered, text) -> None:
    def bound(binding: str) -> str:
        printed = text(altered("planning-mou", f"{PLANNING}  binding: {binding}\n"))
        return printed.partition("What Binds\n\n")[2].partition("\n")[0]

    assert (
        bound("{binds_by_default: yes, binding: ~, clauses: ~, non_binding: ~}") == "This memorandum binds the Parties."
    )
    assert bound("{binds_by_default: no, binding: ~, clauses: ~}").endswith("and binds none of them.")
    assert bound("{binds_by_default: no, binding: [funding], clauses: ~}").startswith("These parts bind the Parties: ")
    only = bound("{binds_by_default: yes, binding: ~, clauses: ~, non_binding: [purpose]}")
    assert re.search(r"except that Section 1\.\d states intentions only", only)


def test_each_bears_its_own_cost_unless_money_was_awarded_for_the_planning(altered, text) -> None:
    own = "Each Party bears its own cost of the planning"
    assert f"\n{own}" in text(altered("planning-mou", PLANNING))
    paid = PLANNING + "funding: {streams: {county-sales-tax: {pays_for: [program_design]}}}\n"
    printed = text(altered("planning-mou", paid))
    assert "Example County, behavioral health sales tax" in printed
    assert "Beyond it, each Party bears its own cost" in printed
    kept = paid.replace("pays_for", "visibility: internal, pays_for")
    assert "behavioral health sales tax" not in text(altered("planning-mou", kept))


def test_of_a_program_from_public_sources_it_says_what_they_tell_and_no_more(composed, text) -> None:
    printed = text(composed("planning-mou", "albany-ny"))
    assert "As the sources tell it, this is an agreement to develop the program" in printed
    assert "(a) the City of Albany; and\n- (b) the County of Albany" in printed
    for words in ("owes it to another", "No information that identifies", "bears its own cost", "Each Party names"):
        assert words not in printed


@pytest.mark.parametrize("name", ["santa-fe-nm", "seattle-king-wa", "atlanta-ga"])
def test_a_program_that_runs_has_none(name, composed, refusal) -> None:
    assert "one to plan" in refusal(composed("planning-mou", name))
