"""An annex that was adopted is known by its fingerprint: one that prints other words says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing
from leadkit.model.load import load

Print = Callable[..., Composition]
Words = Callable[[Composition], str]

KEPT = "agreement: {{annexes: {{sharing-matrix: {{fingerprint: {}}}}}}}\n"
CHANGED = "sharing: {flows: {whereabouts: {redisclosure: within_own_agency}}}\n"


def told(composition: Composition) -> list[str]:
    return [one.message for one in composition.diagnostics if one.code == "LK769"]


@pytest.fixture
def adopted(altered: Print) -> str:
    """The fingerprint of the sharing annex, as the finding tells it to whoever wrote another."""
    (message,) = told(altered("sharing-annex", KEPT.format("0" * 16)))
    found = re.search(r": ([0-9a-f]{16}), not 0{16}", message)
    assert found
    return found[1]


def test_a_text_that_is_not_the_adopted_one_says_so(altered: Print, text: Words, adopted: str) -> None:
    same, other = (altered("sharing-annex", KEPT.format(adopted) + more) for more in ("", CHANGED))
    assert told(same) == [] and "changed since" not in text(same)
    assert len(told(other)) == 1 and "Adopted (an earlier text: it has changed since)" in text(other)
    assert "2026-03-02" in told(other)[0]


def test_what_was_adopted_stays_so_on_another_day(over_county: Callable[[str], Path], adopted: str) -> None:
    standing = load(over_county(KEPT.format(adopted))).resolve(date(2026, 12, 24))
    assert told(compose_standing(standing, "sharing-annex")) == []


def test_where_nobody_kept_a_fingerprint_nothing_is_told(altered: Print) -> None:
    assert told(altered("sharing-annex", KEPT.format("~") + CHANGED)) == []
