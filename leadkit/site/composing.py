"""The pages of a program on a day, composed by the documents room for the public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.codes import REFUSED, UNKNOWN_DOCUMENT
from leadkit.documents.composing import compose
from leadkit.documents.known import Known
from leadkit.documents.library import document_ids, has_language
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import FIRST, words_of
from leadkit.resources import templates
from leadkit.site.hiding import Hiding
from leadkit.site.page import PAGES, Address, Page
from leadkit.site.write.escape import one_line
from leadkit.site.write.markdown import to_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.tree.document import Document
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing

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

    def __init__(self, standing: Standing, program: Program, folder: str = "", root: Path | None = None) -> None:
        """Take the program.

        Args:
            standing: The program on the day.
            program: The same, typed.
            folder: The folder of its pages; empty where it alone has a site.
            root: The folder of the outlines of pages; the shipped one without it.
        """
        self._standing, self._program, self._folder = standing, program, folder
        self._root = root or pages_root()
        self._known = Known(standing, program)
        self._hiding = Hiding(program)
        self._findings: dict[tuple[str, str], Diagnostic] = {}

    @property
    def hidden(self) -> set[str]:
        """The fields of which a page says only that they are not public."""
        return self._hiding.hidden

    def composed(self, languages: Sequence[str]) -> Composed:
        """All pages in each language; a page that the program has nothing for is not among them."""
        known = document_ids(self._root)
        pages = [self._page(id_, language) for language in languages for id_ in PAGES if id_ in known]
        return Composed(tuple(page for page in pages if page is not None), tuple(self._findings.values()))

    def _page(self, id_: str, language: str) -> Page | None:
        document = self.document(id_, language)
        if document is None:
            return None
        address = Address(self._folder, language, id_)
        name = f"{address.stem.replace('/', '-')}-{{}}.svg"
        written = to_markdown(document, id_, address.to(f"pictures/{name}"))
        files = {f"pictures/{name.format(place)}": svg.encode() for place, svg in enumerate(written.pictures, 1)}
        title, what = one_line(document.cover.title).strip(), document.cover.what
        day = words_of(language).long_date(self._standing.on)
        return Page(
            address, title, one_line(what or inline_text(document.cover.jurisdiction)), written.text, day,
            fallback=document.language != language, draft=document.preliminary, files=files,
        )  # fmt: skip

    def document(self, id_: str, language: str) -> Document | None:
        """The tree of a page in a language, or else in the first one; None where the program has nothing for it."""
        language = language if has_language(id_, self._root, language) else FIRST
        composition = compose(
            self._program, id_, self._standing.on, absences=self._known.absences,
            extras={"open": self._known.said, "catalogue": self._known.catalogue}, templates=self._root,
            language=language,
        )  # fmt: skip
        if composition.document is not None:
            return self._hiding.page(composition.document)
        for each in composition.diagnostics:
            if each.is_error and each.code not in _NONE:
                self._findings.setdefault((each.code, each.message), each)
        return None
