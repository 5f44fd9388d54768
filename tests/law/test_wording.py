"""Law in words for counsel."""

import pytest

from leadkit import law
from leadkit.law.wording import band_lines, status_words, unverified_words
from leadkit.law.wording import test_words as words_of


@pytest.mark.parametrize(
    ("key", "band", "test", "words"),
    [
        ("ny-pl-220.06", 3, 0, "500 mg or more of cocaine, pure weight (cannot be judged at the scene)"),
        ("ny-pl-155.30", 0, 0, "value over $1,000 (155.30(1))"),
        ("ny-pl-155.25", 0, 2, "not taken from the person of another: that is 155.30(5) at any value"),
        ("nm-30-31-20", 0, 0, "no earlier offense (first offense)"),
        ("pa-3929", 2, 1, "fewer than 2 earlier offenses (first or second offense)"),
        ("ga-16-8-14", 1, 0, "3 or more earlier convictions (the fourth conviction)"),
        ("tx-481.121", 0, 0, "up to 2 oz of marihuana"),
    ],
)
def test_a_test_reads_as_a_phrase(key: str, band: int, test: int, words: str) -> None:
    assert words_of(law.offence(key).bands[band].tests[test]) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("ny-pl-220.03", "in force, first day not researched"),
        ("wa-69.50.4013", "in force from 2023-07-01"),
        ("ny-pl-221.10-2019", "repealed; 2019-08-28 to 2021-03-30"),
        ("wa-69.50.4013-pre2021", "struck down; first day not researched to 2021-02-25"),
        ("nm-public-intoxication", "not an offense"),
    ],
)
def test_standing_reads_as_a_phrase(key: str, words: str) -> None:
    assert status_words(law.offence(key)) == words


def test_an_unknown_grade_is_said_to_be_unknown() -> None:
    assert band_lines(law.offence("kc-28.96").bands) == ["grade not researched"]
    assert band_lines(law.offence("nm-30-31-22").bands) == ["felony, class not researched"]
    assert band_lines(()) == ["grade not researched"]


def test_field_names_are_not_shown_to_counsel() -> None:
    assert unverified_words("effective_until: the day") == "last day in force: the day"
    assert unverified_words("grade") == "grade"
