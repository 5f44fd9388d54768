"""Which review of a translation counts, and what becomes of a release without one."""

from __future__ import annotations

import pytest

from leadkit.diagnostic import Severity
from leadkit.documents.codes import DRAFT_RELEASE, NOT_TRANSLATED, UNREVIEWED

RELEASE, RIGHTS = "release-treatment", "participant-rights"


def _reviewed(document: str, said: str) -> str:
    return f"documents: {{{document}: {{translations: {{es: {said}}}}}}}\n"


def _codes(composed) -> dict[str, Severity]:
    return {each.code: each.severity for each in composed.diagnostics}


def test_a_release_in_draft_translation_is_refused(over) -> None:
    refused = over(RELEASE, "documents: {}\n")
    assert refused.document is None
    assert _codes(refused)[DRAFT_RELEASE.code] is Severity.ERROR


def test_the_english_release_is_not_touched_by_that(over) -> None:
    assert over(RELEASE, "documents: {}\n", "en").document is not None


def test_a_reviewed_release_is_printed(over) -> None:
    printed = over(RELEASE, _reviewed(RELEASE, "{status: reviewed, by: Ana Ruiz, on: 2026-05-04}"))
    assert printed.document is not None
    assert not printed.document.preliminary
    assert _codes(printed) == {UNREVIEWED.code: Severity.NOTE}


@pytest.mark.parametrize(
    "said",
    [
        "{status: reviewed, by: Ana Ruiz}",
        "{status: reviewed, on: 2026-05-04}",
        "{status: draft, by: Ana Ruiz, on: 2026-05-04}",
    ],
)
def test_a_review_without_a_name_or_a_day_is_none(over, said) -> None:
    assert over(RELEASE, _reviewed(RELEASE, said)).document is None
    assert over("grievance-form", _reviewed("grievance-form", said)).document.preliminary


def test_a_review_holds_for_the_text_whose_fingerprint_it_names(over) -> None:
    fingerprint = over(RIGHTS, "documents: {}\n").document.cover.fingerprint
    same = over(RIGHTS, _reviewed(RIGHTS, f"{{fingerprint: '{fingerprint}'}}"))
    assert not same.document.preliminary
    assert _codes(same) == {}
    other = over(RIGHTS, _reviewed(RIGHTS, "{fingerprint: 0123456789abcdef}"))
    assert other.document.preliminary
    assert _codes(other)[UNREVIEWED.code] is Severity.WARNING
    (told,) = [each for each in other.diagnostics if each.code == UNREVIEWED.code]
    assert fingerprint in told.message
    assert told.spans[0].line > 1  # where the program says it, and not in a file of leadkit's


def test_a_release_whose_text_has_changed_since_its_review_is_refused(over) -> None:
    kind = "release-of-information"
    assert over(kind, _reviewed(kind, "{fingerprint: 0123456789abcdef}")).document is None


def test_a_text_that_is_changed_in_english_is_no_longer_translated_and_is_told(over) -> None:
    piece = "sharing: {categories: {clinical: {label: Health records of two years}}}\n"
    changed = over("release-of-information", piece)
    (told,) = [each for each in changed.diagnostics if each.code == NOT_TRANSLATED.code]
    assert told.severity is Severity.WARNING  # a person signs a release
    assert "sharing.categories.clinical.label" in told.message


def test_elsewhere_what_is_left_in_english_is_a_note(over) -> None:
    told = over("grievance-form", "procedure: {grievance: {how: By telling the desk.}}\n")
    assert _codes(told)[NOT_TRANSLATED.code] is Severity.NOTE
