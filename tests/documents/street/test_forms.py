"""The screening form, of which each sheet keeps its own, and the referral form, which asks for little."""

from __future__ import annotations

import re

import pytest

from leadkit.documents.tree.blocks import Table
from leadkit.documents.tree.inline import Tick
from leadkit.documents.tree.trace import walk
from tests.documents.street.reading import part

SCREENING, REFERRAL = "screening-form", "referral-form"
JUSTICE, PROGRAM = "## Appendix A. Records: For the Justice Agencies Only", "## Appendix B. The Program’s Own Records"


def _sheets(whole: str) -> tuple[str, str, str]:
    """The sheet for all, the one for justice agencies, and the program's own."""
    scene, rest = whole.split(JUSTICE)
    justice, program = rest.split(PROGRAM)
    return scene, justice, program


def test_the_outcomes_stand_in_the_order_in_which_they_are_decided(paper) -> None:
    answer = part(paper(SCREENING), "C. The answer")
    assert re.findall(r"\*\*([^*]+)\.\*\*", answer) == [
        "Not eligible", "Information is needed", "Discretion is needed", "Eligible",
    ]  # fmt: skip
    whole = paper(SCREENING)
    assert whole.index("### Absolute") < whole.index("### Presumptive") < whole.index("### Weighed")


def test_each_rule_has_a_box_for_what_is_not_known_and_an_owner(paper) -> None:
    said = part(paper(SCREENING), "Presumptive: yes to any, the named person decides")
    assert (
        "| A threat of harm to others | [ ] | [ ] | [ ] | County Prosecutor or City Attorney. "
        "Recorded: why the threat no longer stands. |"
    ) in said
    assert "Beyond this: any controlled substance, to possess, 5 g" in said
    assert "No earlier conduct of this kind is known within twenty-four months" in paper(SCREENING)


def test_criminal_history_stands_on_the_sheet_of_the_justice_agencies_alone(paper) -> None:
    scene, justice, program = _sheets(paper(SCREENING))
    for record in (
        "The gravest violent convictions",
        "An open case with violence",
        "Bench warrant",
        "in community custody",
    ):
        assert record in justice
        assert record not in scene + program
    assert "This sheet stays with the justice agencies." in justice
    assert "Only the answer and one of these reasons may be told outside the justice agencies" in scene


def test_what_the_program_looks_up_is_not_for_police(paper) -> None:
    scene, justice, program = _sheets(paper(SCREENING))
    assert "An order forbids the person contact with a participant" in program
    assert "contact with a participant" not in scene + justice
    assert "Police see neither it nor a list of those who take part." in program


def test_no_sheet_says_that_somebody_is_an_informant(paper) -> None:
    whole = paper(SCREENING)
    assert "informant" not in whole
    assert "says whether the referral can go forward, and never why: [ ] Yes [ ] No\n" in whole


def test_the_public_reasons_are_those_of_the_rules_each_once(paper, program) -> None:
    rules = [*program.eligibility.exclusions.values(), *program.eligibility.history.values()]
    for code in {rule.reason_code for rule in rules if rule.reason_code}:
        assert paper(SCREENING).count(f"| {code} | ") == 1
    assert "Schedule B" not in paper(SCREENING)


def test_another_rule_prints_another_sheet(otherwise) -> None:
    whole = otherwise(SCREENING)
    assert "It is enough that one charge is on the list." in whole
    assert "One form is for one charge." in whole
    assert "contact with a participant |" in _sheets(whole)[1]
    assert "contact with a participant |" not in _sheets(whole)[2]


def test_the_screening_form_is_restricted_and_ticked_by_hand(tree) -> None:
    document = tree(SCREENING)
    assert document.audience == "restricted"
    assert sum(isinstance(each, Tick) for each in walk(document)) > 60


def test_the_door_of_an_arrest_asks_twelve_things_at_most_and_no_history(paper, tree) -> None:
    document = tree(REFERRAL)
    officers = next(each for each in document.articles if each.id == "officers")
    (table,) = [each for each in walk(officers) if isinstance(each, Table)]
    assert len(table.rows) <= 12
    asked = part(paper(REFERRAL), "For officers")
    assert "Write nothing here about warrants, records, supervision or other cases." in asked
    rows = " ".join(re.findall(r"^\| ([^|]+) \|", asked, re.MULTILINE)).lower()
    assert not re.search(r"warrant|convict|record|criminal|probation|arrests", rows)
    assert "Without that tick, do not send this form." in asked


def test_a_caller_is_told_what_a_caller_learns(paper, altered, otherwise) -> None:
    said = part(paper(REFERRAL), "For everybody else")
    assert "you may leave this empty" in said
    assert "You hear back within forty-eight hours, and learn this: that the request was answered" in said
    assert "you may leave this empty" not in otherwise(REFERRAL)
    closed = altered(REFERRAL, "pathways: {community-referral: {enabled: no}}")
    assert "For everybody else" not in closed


def test_a_form_goes_to_public_numbers_only(paper, otherwise) -> None:
    assert "Community referral, by telephone: 311, Monday to Friday from 08:00 to 19:00" in paper(REFERRAL)
    assert "360-555-0102" not in otherwise(REFERRAL)


def test_a_form_says_who_is_told_and_what(paper, altered) -> None:
    """The Tribe is asked about its own members by telephone; it is sent no form."""
    told = part(paper(REFERRAL), "Who Is Told, and What")
    assert "*From the Sampleton Police and the Sheriff’s Office to the Referral desk and Bridgeway:* Name" in told
    asked = next(line for line in told.splitlines() if "to the Sample River Tribe" in line)
    assert asked.endswith("By telephone to the Tribe’s duty officer, before an offer to a member of the Tribe.")
    silent = altered(REFERRAL, "sharing: {flows: {question-to-the-tribe: {channel: ~}}}")
    assert "to the Sample River Tribe:* Name, date of birth and how to reach the person.\n" in silent


@pytest.mark.parametrize("form", [SCREENING, REFERRAL])
def test_who_can_have_no_form(form: str, refusal) -> None:
    assert "only its own parties can issue a form" in refusal(form, "santa-fe-nm")
    assert "one to plan" in refusal(form, piece="agreement: {stage: planning}")
