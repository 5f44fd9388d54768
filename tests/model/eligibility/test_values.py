from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.model.eligibility.amounts import Limit
from leadkit.model.eligibility.history import Lookback
from leadkit.values.quantities import Amount, Duration, Period, Unit

amounts = st.builds(
    Amount,
    st.decimals(min_value=0, max_value=999, places=2),
    st.sampled_from([Unit.GRAM, Unit.PILL, Unit.DOLLAR]),
)
durations = st.builds(Duration, st.integers(1, 999), st.sampled_from(Period))


@given(amounts)
def test_a_limit_reads_back_what_it_prints(amount: Amount) -> None:
    limit = Limit(amount, None)
    assert Limit.parse(str(limit)) == limit


@given(durations)
def test_a_look_back_reads_back_what_it_prints(duration: Duration) -> None:
    lookback = Lookback(duration)
    assert Lookback.parse(str(lookback)) == lookback


def test_no_limit_and_the_statutes_limit_are_neither_zero_nor_each_other() -> None:
    words = [Limit.parse("no_limit"), Limit.parse("as_statute"), Limit.parse("0 g")]
    assert len(set(words)) == 3
    assert words[0].amount is None
    assert words[2].amount == Amount(Decimal(0), Unit.GRAM)


def test_any_time_is_not_a_stretch_of_zero() -> None:
    assert Lookback.parse("any_time").duration is None
    assert Lookback.parse("0 years").duration == Duration(0, Period.YEAR)


@pytest.mark.parametrize("text", ["none", "unlimited", "6", "grams", "", "no limit"])
def test_other_words_are_no_limit(text: str) -> None:
    with pytest.raises(ValueError, match="no_limit"):
        Limit.parse(text)


@pytest.mark.parametrize("text", ["ever", "10", "any time", ""])
def test_other_words_are_no_look_back(text: str) -> None:
    with pytest.raises(ValueError, match="any_time"):
        Lookback.parse(text)
