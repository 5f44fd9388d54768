"""Where answers turn: levels and outcomes of several charges, sums of several entries, the ends of look-backs."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from leadkit.policy.engine import load
from leadkit.policy.policy import Policy
from tests.policy.batch.tables import ENGINES, Json, expected, rows_of, screened
from tests.policy.strategies import COLLECTIONS, FACTS, LEVELS

RULE = {"text": "?", "pathways": ["arrest"], "strength": "absolute", "scope": "contact"}


def policy_of(rules: list[Json], several: str = "all", reducers: Json | None = None) -> Json:
    """A policy of these rules over the facts of the strategies; what each leaves out is as in ``RULE``."""
    return {
        "format": 1, "program": "p", "name": "P", "on": "2026-02-28", "several_charges": several,
        "seriousness": list(LEVELS), "pathways": {"arrest": {"name": "A", "needs_charge": False}},
        "facts": FACTS, "collections": COLLECTIONS, "reducers": reducers or {},
        "rules": [{**RULE, "id": f"rule-{number}", **rule} for number, rule in enumerate(rules)],
    }  # fmt: skip


def agree(engine: str, policy: Json, facts: list[Json], ons: list[str] | None = None) -> list[str]:
    """Let a table decide cases of these facts, and hold it against the engine; their outcomes."""
    days = ons or [policy["on"]] * len(facts)
    cases = [{"on": on, "pathway": "arrest", "facts": one} for on, one in zip(days, facts, strict=True)]
    typed = Policy.model_validate_json(json.dumps(policy))
    answers, rejected = screened(engine, typed, rows_of(typed, cases, grouped=True))
    assert not rejected
    assert answers == expected(load(policy), cases, [f"case {n:04d}" for n in range(1, len(cases) + 1)], typed)
    return [outcome for outcome, _, _ in answers.values()]


OUTCOMES: list[Json] = [{"armed": True, "offence": "sale"}, {"armed": True, "offence": "theft"},
                        {"armed": False, "offence": "other"}, {"offence": "other"}]  # fmt: skip
"""A charge that is barred, one that is presumed so, one that is free, and one of which that is not known."""


@pytest.mark.parametrize("several", ["all", "any", "most_serious"])
@pytest.mark.parametrize("engine", ENGINES)
def test_charges_of_every_outcome_and_level_come_together(engine: str, several: str) -> None:
    armed = {"fact": "charge.armed", "is": True}
    rules = [
        {"scope": "charge", "strength": strength, "when": {"all": [armed, {"fact": "charge.offence", "in": [offence]}]}}
        for strength, offence in (("absolute", "sale"), ("presumptive", "theft"))
    ]
    rules.append({"scope": "charge", "when": {"all": [armed, {"fact": "charge.offence", "in": ["other"]}]}})
    charges = [{**one, **level} for one in OUTCOMES for level in ({}, *({"level": name} for name in LEVELS))]
    pairs = [{"charges": list(some)} for some in itertools.product(charges, repeat=2)]
    threes = [{"charges": list(some)} for some in itertools.product(charges[::3], charges[1::3], charges[::5])]
    outcomes = agree(engine, policy_of(rules, several), [{"charges": []}, {}, *pairs, *threes])
    assert set(outcomes) == {"not_eligible", "needs_information", "needs_discretion", "eligible"}


@pytest.mark.parametrize("engine", ENGINES)
def test_entries_of_every_kind_add_up(engine: str) -> None:
    of: Json = {
        "of": "items",
        "where": {"any": [{"fact": "item.substance", "in": ["opiate"]}, {"fact": "consents", "is": False}]},
    }
    made: Json = {
        "count": {"reduce": "count", **of},
        "total": {"reduce": "total", "fact": "weight", **of},
        "greatest": {"reduce": "greatest_total", "fact": "weight", "per": "substance", **of},
    }
    rules = [{"when": {"fact": name, word: bound}}
             for name in made for word in ("at_least", "below") for bound in (1, 2, 3)]  # fmt: skip
    entries = [
        {**weight, **substance}
        for weight in ({}, {"weight": 0}, {"weight": 2})
        for substance in ({}, {"substance": "opiate"}, {"substance": "other"})
    ]
    lists = [[], *([one] for one in entries), *(list(two) for two in itertools.product(entries, repeat=2))]
    lists += [list(three) for three in itertools.combinations(entries, 3)]
    facts: list[Json] = [
        {"items": one, **known} for one in lists for known in ({}, {"consents": False}, {"consents": True})
    ]
    some = [{}, {"items": [{}], "consents": True}, *facts]
    agree(engine, policy_of(rules, reducers=made), some)
    agree(engine, policy_of([{"when": {"fact": "total", "at_least": 2}}], reducers=made), some)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_list_that_one_row_leaves_open_is_open(engine: str) -> None:
    made = {"reduce": "greatest_total", "of": "items", "where": {"all": []}, "fact": "weight", "per": "substance"}
    policy = policy_of([{"when": {"fact": "made", "at_least": 2}}], reducers={"made": made})
    rows = [
        {"row": 1, "case": "a", "on": "2026-02-28", "pathway": "arrest", "items": "1", "item.weight": "3"},
        {"row": 2, "case": "a", "on": "2026-02-28", "pathway": "arrest", "items": None, "item.weight": None},
    ]
    answers, _ = screened(engine, Policy.model_validate_json(json.dumps(policy)), rows)
    assert answers == {"a": ("needs_information", (), {"items", "item.substance"})}


PASTS = ["2024-02-29", "2024-02", "2024", "2025-02-27", "2025-02-28", "2025-02", "2025-03-01", "2025-03", "2025",
         "2026-01-31", "2026-01", "2026-02", "2026", "2023-12-31", "2024-03-01", "2024-04", "2024-01", "2000-02",
         "1900-02", "2024-12-31", "2024-12"]  # fmt: skip
WINDOWS: list[Json] = [{"months": 12}, {"months": 24}, {"months": 1}, {"months": 14}, {"months": 1513}, {"days": 365},
                       {"days": 366}, {"days": 730}, {"days": 731}, {"days": 28}, {"days": 59}, {"days": 46_081},
                       {"days": 46_082}, {"days": 46_080}, {"days": 9522}, {"days": 9496}]  # fmt: skip


ONS = ("2026-02-28", "2026-03-29", "2026-03-31", "2024-02-29")


@pytest.mark.parametrize("engine", ENGINES)
def test_look_backs_end_on_the_same_day(engine: str) -> None:
    conditions: list[Json] = [{"fact": "born", "within": window} for window in WINDOWS]
    rules = [{"when": one} for one in (*conditions, *({"not": one} for one in conditions))]
    facts = [(on, {"born": past}) for on in ONS for past in PASTS if past <= on[: len(past)]]
    agree(engine, policy_of(rules), [fact for _, fact in facts], [on for on, _ in facts])


@pytest.mark.parametrize("engine", ENGINES)
def test_an_unknown_number_is_still_no_more_than_it_can_be(engine: str) -> None:
    rules: list[Any] = [
        {"when": {"fact": "age", word: bound}} for word in ("below", "at_least") for bound in (0, 1, 3, 4)
    ]
    agree(engine, policy_of(rules), [{}, *({"age": age} for age in range(4))])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_time_is_written_as_people_write_it(engine: str) -> None:
    made = policy_of([{"when": {"fact": "time", "at_least": at}} for at in (2310, 2311)])
    question = {"type": "number", "question": "When?", "unit": "minutes_of_the_week", "at_most": 10079}
    typed = Policy.model_validate_json(json.dumps({**made, "facts": {"time": question}}))
    tuesday = ["14:30", "Tue 14:30", "tuesday 14:30", "2026-12-01 14:30", "2026-12-01T14:30", "2310"]
    wrong = ["24:00", "Tu 14:30", "Tuesdays 14:30", "14.30", "14:3", "2026-12-1 14:30", "Mon 14:30", "2026-11-24 14:30"]
    rows = [{"row": number, "on": "2026-12-01", "pathway": "arrest", "time": time}
            for number, time in enumerate([*tuesday, *wrong], 1)]  # fmt: skip
    rows.append({"row": 20, "on": "2026-11-30", "pathway": "arrest", "time": "14:31"})
    rows.append({"row": 21, "on": "2026-12-06", "pathway": "arrest", "time": "0:05"})
    rows.append({"row": 22, "on": "2026-12-01", "pathway": "arrest", "time": None})
    answers, rejected = screened(engine, typed, rows)
    held = {row: rules for row, (_, rules, _) in answers.items()}
    both = ("rule-0", "rule-1")
    assert held == {**dict.fromkeys(range(1, len(tuesday) + 1), ("rule-0",)), 20: (), 21: both, 22: ()}
    assert [row for row, _ in rejected] == list(range(len(tuesday) + 1, len(tuesday) + len(wrong) + 1))
