"""``nothing_else``: what it answers, and what it leaves unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from leadkit.policy.cases.desk import Decided
from leadkit.policy.cases.nothing_else import fill
from leadkit.policy.language import Any as Some
from leadkit.policy.policy import (
    Collection,
    Fact,
    FactType,
    Pathway,
    Policy,
    Rule,
    SeveralCharges,
    Strength,
)

Decide = Callable[..., Decided]
BASE = """
age: 34
area: downtown-core
consents: yes
probable-cause: yes
charges: {first: {offence: possession, act: possess, level: gross_misdemeanor, user-quantity: yes}}
items: {heroin: {offence: possession, act: possess, substance: heroin, weight: 2 g}}
"""


def _filled(decide: Decide, facts: str = "age: 34", pathway: str = "arrest-diversion") -> dict[str, Any]:
    decided = decide(facts, pathway=pathway, nothing_else=True)
    assert decided.case is not None, decided.found
    filled: dict[str, Any] = decided.case["facts"]
    return filled


def _outcome(decide: Decide, facts: str, **more: Any) -> str:
    decided = decide(facts, **more)
    assert decided.decision is not None, decided.found
    outcome: str = decided.decision["outcome"]
    return outcome


def test_it_makes_the_commonest_case_eligible_and_its_absence_does_not(decide: Decide) -> None:
    assert _outcome(decide, BASE, nothing_else=True) == "eligible"
    assert _outcome(decide, BASE) == "needs_information"


@pytest.mark.parametrize("named", ["age", "area", "consents", "probable-cause", "charges", "items"])
def test_what_would_keep_out_or_must_be_measured_has_to_be_named(decide: Decide, named: str) -> None:
    lines = [line for line in BASE.splitlines() if not line.startswith(f"{named}:")]
    decided = decide("\n".join(lines), nothing_else=True)
    assert decided.decision is not None
    assert decided.decision["outcome"] == "needs_information"
    assert named in decided.decision["missing"]


def test_no_is_answered_where_it_keeps_nobody_out(decide: Decide) -> None:
    filled = _filled(decide)
    assert filled["violent-on-contact"] is False
    assert "consents" not in filled
    assert filled["weapon"] == "none"
    assert filled["records"] == filled["warrants"] == []
    assert {"charges", "items", "time"}.isdisjoint(filled)


def test_what_was_done_with_a_weapon_tells_that_there_was_one(decide: Decide) -> None:
    assert "weapon" not in _filled(decide, "weapon-use: used")
    assert _outcome(decide, f"{BASE}weapon-use: used\n", nothing_else=True) == "needs_information"


def test_a_condition_that_must_be_met_stays_unknown(decide: Decide) -> None:
    [charge] = _filled(decide, "charges: {a: {offence: possession}}")["charges"]
    assert {"user-quantity", "level"}.isdisjoint(charge)
    assert charge["poverty-condition"] is False


def test_nothing_of_a_record_is_answered_by_silence(decide: Decide) -> None:
    assert _filled(decide, "records: {a: {offence: other}}")["records"] == [{"offence": "other"}]


def test_earlier_conduct_that_a_pathway_needs_is_not_taken_for_none(decide: Decide) -> None:
    assert "earlier-conduct" not in _filled(decide, pathway="social-contact")
    assert _filled(decide, pathway="arrest-diversion")["earlier-conduct"] == []


def test_no_charge_is_taken_for_granted_where_the_pathway_needs_none(decide: Decide) -> None:
    assert _filled(decide, pathway="social-contact")["charges"] == []


@pytest.mark.parametrize("word", ["~", "unknown", "Unknown", "null"])
def test_what_is_said_to_be_unknown_stays_so(decide: Decide, word: str) -> None:
    assert _filled(decide, f"violent-on-contact: {word}")["violent-on-contact"] is None
    assert _filled(decide, f"warrants: {word}")["warrants"] is None


def test_an_entry_that_would_count_for_the_person_is_not_made_to_count_against_them(decide: Decide) -> None:
    [earlier] = _filled(decide, "earlier-conduct: {a: {date: 2026-04}}", "social-contact")["earlier-conduct"]
    assert earlier == {"date": "2026-04"}


def test_a_level_and_a_question_that_stands_for_a_number_are_never_answered() -> None:
    def choice(*options: str) -> Fact:
        return Fact(type=FactType.CHOICE, question="?", options=dict.fromkeys(options, "?"))

    never = Rule(id="never", text="?", when=Some(any=()), strength=Strength.ABSOLUTE, pathways=("arrest",))
    policy = Policy(
        program="", name="", on="2026-10-01", several_charges=SeveralCharges.ALL,
        pathways={"arrest": Pathway(name="Arrest", needs_charge=True)},
        facts={
            "over-limit": Fact(type=FactType.YES_NO, question="Is it over the limit?"),
            "weapon": choice("none", "knife"),
        },
        collections={"charges": Collection(entry="charge", question="?", facts={"level": choice("none", "felony")})},
        rules=(never,),
    )  # fmt: skip
    assert fill(policy, "arrest", {"charges": [{}]}) == {"charges": [{}], "weapon": "none"}
