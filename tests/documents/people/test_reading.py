"""The measure of reading itself, against texts and words whose measure is known."""

from __future__ import annotations

import pytest

from tests.documents.people.reading import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("take", 1), ("named", 1), ("needed", 2), ("people", 2), ("little", 2), ("offices", 3),
        ("prosecutor", 4), ("agreement", 3), ("information", 4), ("drug-free", 2), ("eligible", 4),
    ],
)  # fmt: skip
def test_the_syllables_of_a_word(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_words_in_short_sentences_are_easy_and_long_ones_hard() -> None:
    assert grade("You may say no. You may ask us why. We will tell you.") < 1
    hard = "Notwithstanding any contrary provision, participation constitutes irrevocable authorization of disclosure."
    assert grade(hard) > 20


def test_a_text_has_the_grade_of_its_words_sentences_and_syllables() -> None:
    assert grade("The cat sat. The offices were little.") == pytest.approx(0.39 * 7 / 2 + 11.8 * 10 / 7 - 15.59)


def test_headings_and_tables_do_not_count() -> None:
    assert grade("# Confidentiality\n\n| Notwithstanding | Irrevocable |\n\nYou may say no.\n") == grade(
        "You may say no."
    )
