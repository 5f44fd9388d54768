from __future__ import annotations

import pytest
from pydantic import ValidationError

from leadkit.model.actors import Actor
from leadkit.model.eligibility import Eligibility
from leadkit.model.eligibility.exclusions import IntentToDeliver, NoContactOrder, Weapon
from leadkit.model.eligibility.offences import Offence


def exclusion(**fields: object) -> object:
    return Eligibility.model_validate({"exclusions": {"one": fields}}).exclusions["one"]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"test": "weapon", "kinds": "firearm"}, Weapon),
        ({"test": "intent_to_deliver", "when": "profit_above_subsistence"}, IntentToDeliver),
        ({"test": "no_contact_order_with_participant", "looked_up_by": "project-manager"}, NoContactOrder),
    ],
)
def test_the_test_decides_which_details_are_read(fields: dict[str, str], kind: type) -> None:
    assert type(exclusion(**fields)) is kind


def test_details_of_another_test_are_refused() -> None:
    with pytest.raises(ValidationError, match="kinds"):
        exclusion(test="not_amenable", kinds="firearm")


def test_an_offence_that_is_other_needs_a_label() -> None:
    with pytest.raises(ValidationError, match="label"):
        Offence.model_validate({"conduct": "other"})
    assert Offence.model_validate({"conduct": "other", "label": "Fishing without a card"}).label


def test_a_condition_that_is_other_needs_its_words() -> None:
    with pytest.raises(ValidationError, match="condition_text"):
        Offence.model_validate({"law": "wa-9A.56.050", "conditions": ["own_use", "other"]})


def test_a_warrant_rule_cannot_ignore_a_warrant() -> None:
    rule = {"kind": "bench", "action": "ignore"}
    with pytest.raises(ValidationError, match="action"):
        Eligibility.model_validate({"warrants": {"bench": rule}})


def test_silence_is_kept_apart_from_an_empty_list() -> None:
    assert "history" not in Eligibility.model_validate({}).model_fields_set
    assert "history" in Eligibility.model_validate({"history": {}}).model_fields_set


def test_words_for_actors_are_ids() -> None:
    screened = Eligibility.model_validate({"age": {"minimum": "18", "screened_by": [*Actor]}}).age
    assert screened is not None
    assert len(screened.screened_by) == len(Actor)
