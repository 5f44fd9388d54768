"""Each distinction of real programs that is about eligibility: the text that makes it makes another policy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from leadkit.model.load import Jurisdiction
from leadkit.policy.compile import compile_policy
from tests.edge_cases.test_edge_cases import CASES, States
from tests.mistakes.workshop import reading_once

CHANGED = {
    "01-limit-waived-for-one-substance": {"amounts.opiates"},
    "02-delivery-only-with-profit": {"eligibility.exclusions.profit"},
    "03-level-decides-who-charges": {"eligibility.amounts.controlled-substance"},
    "07-social-only-list-not-agreed": {"pathways.arrest-diversion.enabled"},
    "08-no-police-clearance": {"pathways.community-referral.police_clearance"},
    "09-no-record-excludes": {"open eligibility.history"},
    "11-residence-of-24-months": {"eligibility.residence"},
    "12-complainant-declines": {"eligibility.consent.complainant", "eligibility.exclusions.no-victim-consent"},
    "18-hours-differ-by-area": {"procedure.hours.county.outside"},
    "19-zone-and-beats-then-citywide": {"pathways.social-contact.areas"},
    "25-law-changes-in-mid-life": {"eligibility.offences.possession.levels"},
    "a01-warrant-by-kind-and-action": {"eligibility.warrants.agency-form"},
    "a02-incomplete-set-never-clears": {"history.gravest"},
    "d04-overdose-leads-to-a-pathway": {"pathways.post-overdose.enabled"},
    "d14-youth-are-out": {"fact age"},
    "d15-tribal-land": {"areas.other-land.indian_country"},
    "d21-stay-out-order": {"collection charges"},
    "d25-co-arrestees": {"eligibility.co_arrestees.rule"},
    "d26-second-offer": {"eligibility.second_offers.after_declined.again"},
    "d28-pure-weight": {"amounts.controlled-substance", "collection items"},
    "d29-third-prosecutor": {"eligibility.amounts.damage"},
    "d32-domestic-violence": {"eligibility.victims.domestic_violence"},
}
"""What of the policy the exchanged text changes. The other cases are about documents, duties, money or records."""

ON = {"a02-incomplete-set-never-clears": date(2026, 9, 1)}
"""The day asked about, where it is not that of the program: the county's set is complete as of a day."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[States]:
    with reading_once():
        yield States(tmp_path_factory.mktemp("flipped"))


def _parts(jurisdiction: Jurisdiction, on: date | None) -> dict[str, str]:
    """The parts of a policy by name, without the places, which move with the text."""
    policy = compile_policy(jurisdiction, on)
    assert policy is not None
    parts = {rule.id: rule.model_copy(update={"place": None}).model_dump_json() for rule in policy.rules}
    parts |= {name: one.model_dump_json() for name, one in policy.reducers.items()}
    parts |= {f"fact {name}": one.model_dump_json() for name, one in policy.facts.items()}
    parts |= {f"collection {name}": one.model_dump_json() for name, one in policy.collections.items()}
    return parts | {f"open {gap.path}": gap.model_dump_json() for gap in policy.open}


@pytest.mark.parametrize("name", CHANGED)
def test_the_exchanged_text_changes_the_policy(name: str, states: States) -> None:
    here, flipped = (_parts(states.state(name, state), ON.get(name)) for state in ("case", "flipped"))
    changed = {part for part in here.keys() | flipped.keys() if here.get(part) != flipped.get(part)}
    assert CHANGED[name] <= changed


def test_the_cases_are_cases() -> None:
    assert CHANGED.keys() <= CASES.keys()
