"""The people's papers are plain in Spanish too, and the measure of it measures what it says."""

from __future__ import annotations

import pytest

from leadkit.documents import to_markdown
from tests.documents.spanish.conftest import PAPERS
from tests.documents.spanish.reading import ease, syllables


@pytest.mark.parametrize("document", PAPERS)
def test_a_paper_is_plain(paper, document) -> None:
    assert min(ease(to_markdown(paper(document).document))) >= 60


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("sí", 1), ("y", 1), ("muy", 1), ("usted", 2), ("quien", 1), ("guarda", 2), ("policía", 4), ("oficina", 4),
        ("autorización", 5), ("agencia", 3), ("alguien", 2), ("leer", 2), ("país", 2), ("ley", 1), ("después", 2),
    ],
)  # fmt: skip
def test_the_syllables_of_a_word(word, count) -> None:
    assert syllables(word) == count


def test_short_sentences_are_easy_and_long_ones_hard() -> None:
    assert min(ease("Usted decide. Puede decir que no. Nadie le obliga.")) > 85
    assert max(ease("La autorización irrevocable constituye consentimiento suficiente para divulgar expedientes.")) < 20
