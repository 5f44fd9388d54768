"""The measure of reading itself, against texts and words whose measure is known."""

from __future__ import annotations

import pytest

from leadkit.documents.reading import syllables
from tests.documents.people.reading import grade


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


HARD = (
    "Notwithstanding contrary provisions, participation constitutes irrevocable authorization of interagency disclosure"
)


def test_a_paper_for_people_that_is_too_hard_is_told_with_its_hardest_section(altered) -> None:
    assert [each.code for each in altered("grievance-form", "{}").diagnostics] == []
    piece = f"procedure: {{grievance: {{how: '{'. '.join([HARD] * 9)}.'}}}}\n"
    found = altered("grievance-form", piece)
    (one,) = found.diagnostics
    assert (one.code, one.is_error, found.document is not None) == ("LK726", False, True)
    assert "and may ask for 8 at most" in one.message
    assert "first of all in “About This Form”" in one.remedy
    assert one.path == "documents.grievance-form.reading_level"
    assert one.spans[0].file.endswith(".yaml")


def test_the_program_says_how_hard_any_paper_may_be(altered) -> None:
    for level, codes in ((3, ["LK726"]), (12, [])):
        piece = f"documents: {{decline-notice: {{reading_level: {level}}}, protocol: {{reading_level: {level}}}}}\n"
        for document in ("decline-notice", "protocol"):
            assert [each.code for each in altered(document, piece).diagnostics] == codes


def test_a_paper_that_nobody_measures_may_be_hard(altered) -> None:
    assert altered("partner-list", "{}").diagnostics == ()
