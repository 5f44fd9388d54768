"""The pages of a program on a day, composed by the documents room for the public."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.documents.codes import REFUSED, UNKNOWN_DOCUMENT
from leadkit.documents.composing import compose
from leadkit.documents.known import Known
from leadkit.documents.library import document_ids, has_language
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import FIRST, words_of
from leadkit.resources import templates
from leadkit.site.citing import cited_on
from leadkit.site.drawn.charts import charts
from leadkit.site.drawn.steps import pictures_of_steps, with_numbers
from leadkit.site.gathering import Gathering
from leadkit.site.hiding import Hiding
from leadkit.site.page import PAGES, Address, Page
from leadkit.site.pieces import in_its_language
from leadkit.site.referred.asking import ID as REFERRED
from leadkit.site.referred.asking import SCRIPTS
from leadkit.site.small_cells import SmallCells
from leadkit.site.write.escape import one_line
from leadkit.site.write.markdown import to_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.tree.document import Document
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.site.referred.asking import Asking

SOURCES = "sources"
_DRAWN = ("how", "results")
"""The pages with pictures of what stands on them."""
_NONE = frozenset({REFUSED.code, UNKNOWN_DOCUMENT.code})


def pages_root() -> Path:
    """The folder of the outlines and clauses of pages."""
    return templates() / "site" / "pages"


@dataclass(frozen=True, slots=True)
class Composed:
    """The pages of one program.

    Attributes:
        pages: The pages, in the order of the menu, one language after the other.
        findings: Why pages could not be composed.
    """

    pages: tuple[Page, ...]
    findings: tuple[Diagnostic, ...]


class Composing:
    """Composes the pages of one program on its day."""

    def __init__(
        self, standing: Standing, program: Program, folder: str = "", root: Path | None = None,
        asking: Asking | None = None,
    ) -> None:  # fmt: skip
        """Take the program.

        Args:
            standing: The program on the day.
            program: The same, typed.
            folder: The folder of its pages; empty where it alone has a site.
            root: The folder of the outlines of pages; the shipped one without it.
            asking: The questions of the page that asks some; without them there is no such page.
        """
        self._asking = asking
        self._made: set[Address] = set()
        self._standing, self._program, self._folder = standing, program, folder
        self._root = root or pages_root()
        self._known = Known(standing, program)
        self._hiding, self._small, self._gathering = Hiding(program), SmallCells(program), Gathering(program)
        self._findings: dict[tuple[str, str], Diagnostic] = {}

    @property
    def hidden(self) -> set[str]:
        """The fields of which a page says only that they are not public."""
        return self._hiding.hidden

    def composed(self, languages: Sequence[str], papers: Mapping[str, Page | None] | None = None) -> Composed:
        """All pages in each language; a page that the program has nothing for is not among them.

        Args:
            languages: The languages.
            papers: The page that lists the papers, by language.
        """
        known = {*document_ids(self._root)} - ({REFERRED} if self._asking is None else set())
        pages: list[Page] = []
        for language in languages:
            made = {id_: self.document(id_, language) for id_ in PAGES if id_ in known and id_ != SOURCES}
            if SOURCES in known:
                made[SOURCES] = self.document(SOURCES, language, cited_on(made.values()))
            own = {id_: self._page(id_, language, one) for id_, one in made.items() if one is not None}
            listed = (papers or {}).get(language)
            own |= {listed.address.id: listed} if listed is not None else {}
            pages += [own[id_] for id_ in PAGES if id_ in own]
        return Composed(tuple(pages), tuple(self._findings.values()))

    def page(self, address: Address, pages: Iterable[Address]) -> Page | None:
        """One page by itself; None where the program has nothing for it, or where it cannot be composed.

        Args:
            address: Where it stands.
            pages: All pages of the site, to which it may lead.
        """
        self._made.update(pages)
        document = self.document(address.id, address.language)
        return None if document is None or self._findings else self._page(address.id, address.language, document)

    def _page(self, id_: str, language: str, document: Document) -> Page:
        address = Address(self._folder, language, id_)
        name = f"{address.stem.replace('/', '-')}-{{}}.svg"
        drawn = [*charts(document, self._program), *pictures_of_steps(document)] if id_ in _DRAWN else []
        written = to_markdown(document, id_, address.to(f"pictures/{name}"), drawn)
        files = {f"pictures/{name.format(place)}": svg.encode() for place, svg in enumerate(written.pictures, 1)}
        title, what = one_line(document.cover.title).strip(), document.cover.what
        day = words_of(language).long_date(self._standing.on)
        self._made.add(address)
        page = Page(
            address, title, one_line(what or inline_text(document.cover.jurisdiction)), written.text, day,
            fallback=document.language != language, draft=document.preliminary, files=files,
        )  # fmt: skip
        return self._with_questions(page) if id_ == REFERRED else page

    def _with_questions(self, page: Page) -> Page:
        """The page with what a script needs to ask and to decide."""
        assert self._asking is not None
        address = page.address
        who = replace(address, id="who")
        text = self._asking.into(page.text, address, address.to(who.html) if who in self._made else "")
        return replace(page, text=text, scripts=SCRIPTS, files={**page.files, **self._asking.files(address)})

    def document(self, id_: str, language: str, cited: Mapping[str, Sequence[str]] | None = None) -> Document | None:
        """The tree of a page in a language, or else in the first one; None where the program has nothing for it.

        Args:
            id_: The page.
            language: The language.
            cited: The pages on which each source is cited, for the page that lists them.
        """
        language = language if has_language(id_, self._root, language) else FIRST
        composition = compose(
            self._program, id_, self._standing.on, absences=self._known.absences, templates=self._root,
            extras={"open": self._known.said, "catalogue": self._known.catalogue, "cited_on": cited or {}},
            language=language,
        )  # fmt: skip
        if composition.document is not None:
            shown = in_its_language(self._small.page(self._hiding.page(composition.document)))
            return with_numbers(self._gathering.page(shown)) if id_ in PAGES else shown
        for each in composition.diagnostics:
            if each.is_error and each.code not in _NONE:
                self._findings.setdefault((each.code, each.message), each)
        return None
