from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.values.quantities import Amount, Duration, Money, Period, Unit


@pytest.mark.parametrize(
    ("text", "value", "unit", "shown"),
    [
        ("6 g", "6", Unit.GRAM, "6 g"),
        ("6.50 grams", "6.50", Unit.GRAM, "6.50 g"),
        ("1/8 oz", None, None, None),
        ("500mg", "500", Unit.MILLIGRAM, "500 mg"),
        ("12 pills", "12", Unit.PILL, "12 pills"),
        ("$1,250", "1250", Unit.DOLLAR, "$1,250"),
        ("250 dollars", "250", Unit.DOLLAR, "$250"),
        ("6", None, None, None),
        ("$6 g", None, None, None),
        ("6 gg", None, None, None),
        ("-6 g", None, None, None),
        ("1,00 g", None, None, None),
        ("nan g", None, None, None),
        ("9" * 15 + " g", "9" * 15, Unit.GRAM, "9" * 15 + " g"),
        ("9" * 1_000_001 + " g", None, None, None),
        ("0." + "9" * 1_000_001 + " g", None, None, None),
    ],
)
def test_an_amount_is_read_exactly_or_refused(
    text: str, value: str | None, unit: Unit | None, shown: str | None
) -> None:
    if value is None:
        with pytest.raises(ValueError, match=r"write a number|is not a unit"):
            Amount.parse(text)
    else:
        amount = Amount.parse(text)
        assert (amount.value, amount.unit, str(amount)) == (Decimal(value), unit, shown)


def test_ounces_are_weighed_exactly() -> None:
    assert Amount.parse("1 oz").milligrams == Decimal("28349.523125")
    assert Amount.parse("16 oz").milligrams == Amount.parse("1 lb").milligrams
    assert Amount.parse("3 pills").milligrams is None


@given(st.decimals(min_value=0, max_value=10**6, places=3), st.sampled_from(Unit))
def test_an_amount_reads_back_from_what_it_prints(value: Decimal, unit: Unit) -> None:
    amount = Amount(value, unit)
    assert Amount.parse(str(amount)) == amount


@pytest.mark.parametrize(
    ("text", "dollars"), [("$70,000", 70000), ("$1,260,648", 1260648), ("$899.50", Decimal("899.50"))]
)
def test_money_is_in_dollars(text: str, dollars: Decimal) -> None:
    assert Money.parse(text).dollars == dollars


@pytest.mark.parametrize("text", ["70000", "70k", "$7,00", "€70", "$", "$-5"])
def test_a_sum_without_its_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write a sum"):
        Money.parse(text)


def test_durations_keep_their_unit_and_compare_only_where_that_is_exact() -> None:
    assert str(Duration.parse("1 day")) == "1 day"
    assert Duration.parse("37 days") == Duration(37, Period.DAY)
    assert Duration.parse("5 weeks").longer_than(Duration.parse("30 days")) is True
    assert Duration.parse("2 years").longer_than(Duration.parse("24 months")) is False
    assert Duration.parse("1 month").longer_than(Duration.parse("30 days")) is None
    assert Duration.parse("5 business days").longer_than(Duration.parse("4 business days")) is True


@pytest.mark.parametrize("text", ["30", "30 d", "thirty days", "1.5 hours", "-1 days"])
def test_a_duration_without_its_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write a whole number"):
        Duration.parse(text)
