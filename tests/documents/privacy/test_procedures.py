"""What staff and agencies do with evidence, with a subpoena, and after a critical incident."""

from __future__ import annotations

import re

import pytest

EVIDENCE, SUBPOENA, INCIDENT = "evidence-addendum", "subpoena-procedure", "critical-incident-procedure"


def test_evidence_is_kept_as_long_as_a_charge_may_be_filed(composed, text) -> None:
    printed = text(composed(EVIDENCE))
    assert "at least until the period of limitation has run, and for sixty (60) days after that." in printed
    assert "| A felony | 3 years | 34 months |" in printed
    assert "| A gross misdemeanor | 2 years | 11 months |" in printed  # RCW 9A.04.080
    assert "| A misdemeanor | 1 year | 11 months |" in printed
    assert "The camera is off while a case manager takes an intake, as far as RCW 10.109.010 allows." in printed
    assert "- (e) a firearm lawfully held is taken into safekeeping; and" in printed
    assert "it is in force only once the agency has issued it." in printed


def test_an_agency_signs_its_own_addendum(altered, text) -> None:
    own = "{kind: evidence_addendum, agency: sampleton-police, audience: public, status: draft}"
    printed = text(altered("evidence-police", f"documents: {{evidence-police: {own}}}\n"))
    assert "**Sampleton Police Department**\n\nSignature, " in printed
    assert printed.startswith("**Restricted"), "the closer of the two audiences holds"


def test_the_steps_are_those_of_the_program_in_their_order(composed, text) -> None:
    steps = text(composed(SUBPOENA)).split("### 1.1 Steps")[1].split("###")[0]
    assert [line[:14] for line in steps.split("\n") if line.startswith("- (")] == [
        "- (a) Accept t", "- (b) Call the", "- (c) Tell the", "- (d) Counsel ", "- (e) Answer t",
    ]  # fmt: skip
    assert "are told within two business days, unless an order forbids it." in steps


def test_it_promises_nobody_that_nothing_will_be_told(composed, text) -> None:
    printed = text(composed(SUBPOENA))
    assert "*A search warrant that a judge signed* is obeyed." in printed
    assert "The parties have agreed not to seek a case manager’s records or testimony by subpoena." in printed
    assert "That binds nobody else, and no court." in printed
    assert not re.search(r"cannot be subpoenaed|never be told", printed)


def test_records_of_treatment_need_a_consent_or_an_order(composed, altered, text) -> None:
    printed = text(composed(SUBPOENA))
    assert "subpart E (42 CFR 2.61 to 2.67)" in printed
    assert "records of treatment for substance use; not to investigate and not to enforce immigration law." in printed
    plain = "categories: {sud-records: {sensitivity: health}, counseling-notes: {sensitivity: health}}"
    court = "flows: ~, prohibited: ~, discovery: {case_manager_to_court: ~, harmful_facts: ~, subpoena_notice: ~}"
    bare = text(altered(SUBPOENA, f"sharing: {{{plain}, {court}}}\n"))
    for absent in ("42 CFR", "The parties have agreed", "A Case Manager in Court", "business days"):
        assert absent not in bare


def test_each_incident_has_its_line_and_whoever_speaks_is_named(composed, text) -> None:
    printed = text(composed(INCIDENT))
    assert (
        "| A death | Project director and Public Health | 24 hours | Policy Coordinating Group | 30 days |" in printed
    )
    assert "| A provider’s site closes without notice | Project director | 24 hours | nobody named" in printed
    assert "*After a death:* to learn what could have helped; it is no inquiry into guilt." in printed
    assert "without a release that they signed for it (“Release to tell my story”)" in printed
    assert "It hinders no criminal, administrative or use-of-force inquiry" in printed


def test_who_speaks_for_the_program_is_said_once_unless_it_depends_on_the_incident(composed, altered, text) -> None:
    speaks = "speaks in the name of the program"
    assert text(composed(INCIDENT)).count(speaks) == 1
    apart = text(altered(INCIDENT, "procedure: {critical_incidents: {death: {speaks: public-health}}}"))
    assert f"After a death, Public Health {speaks}." in apart
    assert f"In every other case the Justice Center {speaks}." in apart
    assert apart.count(speaks) == 2


@pytest.mark.parametrize("paper", [EVIDENCE, SUBPOENA, INCIDENT])
def test_nobody_issues_them_for_a_program_from_public_sources(paper: str, composed, refusal) -> None:
    assert "compiled from public sources" in refusal(composed(paper, "seattle-king-wa"))


def test_a_program_that_says_nothing_has_none(altered, refusal) -> None:
    silent = (
        "procedure: {evidence: ~, property: ~, body_worn_video: ~, critical_incidents: ~}\nsharing: {discovery: ~}\n"
    )
    assert "says nothing of evidence" in refusal(altered(EVIDENCE, silent))
    assert "does not say what staff do when a subpoena comes" in refusal(altered(SUBPOENA, silent))
    assert "names no critical incident" in refusal(altered(INCIDENT, silent))
    assert "one to plan" in refusal(altered(EVIDENCE, "agreement: {stage: planning}\n"))


@pytest.mark.parametrize("paper", [EVIDENCE, SUBPOENA, INCIDENT])
def test_they_print_no_word_of_the_model_no_number_and_no_name(paper: str, composed, text) -> None:
    printed = text(composed(paper))
    assert not re.search(r"\b(None|True|False|[a-z]+_[a-z]+)\b|[0-9]{3}-[0-9]{3}-[0-9]{4}|A\. Sample", printed)
