"""The agreements that stand before records move: with a treatment program, under HIPAA, and for a study."""

from __future__ import annotations

import re

import pytest

from leadkit.documents.tree.blocks import Signature
from leadkit.documents.tree.trace import walk

QSOA, BAA, STUDY = "qsoa-harbor", "baa-justice-center", "data-use-agreement"
PAPERS = (QSOA, "baa-bridgeway", BAA, STUDY)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_model_for_counsel_is_a_draft_and_kept_to_its_sides(paper: str, composed, text) -> None:
    printed = text(composed(paper))
    assert printed.startswith("**Restricted")
    assert "This is a draft for review by counsel." in printed
    assert r"\[Counsel to verify\]" in printed
    assert re.search(r"was signed on \w+ \d+, 2024\. The signed text stands", printed)
    assert "Nothing moves under this agreement before both sides have signed it." in printed
    assert "within twenty-four (24) hours of finding it" in printed
    assert "returns the Records within sixty (60) days" in printed


def test_what_may_move_is_what_the_program_lets_move_on_that_basis(composed, text) -> None:
    treatment = text(composed(QSOA))
    table = treatment.split("### 2.1 What May Move")[1].split("##")[0]
    assert table.count("\n| ") == 3
    assert "a yes or no, and nothing more; people whom the agency concerned serves; to view" in table
    assert text(composed(BAA)).split("### 2.1 What May Move")[1].split("##")[0].count("\n| ") == 5


def test_a_flow_without_a_line_leaves_a_line_to_fill_in_and_an_internal_one_is_not_told(altered, text) -> None:
    none = text(altered(QSOA, "sharing: {flows: ~}\n"))
    assert "The program lists no flow of information that rests on this agreement." in none
    kept = text(altered(QSOA, "sharing: {flows: {waiting-for-treatment: {visibility: internal}}}\n"))
    assert "a yes or no, and nothing more" not in kept


def test_a_short_name_is_told_with_the_name_in_law(composed, text) -> None:
    printed = text(composed(BAA))
    assert ") Public Health is the Example County Department of Public Health." in printed
    assert ") Bridgeway is Bridgeway Outreach and Care." in printed


def test_each_side_signs(composed) -> None:
    lines = [each for each in walk(composed(BAA).document) if isinstance(each, Signature)]
    assert len(lines) == 3
    assert len([each for each in walk(composed(STUDY).document) if isinstance(each, Signature)]) == 2


def test_the_chair_of_the_county_signs_for_a_department_as_officer_of_the_county(composed, text) -> None:
    printed = text(composed(STUDY))
    assert "**Example County, by its Example County Department of Public Health**" in printed
    assert "Signature, Chair of the Board of Commissioners, Example County: " in printed


def test_the_rules_are_cited_and_their_words_left_to_counsel(composed, text) -> None:
    assert re.findall(r"^\| (42 CFR [^,|]+)", text(composed(QSOA)), flags=re.MULTILINE) == [
        "42 CFR 2.11", "42 CFR 2.12(c)(4)", "42 CFR 2.16", "42 CFR 2.32",
    ]  # fmt: skip
    assert "45 CFR 164.504(e), what the contract must hold | Section 3.1, Section 4.1 and Section 5.1 |" in text(
        composed(BAA)
    )
    study = text(composed(STUDY))
    assert "| 45 CFR 164.512(i), research without the person’s authorization | [ ] | Section 2.1 |" in study
    assert "| 28 CFR Part 22, privacy certificate | [ ] | the program says: met |" in study
    silent = "| 42 CFR 2.52, research with treatment records | [ ] | only if such records move |"
    assert silent in study


def test_a_study_answers_its_questions_and_nothing_else(composed, altered, text) -> None:
    printed = text(composed(STUDY))
    assert "- (c) Are people of every race offered diversion alike?" in printed
    assert "An approved study under 45 CFR 164.512(i) and 28 CFR Part 22" in printed
    assert "| Public Health | Coded records for the evaluation. | twice a year |" in printed
    other = text(altered(STUDY, "measures: {evaluation: {evaluator: project-manager}}\n"))
    assert "Are people of every race" not in other


def _safeguard(id_: str, fields: str) -> str:
    return f"sharing: {{safeguards: {{{id_}: {fields}}}}}\n"


@pytest.mark.parametrize("paper", PAPERS)
def test_nobody_makes_one_for_a_program_from_public_sources(paper: str, composed, refusal) -> None:
    kind = {QSOA: "qualified-service-agreement", STUDY: STUDY}.get(paper, "business-associate-agreement")
    assert "only its own parties can make an agreement" in refusal(composed(kind, "seattle-king-wa"))


def test_who_cannot_have_one(altered, refusal) -> None:
    plain = "agencies: {harbor-treatment: {hipaa_status: covered_entity}}\n"
    assert "only such a program makes this agreement" in refusal(altered(QSOA, plain))
    police = _safeguard(QSOA, "{recipient: sampleton-police}")
    assert "A justice agency would receive records of treatment" in refusal(altered(QSOA, police))
    assert "only such a holder makes this agreement" in refusal(
        altered(BAA, "agencies: {bridgeway: {hipaa_status: none}}\n")
    )
    assert "does not say whose records they are" in refusal(altered(QSOA, _safeguard(QSOA, "{holder: []}")))
    assert "names this document" in refusal(altered(QSOA, _safeguard(QSOA, "{document: ~}")))
    assert "needs a paper of its own" in refusal(altered(BAA, _safeguard("baa-bridgeway", f"{{document: {BAA}}}")))
    history = "sharing: {flows: {data-to-evaluator: {categories: criminal-history}}}\n"
    assert "Criminal history of people would move" in refusal(altered(STUDY, history))
