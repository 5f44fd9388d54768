"""A folder of one's own in another language: what it must hold, and what it may not say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents import compose, to_markdown
from leadkit.documents.library import document_ids, has_language, load

ON = date(2026, 3, 1)
FILES = {
    "one/outline.yaml": "title: One\njurisdiction: jurisdiction\narticles:\n  a: {title: A, clauses: [own, lent]}\n",
    "one/01-own.md": "---\nid: own\ntitle: Own\nwhen: agreement.status\n---\nIts own.\n",
    "shared/02-lent.md": '---\nid: lent\ntitle: Lent\n---\nIt is {{ agreement.status | phrase("status") }}.\n',
    "shared/phrases.yaml": "status: {draft: a first draft}\n",
    "one/es/language.yaml": "language: es\nstatus: draft\n",
    "one/es/outline.yaml": "title: Uno\narticles: {a: La A}\n",
    "one/es/01-own.md": "---\nid: own\ntitle: Propia\n---\nLa suya.\n",
    "shared/es/02-lent.md": '---\nid: lent\ntitle: Prestada\n---\nEs {{ agreement.status | phrase("status") }}.\n',
    "shared/es/phrases.yaml": "status: {draft: un primer borrador}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A document in two languages, with files of it written otherwise; an empty text is no file."""

    def make(changed: Mapping[str, str] | None = None) -> Path:
        for name, text in {**FILES, **(changed or {})}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            if text:
                (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return make


def test_a_document_is_printed_in_the_words_of_a_language_and_its_shared_ones(folder, program) -> None:
    root = folder()
    assert document_ids(root) == ("one",)
    assert (has_language("one", root, "es"), has_language("one", root, "fr")) == (True, False)
    printed = to_markdown(compose(program(), "one", ON, templates=root, language="es").document)
    for words in ("# Uno", "## Artículo 1. La A", "### 1.1 Propia", "La suya.", "Es un primer borrador."):
        assert words in printed
    assert "own" not in printed
    assert load("one", root, language="es").clauses["own"].when == "agreement.status"


def test_who_reviewed_it_for_everybody_is_printed(folder, program) -> None:
    root = folder({"one/es/language.yaml": "language: es\nstatus: reviewed\nby: Ana Ruiz\non: 2026-02-03\n"})
    made = compose(program(), "one", ON, templates=root, language="es").document
    assert not made.preliminary
    assert "Traducción revisada por Ana Ruiz, 3 de febrero de 2026" in to_markdown(made)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"one/es/01-own.md": ""}, "There is no clause own."),
        ({"one/es/01-own.md": "---\nid: own\ntitle: Propia\nwhen: paper\n---\nLa suya.\n"}, "a rule of its own"),
        ({"one/es/03-more.md": "---\nid: more\ntitle: Más\n---\nMás.\n"}, "has no clause more"),
        ({"one/es/outline.yaml": "title: Uno\n"}, "does not give each article its title"),
        ({"one/es/outline.yaml": "title: Uno\narticles: {a: La A}\nstatus: paper.id\n"}, "no field status"),
        ({"one/es/language.yaml": "language: fr\nstatus: draft\n"}, "does not say the language of its folder"),
        ({"one/es/language.yaml": "language: es\nstatus: reviewed\nby: Ana\n"}, "no name or no day"),
        ({"one/es/language.yaml": "language: es\nstatus: draft\nwho: Ana\n"}, "no field who"),
        ({"shared/es/phrases.yaml": "status: {}\n"}, "There is no phrase for draft"),
    ],
)
def test_what_is_not_complete_is_refused_and_never_mixed_with_english(folder, program, changed, told) -> None:
    made = compose(program(), "one", ON, templates=folder(changed), language="es")
    assert made.document is None
    assert told in " ".join(each.message for each in made.diagnostics)
