"""The words of the cover, or of the head in its place, and of the foot of each page: the same for every writer."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.documents.absence import Why
from leadkit.documents.tree.document import Cover, Document, Layout, OpenPlace
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import FIRST, words_of

_LEAST_FOR_CONTENTS = {Layout.AGREEMENT: 3, Layout.PAPER: 7}
"""From how many articles on a document has contents; a form and a card never have."""


def subtitle(cover: Cover) -> Inlines:
    """The program that the document is of; nothing where the title says it already."""
    return () if inline_text(cover.jurisdiction).casefold() in cover.title.casefold() else cover.jurisdiction


def audience(document: Document) -> str:
    """What the head of every page says of those who may read it; nothing where everybody may."""
    return words_of(document.language).audiences.get(document.audience, "")


def page_head(document: Document) -> tuple[Inlines, ...]:
    """The lines at the head of every page: who may read it, and that it is a draft translation, in two languages."""
    said = audience(document)
    own, first = (words_of(each).preliminary for each in (document.language, FIRST))
    mark = (Text(f"{own} "), Text(first, FIRST)) if document.preliminary else ()
    return tuple(line for line in ((Text(said),) if said else (), mark) if line)


def has_cover(document: Document) -> bool:
    """Whether a cover stands before the text; any other document has its head on the first page of the text."""
    return document.layout is Layout.AGREEMENT


def has_contents(document: Document) -> bool:
    """Whether the articles and sections are listed before the text."""
    least = _LEAST_FOR_CONTENTS.get(document.layout)
    return least is not None and len(document.articles) >= least


def opens(document: Document) -> tuple[OpenPlace, ...]:
    """What is listed as open before the text; in a form and on a card, the boxes of the text say it alone."""
    return () if document.layout.is_brief else document.cover.opens


def head(document: Document) -> tuple[tuple[str, Inlines], ...]:
    """The lines of the head that stands in the place of a cover, from top to bottom, each with its part in it."""
    cover = document.cover
    title, program, facts = (Text(cover.title),), subtitle(cover), _facts(document)
    lines: tuple[tuple[str, Inlines], ...]
    if document.layout.is_brief:
        lines = (
            ("title", title),
            ("facts", _joined(program, cover.whose, cover.original, *facts)),
            ("what", _words(cover.what)),
        )
    else:
        lines = (
            ("program", program), ("title", title), ("whose", cover.whose), ("what", _words(cover.what)),
            ("facts", _joined(cover.original, *facts)),
        )  # fmt: skip
    return tuple((part, words) for part, words in lines if words)


def _facts(document: Document) -> Iterator[Inlines]:
    cover, own = document.cover, words_of(document.language)
    yield cover.status
    if cover.version:
        yield (Text(f"{own.version} "), *cover.version)
    yield (Text(own.as_of.format(own.long_date(cover.on))),)
    if cover.fingerprint:
        yield (Text(f"{own.fingerprint}\N{NO-BREAK SPACE}{cover.fingerprint}"),)
    yield cover.translation


def _joined(*parts: Inlines) -> Inlines:
    return tuple(each for part in parts if part for each in (Text(" · "), *part))[1:]


def _words(text: str) -> Inlines:
    return (Text(text),) if text else ()


def rows(document: Document) -> Iterator[tuple[str, Inlines]]:
    """The labelled lines of the cover below its title, from top to bottom."""
    cover, own = document.cover, words_of(document.language)
    yield own.status, (*cover.status, *((Text(". "), *cover.translation) if cover.translation else ()))
    if cover.version:
        yield own.version, cover.version
    yield own.day, (Text(own.long_date(cover.on)),)
    yield own.open, (Text(open_count(document)),)
    if cover.fingerprint:
        yield own.fingerprint, (Text(cover.fingerprint),)


def standing(document: Document) -> tuple[str, ...]:
    """What the foot of every page says of the whole text, each on a line of its own."""
    own = words_of(document.language)
    said = ((document.invented, own.invented), (document.public_sources, own.public_sources))
    return tuple(text for holds, text in said if holds)


def notices(document: Document) -> tuple[str, ...]:
    """What a reader must know before the text; that a program is invented stands in the notice already."""
    said = (document.cover.notice, words_of(document.language).public_sources if document.public_sources else "")
    return tuple(text for text in said if text)


def open_count(document: Document) -> str:
    """How much is open, by kind: ``2 decisions needed; 1 matter not in the public sources``; and elsewhere."""
    cover, own = document.cover, words_of(document.language)
    numbers = ((sum(1 for each in cover.opens if each.open.why is why), said) for why, said in own.counted.items())
    counts = [said[number != 1].format(number) for number, said in numbers if number]
    if cover.further_open:
        counts.append(own.further[cover.further_open != 1].format(cover.further_open))
    return "; ".join(counts) or own.nothing


def open_words(place: OpenPlace) -> Inlines:
    """What is open at one place, after the reference to it; what the program asks is in its own language."""
    open_, own = place.open, words_of(place.open.language)
    foreign = "" if own.tag == FIRST else FIRST
    if open_.why is Why.UNDECIDED:
        asked = Text(open_.question or open_.path, foreign)
        who = "; ".join(part for part in (open_.owner, own.due_by.format(open_.due) if open_.due else "") if part)
        return (asked, *((Text(f" ({who})"),) if who else ()))
    counted = own.counted[open_.why][0].format("").strip()
    return (Text(f"{counted.capitalize()}: "), Text(open_.question or open_.about, foreign))


def open_sentence(place: OpenPlace) -> str:
    """The same as it is read."""
    return inline_text(open_words(place))


def footer(document: Document) -> str:
    """What the foot of every page says about the text, beside the page number."""
    cover = document.cover
    status = "".join(getattr(each, "text", "") for each in cover.status)
    version = "".join(getattr(each, "text", "") for each in cover.version)
    own = words_of(document.language)
    day = own.as_of.format(own.long_date(cover.on))
    parts = [cover.title, f"{status} {version}".strip(), day[:1].lower() + day[1:]]
    return " · ".join(part for part in parts if part)
