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
    reached = [
        section.splitlines()[0]
        for section in printed.split("## Article 4")[0].split("\n### ")[1:]
        if "Records of treatment for substance use" in section and " To " in section.splitlines()[0]
    ]
    assert len(reached) == 3
    assert all(heading.endswith(ALLOWED) for heading in reached)
    assert "An order of a court under 42 CFR Part 2, subpart E" in _to(printed, "a court that hears the person’s case")


def test_what_is_never_shared_says_to_whom_why_and_what_may_be_told_instead(composed, text) -> None:
    printed = text(composed("sharing-annex"))
    assert (
        "To anybody outside the justice agencies: Criminal history is read by justice agencies only. "
        "(28 CFR Part 20; chapter 10.97 RCW) What may be told instead: eligible: yes or no" in printed
    )
    assert "what Section 5.1 requires or allows and, for records of treatment" in printed


def test_the_annex_consents_to_nothing_and_silence_means_no(composed, text) -> None:
    printed = text(composed("sharing-annex"))
    assert "it is no consent of any person" in printed
    assert "What no line allows is not shared." in printed
    assert "A line allows and orders nothing" in printed


def test_the_annex_says_what_its_own_lines_mean_where_the_service_acts_on_them(composed, text) -> None:
    """lead/gate reads both: who may tell on what a line told, and whose cases are a recipient's own."""
    printed = text(composed("sharing-annex"))
    assert "may tell it by another line that names it as the sender, unless the first line lets it pass on" in printed
    assert "the people whose referral it makes, enters, receives or approves" in printed


@pytest.mark.parametrize(
    ("piece", "says", "says_not"),
    [
        (
            "sharing: {flows: {engagement-to-police: {visibility: partners}}}",
            "Flows that the program keeps to its partners are not printed here",
            "To the Sampleton Police and the Sheriff’s Office\n",
        ),
        ("sharing: {criminal_history: ~}", "What Is Never Shared", "looked up for the program is read only"),
        ("sharing: {outside: {press: {answer: ~}}}", "broadcasters | not settled | not settled |", "call you back"),
    ],
)
def test_a_rule_that_is_gone_is_not_printed(piece: str, says: str, says_not: str, altered, text) -> None:
    printed = text(altered("sharing-annex", piece))
    assert says in printed
    assert says_not not in printed


def test_without_flows_or_in_private_there_is_no_annex(altered, composed, refusal) -> None:
    private = altered("sharing-annex", "sharing: {visibility: partners}")
    assert "does not make its rules on sharing public" in refusal(private)
    assert "lists no flow of information" in refusal(composed("sharing-annex", "santa-fe-nm"))


def test_the_memorandum_names_the_annex_by_its_fingerprint(composed, text) -> None:
    annex = composed("sharing-annex").document
    assert annex.cover.fingerprint in text(composed("mou"))
