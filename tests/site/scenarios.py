"""The scenarios of the programs as a page for everybody can take them."""

from __future__ import annotations

from datetime import date
from typing import Any

from leadkit.model.load import Jurisdiction
from leadkit.policy.compile import compile_policy
from leadkit.policy.scenarios import Tested
from leadkit.site.referred.public_policy import public_policy

PROGRAMS = ("example-county", "albany-ny", "santa-fe-nm", "seattle-king-wa")


def as_public(jurisdiction: Jurisdiction, tested: Tested) -> dict[str, Any]:
    """What is public of the policy of a scenario's day, as it is written."""
    assert tested.desk is not None
    day = date.fromisoformat(tested.desk.policy.on)
    key = (jurisdiction.source.digest, day)
    _KNOWN[key] = _KNOWN.get(key) or _on_day(jurisdiction, day)
    return _KNOWN[key]


_KNOWN: dict[tuple[str, date], dict[str, Any]] = {}


def _on_day(jurisdiction: Jurisdiction, day: date) -> dict[str, Any]:
    program, policy = jurisdiction.resolve(day).program, compile_policy(jurisdiction, day)
    assert program is not None
    assert policy is not None
    return public_policy(program, policy).policy.model_dump(mode="json", by_alias=True, exclude_none=True)


def public_case(
    policy: dict[str, Any], case: dict[str, Any] | None, *, restricted: bool = True
) -> dict[str, Any] | None:
    """The case with the facts that a public policy has; None where it names what is kept back.

    Args:
        policy: The public policy.
        case: The case as leadkit took it.
        restricted: Whether with what tells of a record, which no page asks.
    """
    if case is None or case["pathway"] not in policy["pathways"]:
        return None
    facts: dict[str, Any] = {}
    for name, value in case["facts"].items():
        declared = policy["facts"].get(name) or policy["collections"].get(name)
        if declared is None or (declared.get("restricted") and not restricted):
            continue
        if "entry" in declared and value is not None:
            value = [_entry(declared["facts"], one, restricted=restricted) for one in value]
        if declared.get("type") == "choice" and value is not None and value not in declared["options"]:
            return None
        facts[name] = value
    return {**case, "facts": facts}


def _entry(declared: dict[str, Any], entry: dict[str, Any], *, restricted: bool) -> dict[str, Any]:
    kept = {name for name, fact in declared.items() if restricted or not fact.get("restricted")}
    return {name: value for name, value in entry.items() if name in kept}
