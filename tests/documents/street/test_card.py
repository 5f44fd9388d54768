"""The pocket card: what stops an offer first, whose judgment a presumption is, and how old the card is."""

from __future__ import annotations

import re

from tests.documents.street.reading import part

CARD = "pocket-card"
STOP, ASK = "Stop: Yes to Any, No Offer", "Ask (P): Yes to Any, No Offer Unless Set Aside"
LIMITS = "Limits (P: May Be Set Aside)"


def test_help_and_stops_come_before_what_can_be_set_aside(paper) -> None:
    whole = paper(CARD)
    order = ["First: Help", STOP, ASK, LIMITS, "Records", "Call", "No Answer", "Listed Offenses", "Say", "This Card"]
    assert re.findall(r"^### (.*)", whole, re.MULTILINE) == order


def test_each_bar_stands_where_its_strength_puts_it(paper) -> None:
    stop, ask = part(paper(CARD), STOP), part(paper(CARD), ASK)
    assert "- Violence at the contact (arrest diversion only)" in stop
    assert (
        "- There was a weapon at the contact: a firearm, a knife, or anything else used as a weapon; used, shown"
        in stop
    )
    assert "protection order: only if it is broken at the contact" in stop
    assert "- The person is younger than 18" in stop
    assert "| A threat of harm to others | County Prosecutor or City Attorney |" in ask
    assert "| The offense is not on the list | Nobody at the scene |" in ask
    assert "Nobody until the court has recalled it or it is served" in ask


def test_a_bar_that_changes_its_strength_changes_its_place(otherwise) -> None:
    whole = otherwise(CARD)
    assert "Violence at the contact" not in part(whole, STOP)
    assert "| Violence at the contact (arrest diversion only) | County Prosecutor |" in part(whole, ASK)
    assert "threat of harm" not in whole


def test_criminal_history_and_what_others_look_up_is_not_on_the_card(paper) -> None:
    whole = paper(CARD)
    assert "the Records desk looks it up and answers yes or no" in whole
    for hidden in ("Schedule B", "violent convictions", "informant", "An open case with violence"):
        assert hidden not in whole


def test_limits_and_offences_are_those_of_the_model(paper, program) -> None:
    limits = part(paper(CARD), LIMITS)
    for limit in program.eligibility.amounts.values():
        assert limit.at_most is not None
        assert str(limit.at_most) in limits
    rows = part(paper(CARD), "Listed Offenses").count("\n| ") - 2
    assert rows == sum(not each.excluded for each in program.eligibility.offences.values())
    assert "*Never:* resisting arrest." in paper(CARD)


def test_an_offence_that_asks_a_complainant_otherwise_than_the_rule_says_so(altered) -> None:
    whole = altered(CARD, "eligibility: {offences: {possession: {victim_type: ~}, theft: {consent_required: always}}}")
    assert "only to possess; no complainant is asked |" in whole
    assert "only where the complainant agrees |" in whole


def test_a_limit_that_counts_the_pure_drug_is_not_judged_at_the_scene(otherwise) -> None:
    said = part(otherwise(CARD), LIMITS)
    assert "5 g" not in said
    assert "cannot be judged at the scene, and is not on this card: Any controlled substance, to possess." in said


def test_it_says_whom_to_call_and_what_no_answer_means(paper, otherwise) -> None:
    whole = paper(CARD)
    assert "| Arrest diversion | 360-555-0100 | 24/7 |" in whole
    assert "| Unincorporated Example County | Daily 07:00-23:00 |" in whole
    assert "*Language line:* State contract for telephone interpreting" in whole
    assert "An unanswered call is no ground to book." in whole
    other = otherwise(CARD)
    assert "| Arrest diversion | 360-555-0199 | 24/7 |" in other
    assert "360-555-0101" not in other
    assert "| Officer social contact | 360-555-0100 | 24/7 |" in other, "the case managers' own line, which is public"


def test_it_says_its_last_day_and_what_it_was_made_from(paper, otherwise) -> None:
    annex = re.search(r"Fingerprint:\*\* (\w+)", paper("eligibility-annex"))
    assert annex
    assert f"version 2026-02, fingerprint {annex[1]}." in part(paper(CARD), "This Card")
    assert "*Do not use after* June 30, 2027." in paper(CARD)
    assert "*Do not use after* \\_" in otherwise(CARD)
    assert annex[1] not in otherwise(CARD)


def test_it_is_for_officers_and_not_for_everybody(tree) -> None:
    assert tree(CARD).audience == "restricted"


def test_who_can_have_no_card(refusal) -> None:
    assert "only its own parties can issue a card" in refusal(CARD, "santa-fe-nm")
    assert "has not been agreed" in refusal(CARD, piece="eligibility: {list_status: not_agreed}")
    closed = "pathways: {arrest-diversion: {enabled: no}, social-contact: {enabled: no}}"
    assert "No pathway that is open" in refusal(CARD, piece=closed)


def test_what_narrows_a_rule_twice_stands_after_one_colon(paper) -> None:
    assert "an order to stay out of an area: the Downtown core; only if it is broken at the contact" in paper(CARD)
