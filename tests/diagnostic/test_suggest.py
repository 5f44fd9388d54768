"""Which word is so plainly meant that it can be written without asking."""

from __future__ import annotations

import pytest

from leadkit.diagnostic import did_you_mean, one_slip_from


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("legal_nmae", "legal_name"),
        ("legal_nam", "legal_name"),
        ("legal_namee", "legal_name"),
        ("legal_nane", "legal_name"),
        ("egal_name", "legal_name"),
        ("Legal-Name", "legal_name"),
        ("sampleton-polise", "sampleton-police"),
    ],
)
def test_one_slip_of_the_hand_is_plain(written: str, meant: str) -> None:
    assert one_slip_from(written, ["type", meant, "form"]) == meant


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("legal_mnae", ["legal_name"]),
        ("unit-2", ["unit-1"]),
        ("ny-pl-220.04", ["ny-pl-220.03"]),
        ("ny-pl-220.3", ["ny-pl-220.03"]),
        ("beat-b", ["beat-a"]),
        ("ny", ["nm"]),
        ("bit", ["bid"]),
        ("sampleton-polic", ["sampleton-police", "sampleton-policy"]),
        ("", ["a"]),
        ("police", []),
    ],
)
def test_what_may_be_another_thing_is_not(written: str, known: list[str]) -> None:
    assert one_slip_from(written, known) is None


LAWS = [
    f"ny-pl-{number}" for number in ("220.03", "220.06", "220.09", "220.31", "221.05", "240.20", "265.01", "165.40")
]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("ny-pl-220.30", 'Did you mean "ny-pl-220.03" or "ny-pl-220.31"?'),
        ("ny-pl-220.3", 'Did you mean "ny-pl-220.03" or "ny-pl-220.31"?'),
        ("ny-pl-265.02", 'Did you mean "ny-pl-265.01"?'),
        ("ny-pn-265.01", 'Did you mean "ny-pl-265.01"?'),
        ("NY_PL-265.01", 'Did you mean "ny-pl-265.01"?'),
        ("ny-pl-220.05", None),  # four are one digit away: which was meant cannot be told
        ("ny-pl-230.40", None),  # none is
        ("ny-pl-165.04", 'Did you mean "ny-pl-165.40"?'),
        ("governor", None),
    ],
)
def test_of_laws_that_differ_in_their_number_all_that_are_near_are_named_or_none(
    written: str, asked: str | None
) -> None:
    assert did_you_mean(written, LAWS) == asked


def test_a_number_left_out_is_one_of_those_that_there_are() -> None:
    assert did_you_mean("shift", ["shift-1", "shift-2"]) == 'Did you mean "shift-1" or "shift-2"?'
    assert did_you_mean("shift", ["shift-1", "day"]) == 'Did you mean "shift-1"?'
