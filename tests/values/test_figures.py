"""Figures of measures: read as a report prints them, and printed as they were read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.values.figures import Figure, FigureUnit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("87", "87", FigureUnit.NUMBER),
        ("34%", "34", FigureUnit.PERCENT),
        ("34 %", "34", FigureUnit.PERCENT),
        ("$7,541", "7541", FigureUnit.DOLLARS),
        ("$899.50", "899.50", FigureUnit.DOLLARS),
        ("1.4", "1.4", FigureUnit.NUMBER),
        ("-1.4", "-1.4", FigureUnit.NUMBER),
        ("22 minutes", "22", FigureUnit.MINUTES),
        ("1 day", "1", FigureUnit.DAYS),
        ("1,234", "1234", FigureUnit.NUMBER),
    ],
)
def test_reads_a_figure(text: str, value: str, unit: FigureUnit) -> None:
    figure = Figure.parse(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["", "many", "34 percent", "$5%", "$5 days", "12,34", "1e3", "nan", "٣", "5 fortnights"]
)
def test_refuses_what_is_no_figure(text: str) -> None:
    with pytest.raises(ValueError, match="write a figure"):
        Figure.parse(text)


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False),
    st.sampled_from(list(FigureUnit)),
)
def test_prints_what_it_reads_back(value: Decimal, unit: FigureUnit) -> None:
    figure = Figure(value, unit)
    assert Figure.parse(str(figure)) == figure
