"""The words of the cover, or of the head in its place, and of the foot of each page: the same for every writer."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.documents.absence import Why
from leadkit.documents.template.words import long_date
from leadkit.documents.tree.document import Cover, Document, Layout, OpenPlace
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.plain import inline_text

PUBLIC_SOURCES = "Compiled from public sources. Not issued, reviewed or approved by any agency that it names."
INVENTED = "An invented example: no such place, agency or person exists."
OPEN_HEADING = "What is open"

_AUDIENCE = {
    "restricted": "Restricted: for those to whom the program gives it.",
    "privileged": "Privileged and confidential: for counsel and those whom counsel advises.",
}
_LEAST_FOR_CONTENTS = {Layout.AGREEMENT: 3, Layout.PAPER: 7}
"""From how many articles on a document has contents; a form and a card never have."""

_COUNTED = {
    Why.UNDECIDED: ("decision needed", "decisions needed"),
    Why.UNDOCUMENTED: ("matter not in the public sources", "matters not in the public sources"),
    Why.NOT_KNOWN_ON_DATE: ("matter not known on that date", "matters not known on that date"),
    Why.NOT_IN_FORCE: ("matter not in force on that date", "matters not in force on that date"),
}


def subtitle(cover: Cover) -> Inlines:
    """The program that the document is of; nothing where the title says it already."""
    return () if inline_text(cover.jurisdiction).casefold() in cover.title.casefold() else cover.jurisdiction


def audience(document: Document) -> str:
    """What the head of every page says of those who may read it; nothing where everybody may."""
    return _AUDIENCE.get(document.audience, "")


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
    title, program, facts = (Text(cover.title),), subtitle(cover), _facts(cover)
    lines: tuple[tuple[str, Inlines], ...]
    if document.layout.is_brief:
        lines = (("title", title), ("facts", _joined(program, cover.whose, *facts)), ("what", _words(cover.what)))
    else:
        lines = (
            ("program", program), ("title", title), ("whose", cover.whose), ("what", _words(cover.what)),
            ("facts", _joined(*facts)),
        )  # fmt: skip
    return tuple((part, words) for part, words in lines if words)


def _facts(cover: Cover) -> Iterator[Inlines]:
    yield cover.status
    if cover.version:
        yield (Text("Version "), *cover.version)
    yield (Text(f"As of {long_date(cover.on)}"),)
    if cover.fingerprint:
        yield (Text(f"Fingerprint\N{NO-BREAK SPACE}{cover.fingerprint}"),)


def _joined(*parts: Inlines) -> Inlines:
    return tuple(each for part in parts if part for each in (Text(" · "), *part))[1:]


def _words(text: str) -> Inlines:
    return (Text(text),) if text else ()


def rows(cover: Cover) -> Iterator[tuple[str, Inlines]]:
    """The labelled lines of the cover below its title, from top to bottom."""
    yield "Status", cover.status
    if cover.version:
        yield "Version", cover.version
    yield "As of", (Text(long_date(cover.on)),)
    yield "Open", (Text(open_count(cover)),)
    if cover.fingerprint:
        yield "Fingerprint", (Text(cover.fingerprint),)


def standing(document: Document) -> tuple[str, ...]:
    """What the foot of every page says of the whole text, each on a line of its own."""
    said = ((document.invented, INVENTED), (document.public_sources, PUBLIC_SOURCES))
    return tuple(text for holds, text in said if holds)


def notices(document: Document) -> tuple[str, ...]:
    """What a reader must know before the text; that a program is invented stands in the notice already."""
    said = (document.cover.notice, PUBLIC_SOURCES if document.public_sources else "")
    return tuple(text for text in said if text)


def open_count(cover: Cover) -> str:
    """How much is open, by kind: ``2 decisions needed; 1 matter not in the public sources``; and elsewhere."""
    counts = []
    for why, (one, many) in _COUNTED.items():
        number = sum(1 for each in cover.opens if each.open.why is why)
        if number:
            counts.append(f"{number} {one if number == 1 else many}")
    if cover.further_open:
        matters = "matter" if cover.further_open == 1 else "matters"
        counts.append(f"{cover.further_open} further {matters} of the program that this document does not touch")
    return "; ".join(counts) or "Nothing"


def open_sentence(place: OpenPlace) -> str:
    """What is open at one place, after the reference to it."""
    open_ = place.open
    if open_.why is Why.UNDECIDED:
        who = "; ".join(part for part in (open_.owner, f"due {open_.due}" if open_.due else "") if part)
        return f"{open_.question or open_.path}" + (f" ({who})" if who else "")
    return f"{_COUNTED[open_.why][0].capitalize()}: {open_.question or open_.about}"


def footer(document: Document) -> str:
    """What the foot of every page says about the text, beside the page number."""
    cover = document.cover
    status = "".join(getattr(each, "text", "") for each in cover.status)
    version = "".join(getattr(each, "text", "") for each in cover.version)
    parts = [cover.title, f"{status} {version}".strip(), f"as of {long_date(cover.on)}"]
    return " · ".join(part for part in parts if part)
