from __future__ import annotations

import pytest
from pydantic import ValidationError

from leadkit.model.events import Event
from leadkit.model.procedure import Procedure
from leadkit.model.procedure.charge import Filing, ReleaseEvent
from leadkit.values.quantities import Duration


def test_a_clock_is_a_range_with_a_successor() -> None:
    clocks = Procedure.model_validate(
        {
            "clocks": {
                "assessment": {"starts": "arrest", "at_most": "7 days", "then": "engagement"},
                "engagement": {"starts": "previous_clock", "at_most": "30 days"},
                "intake": {"starts": "referral", "at_least": "7 days", "at_most": "30 days"},
            }
        }
    ).clocks
    assert clocks["assessment"].then == "engagement"
    assert clocks["engagement"].starts is Event.PREVIOUS_CLOCK
    assert clocks["intake"].at_least == Duration.parse("7 days")


@pytest.mark.parametrize(
    ("place", "filing", "release"),
    [
        ("bangor", "no_paper", "diverted"),
        ("santa-fe", "sent_and_held", "intake"),
        ("los-angeles", "held_in_abeyance", "intake_and_plan"),
        ("clackamas", "sent_and_held", "assessment_and_treatment"),
        ("staten-island", "filed_and_continued", "engagement"),
    ],
)
def test_each_way_a_charge_ends_is_sayable(place: str, filing: str, release: str) -> None:
    handling = Procedure.model_validate(
        {"charge_handling": {place: {"filing": filing, "release_event": release}}}
    ).charge_handling[place]
    assert (handling.filing, handling.release_event) == (Filing(filing), ReleaseEvent(release))


def test_an_incident_that_is_other_needs_its_words() -> None:
    with pytest.raises(ValidationError, match="event_text"):
        Procedure.model_validate({"critical_incidents": {"fire": {"event": "other"}}})


def test_an_unanswered_call_has_no_rule_unless_one_is_chosen() -> None:
    nights = Procedure.model_validate({"after_hours": {"nights": {"action": "next_day"}}}).after_hours["nights"]
    assert nights.no_answer_rule is None
