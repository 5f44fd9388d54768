"""The words that the papers on privacy print for a word of a list of choices are those of the model, each once."""

from __future__ import annotations

from enum import StrEnum

import pytest

from leadkit.documents.library import default_root
from leadkit.documents.template.phrases import read_phrases
from leadkit.model.eligibility.warrants import NoAnswer
from leadkit.model.sharing.releases import Condition

PHRASES: dict[str, dict[str, type[StrEnum]]] = {
    "case-manager-manual": {"cost": Condition},
    "supervision-protocol": {"silence": NoAnswer},
}


@pytest.mark.parametrize("document", sorted(PHRASES))
def test_every_word_of_a_list_of_choices_has_its_phrase(document: str) -> None:
    file = default_root() / document / "phrases.yaml"
    phrases = read_phrases(file.read_text(encoding="utf-8"), str(file))
    assert {name: set(words) for name, words in phrases.items()} == {
        name: {str(word) for word in words} for name, words in PHRASES[document].items()
    }
