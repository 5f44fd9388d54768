"""The form of a policy: what it refuses."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from leadkit.policy.language import Expression, Window

EXPRESSION: TypeAdapter[Expression] = TypeAdapter(Expression)


@pytest.mark.parametrize("text", ["{}", '{"months": 3, "days": 3}', '{"months": 0}', '{"days": -1}'])
def test_a_stretch_of_time_is_in_months_or_in_days(text: str) -> None:
    with pytest.raises(ValidationError):
        Window.model_validate_json(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"fact": "age", "below": 17.5}',
        '{"fact": "age", "below": "18"}',
        '{"fact": "consents", "is": 1}',
        '{"fact": "area", "in": []}',
        '{"fact": "age", "above": 18}',
        '{"fact": "age", "below": 18, "note": "adults"}',
        '{"all": [{"fact": "age"}]}',
    ],
)
def test_a_condition_is_one_of_the_few_forms_and_has_whole_numbers(text: str) -> None:
    with pytest.raises(ValidationError):
        EXPRESSION.validate_json(text)


def test_conditions_are_read_by_the_word_in_them() -> None:
    text = '{"all":[{"not":{"fact":"area","in":["north"]}},{"any":[]},{"fact":"day","within":{"days":0}}]}'
    read = EXPRESSION.validate_json(text)
    assert EXPRESSION.dump_json(read, by_alias=True, exclude_none=True).decode() == text
