"""US legal English, and numbers as Word counts them."""

from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.documents.template import words
from leadkit.documents.tree.numbering import count_text
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Duration, Money


class Door(Enum):
    ARREST = "arrest_diversion"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (PartialDate.parse("2015-06-25"), "June 25, 2015"),
        (PartialDate.parse("2015-06"), "June 2015"),
        (PartialDate.parse("2015"), "2015"),
        (date(2026, 3, 1), "March 1, 2026"),
        (Amount.parse("6 g"), "6 grams"),
        (Amount.parse("1 oz"), "1 ounce"),
        (Amount.parse("0.5 g"), "0.5 grams"),
        (Amount.parse("$250"), "$250"),
        (Money.parse("$1260648"), "$1,260,648"),
        (Duration.parse("1 days"), "1 day"),
        (Duration.parse("30 days"), "30 days"),
        (Door.ARREST, "arrest diversion"),
        (1500, "1,500"),
        (True, "yes"),
        (["a"], None),
        ({}, None),
        (object(), None),
    ],
)
def test_plain(raw, shown):
    assert words.plain(raw) == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (Duration.parse("30 days"), "thirty (30) days"),
        (Duration.parse("1 years"), "one (1) year"),
        (Duration.parse("72 hours"), "seventy-two (72) hours"),
        (Duration.parse("5 business days"), "five (5) business days"),
        (Amount.parse("6 g"), "six (6) grams"),
        (Amount.parse("0.5 g"), None),
        (2, "two (2)"),
        ("12", "twelve (12)"),
        (999999, "nine hundred ninety-nine thousand nine hundred ninety-nine (999,999)"),
        (1000000, None),
        (True, None),
        ("many", None),
    ],
)
def test_legal(raw, shown):
    assert words.legal(raw) == shown


@given(st.integers(0, 999_999))
def test_cardinals_are_all_different_and_add_up(count):
    values = {word: number for number, word in enumerate(words._SMALL)}
    values |= {word: 10 * tens for tens, word in enumerate(words._TENS) if word != "-"}
    total = current = 0
    for word in words.cardinal(count).replace("-", " ").split():
        if word == "hundred":
            current *= 100
        elif word == "thousand":
            total, current = current * 1000, 0
        else:
            current += values[word]
    assert total + current == count


@pytest.mark.parametrize(
    ("form", "count", "shown"),
    [
        ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"), ("lowerLetter", 28, "bb"),
        ("upperLetter", 53, "AAA"),
                ("lowerRoman", 4, "iv"), ("lowerRoman", 19, "xix"), ("lowerRoman", 1994, "mcmxciv"),
        ("decimal", 12, "12"),
    ],
)  # fmt: skip
def test_counts_print_as_word_prints_them(form, count, shown):
    assert count_text(form, count) == shown


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mon-Fri 08:00-19:00", "Monday to Friday from 08:00 to 19:00"),
        ("Sat 09:00-12:00; Mon-Fri 10:00-22:00", "Saturday from 09:00 to 12:00; Monday to Friday from 10:00 to 22:00"),
        ("daily 07:00-23:00", "daily from 07:00 to 23:00"),
        ("24/7", "24/7"),
    ],
)
def test_hours_are_said_in_words(written: str, said: str) -> None:
    assert words.hours(written) == said


@pytest.mark.parametrize(
    ("place", "before"),
    [("Sample River land", "on"), ("Riverside campus", "on"), ("City of Sampleton", "in"), ("Maryland", "in")],
)
def test_a_place_takes_its_preposition(place: str, before: str) -> None:
    assert words.preposition(place) == before
