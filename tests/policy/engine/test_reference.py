"""Where everything is known, the engine says what the words of the language say, read one by one."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given

from leadkit.policy.engine import load
from tests.policy.strategies import COLLECTIONS, DAY, LEVELS, Json, cases, policies

_ORDER = ("not_eligible", "needs_discretion", "eligible")


def _value(name: str, policy: Json, facts: Json, entry: Json) -> Any:
    if name in policy["reducers"]:
        return _reduced(policy["reducers"][name], policy, facts)
    return entry[name.split(".")[1]] if "." in name else facts[name]


def _reduced(reducer: Json, policy: Json, facts: Json) -> int:
    counting = [entry for entry in facts[reducer["of"]] if _holds(reducer["where"], policy, facts, entry)]
    if reducer["reduce"] == "count":
        return len(counting)
    groups: dict[Any, int] = {}
    for entry in counting:
        group = entry[reducer["per"]] if "per" in reducer else None
        groups[group] = groups.get(group, 0) + entry[reducer["fact"]]
    return max(groups.values(), default=0)


def _holds(when: Json, policy: Json, facts: Json, entry: Json) -> bool:
    if "all" in when:
        return all(_holds(part, policy, facts, entry) for part in when["all"])
    if "any" in when:
        return any(_holds(part, policy, facts, entry) for part in when["any"])
    if "not" in when:
        return not _holds(when["not"], policy, facts, entry)
    value = _value(when["fact"], policy, facts, entry)
    if "is" in when:
        return bool(value is when["is"])
    if "in" in when:
        return value in when["in"]
    if "below" in when:
        return bool(value < when["below"])
    if "at_least" in when:
        return bool(value >= when["at_least"])
    day, contact, window = date.fromisoformat(value), date.fromisoformat(DAY), when["within"]
    if "days" in window:
        return (contact - day).days <= window["days"]
    return (day.year * 12 + day.month + window["months"], day.day) >= (contact.year * 12 + contact.month, contact.day)


def _outcome(policy: Json, case: Json) -> str:
    facts = case["facts"]
    charges = facts["charges"] or [None]
    outcomes = []
    for charge in charges:
        held = {
            rule["strength"]
            for rule in policy["rules"]
            if case["pathway"] in rule["pathways"]
            and (rule["scope"] == "contact" or charge is not None)
            and _holds(rule["when"], policy, facts, charge or {})
        }
        outcomes.append(
            "not_eligible" if "absolute" in held else "needs_discretion" if "presumptive" in held else "eligible"
        )
    if policy["several_charges"] == "any":
        return max(outcomes, key=_ORDER.index)
    if policy["several_charges"] == "most_serious" and facts["charges"]:
        levels = [LEVELS.index(charge["level"]) for charge in charges]
        outcomes = [outcome for outcome, level in zip(outcomes, levels, strict=True) if level == max(levels)]
    return min(outcomes, key=_ORDER.index)


@given(policies(), cases(known=True, entries=3))
def test_a_case_that_is_known_is_decided_as_it_is_written(policy: Json, case: Json) -> None:
    assert set(case["facts"]) >= set(COLLECTIONS)
    assert load(policy).outcome(case)[0] == _outcome(policy, case)
