"""What is written for other systems: ``policy.json``, and the schema of its form."""

from __future__ import annotations

import json

from leadkit.policy.policy import Policy


def policy_json(policy: Policy) -> str:
    """A policy as a file: the fields in the order of the model, what is not said left out, the same bytes each time."""
    return _text(policy.model_dump(mode="json", by_alias=True, exclude_none=True))


def policy_schema() -> str:
    """The JSON Schema of every ``policy.json``."""
    schema = Policy.model_json_schema(by_alias=True)
    return _text({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
