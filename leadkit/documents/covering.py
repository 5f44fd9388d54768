"""What stands before the text: title, status, notice, what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from leadkit.documents.front import further_open, mentions_law, notice, open_places
from leadkit.documents.template.words import typographic
from leadkit.documents.tree.document import Article, Cover
from leadkit.documents.tree.inline import Inlines, Text, Value
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import paths_of

if TYPE_CHECKING:
    from leadkit.documents.outline_words import OutlineWords
    from leadkit.documents.template.outline import Outline
    from leadkit.documents.template.recorder import Recorder


class Covering:
    """Makes the cover of a document on a day, as its outline says."""

    def __init__(self, outline: Outline, said: OutlineWords, recorder: Recorder, on: date) -> None:
        self._outline, self._said, self._recorder, self._on = outline, said, recorder, on

    def cover(self, articles: tuple[Article, ...]) -> Cover:
        """The cover of a text."""
        self._recorder.start(self._outline.file)
        own = self._recorder.words
        status = self._said.words(self._outline.status) or (Text(own.draft),)
        title = self._said.words(self._outline.named)
        foreign = any(isinstance(each, Value) and each.language for each in title)
        opens = open_places(articles, self._recorder.program)
        further = 0 if self._outline.lists_open else further_open(self._recorder, opens)
        adopted = inline_text(status).casefold() == own.adopted.casefold()
        return Cover(
            adopted=adopted,
            title=("" if foreign else inline_text(title)) or typographic(self._outline.title),
            original=title if foreign else (),
            jurisdiction=self._said.words(self._outline.jurisdiction, needed=True),
            status=_capitalized(status),
            version=self._said.words(self._outline.version),
            on=self._on,
            notice=self._notice(adopted, further, mentioned=mentions_law(articles)),
            opens=opens,
            further_open=further,
            causes=tuple(sorted(self._recorder.reads.union(*(paths_of(each) for each in title)))),
            whose=self._whose(),
            what=typographic(self._outline.what),
        )

    def _whose(self) -> Inlines:
        """The name of the agency whose own document it is."""
        agency = self._outline.whose
        return self._said.words(f"({agency}) | agency(article=false)") if self._said.truth(agency) else ()

    def _notice(self, adopted: bool, further: int, *, mentioned: bool) -> str:
        outline = self._outline
        cited = self._said.number(outline.cited) if outline.cited else 0
        return notice(
            self._recorder.words,
            adopted=adopted,
            amended=inline_text(self._said.words(outline.amended)),
            invented=self._said.truth(outline.invented),
            cited=cited if outline.cited and (cited or mentioned) else None,
            verified=self._said.number(outline.verified),
            further=further,
            layout=outline.layout,
        )


def _capitalized(status: Inlines) -> Inlines:
    first, *rest = status
    if isinstance(first, Text | Value):
        first = replace(first, text=first.text[:1].upper() + first.text[1:])
    return (first, *rest)
