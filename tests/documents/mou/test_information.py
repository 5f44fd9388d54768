"""Who may know what, for what use, and how long records are kept."""

from __future__ import annotations

import re

from tests.documents.mou.reading import section


def test_an_answer_of_yes_or_no_says_that_nothing_more_is_told(county: str) -> None:
    row = next(line for line in county.splitlines() if "a landlord" in line)
    assert "a yes or no, and nothing more" in row
    assert "for care only and no adverse action; not passed on" in row
    assert "The “Release to a neighbor or business”" in row


def test_information_goes_to_nobody_but_as_the_agreement_says(county: str) -> None:
    shared = section(county, "What May Be Shared")
    assert "that it learned through the Program to anyone only as Appendix B lists it, or as is required" in shared
    assert "was referred, screened or offered the Program" in section(county, "Words Used in This Document")


def test_every_limit_on_use_yields_to_a_report_and_an_order(county: str) -> None:
    whole = county
    assert "or of answering truthfully what an order of a court requires" in section(whole, "Limits on Use")
    assert "the testimony or records of a Case Manager, it stands under" in section(
        whole, "How These Undertakings Are Read"
    )


def test_the_federal_saving_covers_the_whole_agreement_and_stands_before_the_never_rules(county: str) -> None:
    whole = county
    assert "Nothing in this Agreement prohibits or restricts what 8 U.S.C. §§ 1373 and 1644 protect." in whole
    assert section(whole, "What Is Never Shared").lstrip().startswith("Subject to Section")


def test_what_is_known_apart_from_the_program_is_not_covered(county: str) -> None:
    whole = county
    assert "does not cover what a Party knows apart from the Program" in section(whole, "What May Be Shared")
    limits = section(whole, "Limits on Use")
    assert "the facts of the offense for which Diversion was offered" in limits
    assert "while taking part, or because of having taken part" in limits


def test_a_limit_binds_only_those_whom_the_data_names(county: str, otherwise: str) -> None:
    assert "binds only Community Corrections, the County Prosecutor, and the City Attorney." in county
    assert "binds only Community Corrections" not in otherwise


def test_a_rule_on_what_is_never_shared_names_its_recipients(county: str, otherwise: str) -> None:
    never = section(county, "What Is Never Shared")
    assert "To anybody: Notes of counseling" in never
    assert "To employers, landlords, businesses, the press, the public, the Downtown Association, or" in never
    assert "To employers: No participant is named" in section(otherwise, "What Is Never Shared")


def test_discovery_comes_before_the_steps_of_a_subpoena(county: str, otherwise: str) -> None:
    whole = county
    said = section(whole, "Discovery and Subpoenas")
    assert said.index("A search warrant is obeyed") < said.index("Accept the paper")
    assert "No prosecutor, officer or supervising officer is present when health or treatment is discussed." in said
    assert "A log shows" in said
    duties = re.search(r"^### ([0-9.]+) Discovery and Subpoenas$", whole, re.MULTILINE)
    assert duties
    assert f"no exception but the duties of Section {duties[1]}(a)" in section(whole, "What Is Never Shared")
    assert "A log shows" not in otherwise


def test_laws_and_keeping_of_records_stand_in_the_appendix(county: str, otherwise: str) -> None:
    appendix = county.split("## Appendix B")[1]
    assert "| 42 CFR Part 2 | Harbor Treatment | A record leaves" in appendix
    assert "Six years after the exit | destroyed |" in appendix
    assert "A legal hold, a duty of discovery" in appendix
    assert "Seven years after the exit | archived |" in otherwise
