"""A translation follows its English document: the same clauses, conditions, fields, ids and words of each list."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from leadkit.documents.library import default_root, load
from leadkit.documents.template.phrases import read_phrases
from tests.documents.spanish.conftest import KINDS

_TAG = re.compile(r"\{%.*?%\}")
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_LABEL = re.compile(r'blank\("[^"]*"')
_ID = re.compile(r"\[#[^\]]*\]")


def test_the_papers_for_people_are_translated() -> None:
    assert {"participant-rights", "release-of-information", "complainant-preference"} <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_translation_is_complete_and_sound(kind) -> None:
    library = load(kind, default_root(), language="es")
    assert library.diagnostics == ()
    assert library.clauses.keys() == load(kind, default_root()).clauses.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_has_reviewed_what_is_shipped(kind) -> None:
    assert load(kind, default_root(), language="es").review is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_clause_tests_and_prints_the_same_fields_in_both_languages(kind) -> None:
    english, spanish = load(kind, default_root()).clauses, load(kind, default_root(), language="es").clauses
    for id_, clause in english.items():
        for mark in (_TAG, _ID):
            assert mark.findall(spanish[id_].body) == mark.findall(clause.body), id_
        assert _printed(spanish[id_].body) == _printed(clause.body), id_
        assert (spanish[id_].when, spanish[id_].basis) == (clause.when, clause.basis)


def _printed(body: str) -> Counter[str]:
    """What is printed, whatever a line to fill in is labelled."""
    return Counter(_LABEL.sub("blank(", each) for each in _EXPRESSION.findall(body))


@pytest.mark.parametrize("kind", KINDS)
def test_a_translation_has_a_phrase_for_each_word_and_no_other(kind) -> None:
    folder = default_root() / kind
    english, spanish = (
        {name: set(words) for name, words in read_phrases(file.read_text(encoding="utf-8"), str(file)).items()}
        if file.exists()
        else {}
        for file in (folder / "phrases.yaml", folder / "es" / "phrases.yaml")
    )
    assert spanish == english
