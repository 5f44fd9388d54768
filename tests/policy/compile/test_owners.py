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
    assert _whose(folder, {"offence": "trespass", "level": level}) == owners


OFFICES = ("felony-charging", "misdemeanor-charging", "county-misdemeanor-charging")


@pytest.mark.parametrize(
    ("named", "area", "level", "owners"),
    [
        (OFFICES, "sampleton-city", None, OFFICES[:2]),
        (OFFICES, "unincorporated", None, (OFFICES[0], OFFICES[2])),
        (OFFICES, None, None, OFFICES),
        (OFFICES, None, "misdemeanor", OFFICES),
        (OFFICES[1:], "downtown-core", "felony", OFFICES[1:2]),
        (OFFICES[1:], "downtown-core", None, OFFICES[1:2]),
        (OFFICES[1:], "whole-county", "misdemeanor", OFFICES[1:]),
    ],
)
def test_nobody_overrides_where_the_place_is_another_office_s(
    over_county: Callable[[str], Path],
    named: tuple[str, ...],
    area: str | None,
    level: str | None,
    owners: tuple[str, ...],
) -> None:
    """Where the level or the place is not told, those stay whose place it may be; where it is nobody's, everybody."""
    folder = over_county(f"eligibility: {{exclusions: {{threat-of-harm: {{override_by: [{', '.join(named)}]}}}}}}")
    charge = {"offence": "trespass", **({"level": level} if level else {})}
    assert _whose(folder, charge, area=area) == list(owners)


def _whose(folder: Path, charge: dict[str, Any], **facts: Any) -> list[str]:
    policy = compile_policy(load(folder))
    assert policy is not None
    told = {name: fact for name, fact in {**BASE, **facts}.items() if fact is not None}
    case = {"on": policy.on, "pathway": "arrest-diversion", "facts": {**told, "charges": [charge]}}
    decision = engine_of(policy.model_dump(mode="json", by_alias=True)).decide(case)
    return [one["by"] for one in decision["whose"]]
