"""Which word is so plainly meant that it can be written without asking."""

from __future__ import annotations

import pytest

from leadkit.diagnostic import one_slip_from


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
