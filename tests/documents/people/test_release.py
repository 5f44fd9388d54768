"""The release of information: its parts, the elements that the law asks for, and what may not stand together."""

from __future__ import annotations

import re

import pytest

from leadkit.documents.library import default_root, load
from leadkit.documents.tree.inline import Blank
from leadkit.documents.tree.trace import walk
from leadkit.model.sharing.releases import Coverage
from tests.documents.people.reading import grade

KIND = "release-of-information"
FORMS = (KIND, "release-justice", "release-treatment", "release-neighbor", "release-story", "proceedings-consent")
ELEMENTS = ["(1)", "(2)", "(3)", "(4)", "(4)(iii)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)(i)", "(10)(ii)"]


def _release(name: str, fields: str) -> str:
    return f"sharing: {{releases: {{{name}: {fields}}}}}\n"


def test_each_element_that_the_law_asks_for_has_a_clause_that_is_always_printed(composed) -> None:
    clauses = load(KIND, default_root()).clauses.values()
    found = {
        element
        for clause in clauses
        if clause.status == "mandatory" and clause.basis.startswith("42 CFR 2.31(a)")
        for element in re.findall(r"\(a\)((?:\([0-9]+\))(?:\([iv]+\))?)", clause.basis)
    }
    assert sorted(found) == sorted(ELEMENTS)
    printed = {clause.id for article in composed("release-treatment").document.articles for clause in article.clauses}
    assert printed >= {clause.id for clause in clauses if clause.status == "mandatory"}


def test_a_release_prints_a_part_for_each_block_and_purpose(composed, text) -> None:
    printed = text(composed("release-justice"))
    parts = re.findall(r"^### (.*)\n\n- \*\*Who may tell:", printed, flags=re.MULTILINE)
    assert parts == [
        "The office that decides about my charge, for my charge",
        "The police agency that referred me, to work together",
        "The agencies of the work group, each named in the release, to work together",
        "The County Prosecutor and the City Attorney, about my cases",
        "Community Corrections, to be screened",
        "The Records desk, to be screened",
        "Community Corrections, to work together",
    ]
    blanks = [each.label for each in walk(composed("release-justice").document) if isinstance(each, Blank)]
    assert blanks.count("Initials") == len(parts)


def test_a_part_says_who_tells_what_to_whom_for_what_and_what_they_may_not_do(composed, text) -> None:
    first = text(composed("release-justice")).split("for my charge")[1].split("###")[0]
    assert first.strip().split("\n") == [
        "- **Who may tell:** Bridgeway.",
        "- **What:** intake done: yes or no, with the date.",
        "- **Who may know:** the County Prosecutor and the City Attorney.",
        "- **Why:** so that the charge can be decided on.",
        "- **They may not:** act against me because of it, use it as evidence against me, use it to investigate, "
        "or use it to enforce immigration law.",
        "",
        r"The form is of no use without this part. I agree to it (initials): \_\_\_\_\_\_\_\_",
    ]


def test_supervision_is_told_of_engagement_to_work_together_and_not_to_screen(composed, text) -> None:
    parts = text(composed("release-justice")).split("### Community Corrections, ")
    assert [part.startswith("to be screened") for part in parts[1:]] == [True, False]
    assert "engaged" not in parts[1].split("###")[0]
    assert "engaged" in parts[2].split("###")[0]


def test_a_treatment_program_tells_nothing_of_treatment_by_a_form_that_is_no_consent_to_it(composed, text) -> None:
    said = "- **Not by this part:** records of treatment for drug or alcohol use, or whether I am or was in such"
    assert text(composed("release-of-information")).count(said) == 2
    assert not any(said in text(composed(form)) for form in ("release-treatment", "release-justice"))


def test_a_consent_for_a_proceeding_is_for_the_one_case_and_for_no_work_on_others(composed, text) -> None:
    part = text(composed("proceedings-consent")).split("## What I Agree To")[1].split("\n## ")[0]
    assert "### My lawyer, whom I name in this form, for one case" in part
    assert "- **Why:** for use in the one case that I name in this form." in part
    assert "cases can be worked on together" not in part


def test_a_group_is_named_by_its_members(composed, text) -> None:
    assert "- **The Operational Work Group:** the Sampleton Police, the Sheriff’s Office" in text(
        composed("release-justice")
    )
    assert "Who belongs to a group" not in text(composed("release-treatment"))


def test_treatment_stands_apart_from_police_and_every_other_purpose(composed, altered, text, refusal) -> None:
    printed = text(composed("release-treatment"))
    assert "for treatment, payment and running the services, and nothing else" in printed
    assert not re.search(r"Sampleton Police|County Prosecutor|City Attorney|Sheriff", printed)
    mixed = _release("treatment-release", "{blocks: {treatment: {purpose: [treatment, charging]}}}")
    assert "which 42 CFR 2.31 forbids" in refusal(altered("release-treatment", mixed))


