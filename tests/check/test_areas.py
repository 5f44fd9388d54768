"""Areas made of areas, however deep and however woven."""

from __future__ import annotations

import pytest

from leadkit.model.areas import Area
from leadkit.model.geography import Geography


def _areas(parts: dict[str, list[str]]) -> Geography:
    return Geography(
        {
            name: Area.model_validate({"name": name, "kind": "named", "includes": includes})
            for name, includes in parts.items()
        }
    )


CITY = {"city": ["north", "south"], "north": ["beat-1", "beat-2"], "south": [], "beat-1": [], "beat-2": []}


@pytest.mark.parametrize(
    ("area", "named", "reached"),
    [
        ("beat-1", ["city"], True),  # lies in it
        ("north", ["beat-1", "beat-2"], True),  # made of them
        ("north", ["beat-1"], False),
        ("city", ["south", "beat-1", "beat-2"], True),  # made of what is made of them
        ("city", ["north"], False),
        ("south", ["north"], False),
        ("anywhere", [], True),
        ("nowhere", ["city"], False),
    ],
)
def test_an_area_is_reached(area: str, named: list[str], reached: bool) -> None:
    assert _areas(CITY).reached(area, named) is reached


def test_a_part_that_is_not_declared_is_not_reached() -> None:
    assert not _areas({"city": ["north", "gone"], "north": []}).reached("city", ["north"])


def test_areas_that_take_in_each_other_are_reached_by_name_only() -> None:
    geography = _areas({"a": ["b"], "b": ["a"], "c": []})
    assert geography.reached("a", ["b"])
    assert not geography.reached("a", ["c"])


def test_a_long_chain_and_a_deep_weave_are_worked_out_once() -> None:
    """A walk along each way would take 2 ** 200 steps here, and one that calls itself would not return."""
    layers = 200
    weave = {f"{side}-{at}": [f"a-{at + 1}", f"b-{at + 1}"] for at in range(layers) for side in "ab"}
    weave |= {f"a-{layers}": [], f"b-{layers}": []}
    assert _areas(weave).reached("a-0", [f"a-{layers}", f"b-{layers}"])
    assert not _areas(weave).reached("a-0", [f"a-{layers}"])
    chain = {f"x-{at}": [f"x-{at + 1}"] for at in range(5000)} | {"x-5000": []}
    assert _areas(chain).reached("x-0", ["x-5000"])
