"""What cases reach of the rules, and cases for the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from leadkit.policy.proving.coverage import Kind, Point, Reach, coverage
from leadkit.policy.proving.examined import Examined
from leadkit.policy.proving.holes import fill_holes
from tests.policy.proving.conftest import make_policy, rule

ADULT = {"age": 40, "weapon": "none", "items": [], "consents": True}


def _kinds(examined: Examined, id_: str) -> set[Kind]:
    (one,) = (each for each in coverage(examined) if each.rule.id == id_)
    return {point.kind for point, by in one.points.items() if by and not point.about}


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        (ADULT, {Kind.DID_NOT_HOLD}),
        ({**ADULT, "age": 17}, {Kind.HELD, Kind.ONLY_REASON}),
        ({**ADULT, "age": 17, "weapon": "gun"}, {Kind.HELD}),
        ({"weapon": "none", "items": []}, {Kind.NOT_KNOWN}),
    ],
)
def test_how_a_rule_came_out(examined: Callable[..., Examined], facts: dict[str, object], kinds: set[Kind]) -> None:
    assert _kinds(examined(one=(facts, "eligible")), "age") == kinds


def test_a_comparison_is_seen_from_both_sides_also_where_a_number_is_made(examined: Callable[..., Examined]) -> None:
    one = examined(one=({**ADULT, "items": [{"weight": 6000, "drug": True}]}, "needs_discretion"))
    (amount,) = (each for each in coverage(one) if each.rule.id == "amount")
    seen = {(point.kind, point.about) for point, by in amount.points.items() if by and point.about}
    assert seen == {(Kind.TRUE, "grams at least 5.001 g"), (Kind.TRUE, "item.drug is yes")}
    assert {(point.kind, point.about) for point in amount.holes if point.about} == {
        (Kind.FALSE, "grams at least 5.001 g"),
        (Kind.FALSE, "item.drug is yes"),
    }


def test_each_option_that_is_named_counts(examined: Callable[..., Examined]) -> None:
    one = examined(one=({**ADULT, "weapon": "gun"}, "not_eligible"))
    (weapon,) = (each for each in coverage(one) if each.rule.id == "weapon")
    options = {point.about: by for point, by in weapon.points.items() if point.kind is Kind.OPTION}
    assert options == {"weapon is Knife": (), "weapon is Gun": ("one",)}


def test_a_rule_that_is_not_decided_shows_no_comparison(examined: Callable[..., Examined]) -> None:
    either = rule("either", {"any": ({"fact": "age", "below": 18}, {"fact": "consents", "is": False})})
    one = examined(rules=make_policy(either), one=({"age": 40}, "needs_information"))
    (found,) = coverage(one)
    assert [point for point, by in found.points.items() if by] == [Point("either", Kind.NOT_KNOWN)]


def test_there_is_a_case_for_each_hole_and_it_fills_it(examined: Callable[..., Examined]) -> None:
    one = examined(one=(ADULT, "eligible"))
    holes = {point for each in coverage(one) for point in each.holes}
    filled = fill_holes(one, coverage(one))
    reach = Reach(one.bench)
    assert not filled.left
    assert not filled.never
    assert {point for case in filled.cases for point in case.points} == holes
    for case in filled.cases:
        assert set(case.points) <= reach.of(case.suggestion.case)


def test_a_rule_that_no_case_can_meet_is_said_so(examined: Callable[..., Examined]) -> None:
    never = rule("never", {"all": ({"fact": "age", "below": 18}, {"fact": "age", "at_least": 21})})
    one = examined(rules=make_policy(never), one=(ADULT, "eligible"))
    filled = fill_holes(one, coverage(one))
    assert [each.id for each in filled.never] == ["never"]
    assert not filled.cases
