"""Who may override: each office for its own charges, and no presumption without anybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import load
from leadkit.policy.compile import compile_policy
from leadkit.policy.engine import load as engine_of

BASE = {
    "age": 40, "area": "sampleton-city", "consents": True, "probable-cause": True, "threat-of-harm": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("named", "level", "owners"),
    [
        (["felony-charging"], "misdemeanor", ["felony-charging"]),
        (["felony-charging"], "felony", ["felony-charging"]),
        (["felony-charging", "misdemeanor-charging"], "felony", ["felony-charging"]),
        (["felony-charging", "misdemeanor-charging"], "misdemeanor", ["misdemeanor-charging"]),
        (["felony-charging", "misdemeanor-charging"], "civil", ["felony-charging", "misdemeanor-charging"]),
        (["felony-charging", "screening-desk"], "misdemeanor", ["screening-desk"]),
    ],
)
def test_an_office_overrides_for_its_own_charges_and_for_nobodys(
    over_county: Callable[[str], Path], named: list[str], level: str, owners: list[str]
) -> None:
    folder = over_county(f"eligibility: {{exclusions: {{threat-of-harm: {{override_by: [{', '.join(named)}]}}}}}}")
    policy = compile_policy(load(folder))
    assert policy is not None
    facts: dict[str, Any] = {**BASE, "charges": [{"offence": "trespass", "level": level}]}
    case = {"on": policy.on, "pathway": "arrest-diversion", "facts": facts}
    decision = engine_of(policy.model_dump(mode="json", by_alias=True)).decide(case)
    assert [one["by"] for one in decision["whose"]] == owners
