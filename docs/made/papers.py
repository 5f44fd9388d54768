"""The page on every paper that leadkit prints, from their outlines."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.documents.library import default_root, document_ids, has_language, load
from leadkit.documents.template.outline import Outline
from leadkit.documents.words import LANGUAGES

HEAD = """# Papers

Every paper that `leadkit build` prints, by the name that `--document` takes: what stands in it, who may read it,
and for what reasons a program can have none. [Build the documents](../how-to/build-documents.md) tells which are for
whom and what each needs; [pages of a site](site-pages.md) are told apart.
"""
LAYOUTS = {
    "agreement": "An agreement with numbered articles.",
    "paper": "A paper.",
    "form": "A form to fill in.",
    "sheet": "A sheet.",
    "card": "A card of two sides.",
}


def pages() -> dict[str, str]:
    """The page, by its address."""
    ids = document_ids(default_root())
    return {"reference/papers.md": "\n".join([HEAD, *(line for id_ in ids for line in _paper(id_))])}


def _paper(id_: str) -> Iterator[str]:
    outline = load(id_, default_root()).outline
    assert outline is not None
    yield f"## `{id_}`\n"
    yield f"**{outline.title}.** {LAYOUTS[outline.layout]} For whom: {outline.audience}.{_languages(id_)}\n"
    if outline.what:
        yield f"{outline.what}\n"
    yield "In it: " + "; ".join(article.title for article in outline.articles) + ".\n"
    yield from _further(outline)


def _languages(id_: str) -> str:
    further = [language for language in LANGUAGES if language != "en" and has_language(id_, default_root(), language)]
    return " In English and Spanish." if further == ["es"] else " In English."


def _further(outline: Outline) -> Iterator[str]:
    if outline.made_from:
        yield f"It names the text of [`{outline.made_from}`](#{outline.made_from}) that it was made from.\n"
    if outline.reading_level:
        yield f"Its language is measured: school grade {outline.reading_level} or below.\n"
    if outline.draft_translation == "refused":
        yield "A translation is not printed before somebody qualified has reviewed it.\n"
    if outline.refusals:
        yield "None is printed, and why:\n"
        yield from (f"- {each.because} {each.remedy}" for each in outline.refusals)
        yield ""
