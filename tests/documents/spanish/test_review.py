"""Which review of a translation counts, and what becomes of a release without one."""

from __future__ import annotations

from leadkit.diagnostic import Severity
from leadkit.documents import compose_standing
from leadkit.documents.codes import DRAFT_RELEASE, NO_TRANSLATION, NOT_TRANSLATED, UNREVIEWED
from leadkit.documents.library import default_root
from leadkit.documents.library import load as load_library
from leadkit.documents.overrides.file import parent_hash
from leadkit.model.load import load

NOTHING = "documents: {}\n"
RELEASE, RIGHTS = "release-treatment", "participant-rights"


def _reviewed(document: str, said: str) -> str:
    return f"documents: {{{document}: {{translations: {{es: {said}}}}}}}\n"


def _codes(composed) -> dict[str, Severity]:
    return {each.code: each.severity for each in composed.diagnostics}


def test_a_release_in_draft_translation_is_refused_and_the_english_one_is_not(over) -> None:
    refused = over(RELEASE, NOTHING)
    assert refused.document is None
    assert _codes(refused)[DRAFT_RELEASE.code] is Severity.ERROR
    assert over(RELEASE, NOTHING, "en").document is not None


def test_a_review_counts_with_a_name_and_a_day(over) -> None:
    named = {
        RELEASE: "{status: reviewed, by: Ana Ruiz, on: 2026-05-04}",
        "release-story": "{status: reviewed, by: Ana Ruiz}",
        "release-neighbor": "{status: reviewed, on: 2026-05-04}",
        "release-justice": "{status: draft, by: Ana Ruiz, on: 2026-05-04}",
    }
    piece = "documents:\n" + "".join(f"  {name}: {{translations: {{es: {said}}}}}\n" for name, said in named.items())
    printed = over(RELEASE, piece)
    assert not printed.document.preliminary
    assert _codes(printed) == {UNREVIEWED.code: Severity.NOTE}
    assert [over(name, piece).document for name in list(named)[1:]] == [None, None, None]


def test_a_review_holds_for_the_text_whose_fingerprint_it_names(over) -> None:
    fingerprint = over(RIGHTS, NOTHING).document.cover.fingerprint
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
    assert _codes(over("revocation-form", piece))[NOT_TRANSLATED.code] is Severity.NOTE
    (told,) = [each for each in changed.diagnostics if each.code == NOT_TRANSLATED.code]
    assert told.severity is Severity.WARNING  # a person signs a release
    assert "sharing.categories.clinical.label" in told.message


def test_of_clauses_that_a_program_words_itself_there_is_no_spanish_text(over_county) -> None:
    folder = over_county("documents: {grievance-form: {overrides: clauses/grievance}}\n")
    override = folder / "clauses/grievance/answer.md"
    override.parent.mkdir(parents=True)
    parent = parent_hash(load_library("grievance-form", default_root()).clauses["answer"])
    head = f"override: remove\ntarget: answer\nparent: {parent}\nby: Counsel\non: 2026-01-15\nreason: Our own rule.\n"
    override.write_text(f"---\n{head}---\n", encoding="utf-8")
    standing = load(folder).resolve()
    assert compose_standing(standing, "grievance-form").document is not None
    refused = compose_standing(standing, "grievance-form", "es")
    assert refused.document is None
    assert _codes(refused) == {NO_TRANSLATION.code: Severity.ERROR}