def test_what_a_recipient_may_do_depends_on_the_release(composed, altered, text) -> None:
    treatment = text(composed("release-treatment"))
    assert (
        "as that law allows. They may not do so for a civil, criminal, administrative or legislative case" in treatment
    )
    assert "A notice that federal law guards these records goes along with them" in treatment
    justice = text(composed("release-justice"))
    assert "Some of those who get the facts may pass them on" in justice
    assert "A notice that federal law" not in justice
    silent = altered("release-justice", _release("justice-release", "{redisclosure_explained: no}"))
    assert "may pass them on" not in text(silent)


@pytest.mark.parametrize(
    ("expiry", "said"),
    [
        ("{kind: date, on: 2027-12-31}", "This form ends on December 31, 2027."),
        ("{kind: event, event: exit, words: When I say so}", "This form ends at this time: when I say so."),
        ("{kind: event, event: exit}", "This form ends when you leave the program."),
        ("{kind: duration, length: 90 days, after: release_signed}", "This form ends 90 days after you sign it."),
        ("{kind: until_revoked}", "This form has no end date. It holds until you take it back."),
    ],
)
def test_it_says_when_it_ends(expiry: str, said: str, altered, text) -> None:
    before = {"length", "after"} - set(re.findall(r"\w+(?=:)", expiry))
    piece = expiry.removesuffix("}") + "".join(f", {name}: ~" for name in sorted(before)) + "}"
    assert said in text(altered(KIND, _release("care-team-release", f"{{expiry: {piece}}}")))


def test_it_may_be_taken_back_for_one_recipient_and_in_writing(composed, altered, text) -> None:
    printed = text(composed(KIND))
    assert "all of it, one part of it, or for one person or office only. You need give no reason." in printed
    assert "- Tell Bridgeway, in writing, in person, by phone, or by a message." in printed
    assert "- Those who may no longer be told learn of it within 1 business day." in printed
    assert "You may always do it in writing." not in printed
    assert "- You may always do it in writing." in text(composed("release-neighbor"))
    whole = text(altered(KIND, _release("care-team-release", "{revocable_per_recipient: no}")))
    assert "You may take this form back at any time, as a whole." in whole


def test_a_consent_tied_to_a_case_holds_until_its_event(altered, text) -> None:
    tied = "{basis: {kind: criminal_justice_referral, irrevocable_until: filing_decision}}"
    printed = text(altered("release-justice", _release("justice-release", tied)))
    assert (
        "It cannot be taken back until it is this time: when the prosecutor has decided about your charge." in printed
    )
    assert "Once the time named below has come, you may take this form back" in printed
    assert "at any time" not in printed


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("nothing", "Nothing that you get from the program depends on it."),
        ("participation", "You cannot take part in the program without it."),
        ("diversion_of_charge", "How your charge is handled may depend on it."),
    ],
)
def test_it_says_what_a_no_costs(condition: str, said: str, altered, text) -> None:
    printed = text(altered(KIND, _release("care-team-release", f"{{condition_of: {condition}}}")))
    assert f"You do not have to sign. {said}" in printed


def test_who_signs_and_what_the_interpreter_signs(composed, altered, text) -> None:
    labels = [each.label for each in walk(composed(KIND).document) if isinstance(each, Blank)]
    assert labels.count("The person") == labels.count("Date signed") == 1
    assert {"Name of the person", "Interpreter and language", "The interpreter"} <= set(labels)
    assert "Signature of the interpreter" not in text(composed("release-treatment"))
    assert "If you are under 18, who must sign: the person and the parent or guardian." in text(
        composed("release-story")
    )


def test_an_open_field_prints_its_box(altered, text) -> None:
    piece = _release("care-team-release", "{expiry: ~}") + (
        "open: {sharing.releases.care-team-release.expiry: {why: undecided, question: How long?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> How long?" in text(altered(KIND, piece))


def test_a_consent_for_proceedings_is_for_one_case_alone(altered, text) -> None:
    alone = f"{{covers: {Coverage.PART2_PROCEEDINGS}, blocks: {{story: {{purpose: legal_coordination}}}}}}"
    assert "it is signed apart from any other form" in text(altered("release-story", _release("story-release", alone)))


def test_a_program_without_the_release_has_no_such_form(composed, altered, refusal) -> None:
    assert "only its own parties can issue a form" in refusal(composed(KIND, "santa-fe-nm"))
    none = altered(KIND, _release("care-team-release", "{form: ~}"))
    assert "No release of the program is printed by this form." in refusal(none)
    twice = altered(KIND, _release("story-release", f"{{form: {KIND}}}"))
    assert "each needs a form of its own" in refusal(twice)


@pytest.mark.parametrize("form", FORMS)
def test_it_is_read_at_school_grade_eight_or_below_and_tells_nothing_private(form: str, composed, text) -> None:
    printed = text(composed(form))
    assert grade(printed) <= 8, grade(printed)
    assert not re.search(r"\b(None|True|False|[a-z]+_[a-z]+)\b|[0-9]{3}-[0-9]{3}-[0-9]{4}|A\. Sample", printed)


def test_a_recipient_outside_the_program_is_written_in_by_name(composed, text) -> None:
    line = "- **Which one, by name:** \\_"
    assert text(composed("release-neighbor")).count(line) == text(composed("release-story")).count(line) == 1
    assert line not in text(composed(KIND))
    assert line not in text(composed("release-justice"))
