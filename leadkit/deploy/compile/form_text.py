"""The words of a release as its paper prints them, clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.documents.composing import absences_of, compose
from leadkit.documents.overrides.places import layers_of
from leadkit.documents.tree.blocks import Table
from leadkit.documents.tree.plain import BLANK_TEXT, block_lines, inline_text
from leadkit.documents.words import FIRST
from leadkit.model.documents import DocumentSetting, Translation, TranslationStatus

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.deploy.compile.plain import Data
    from leadkit.documents.paper import Paper
    from leadkit.documents.tree.document import Clause, Document, Section

_PART = re.compile(r"part-(.+-[0-9]+)")
_ELEMENT = re.compile(r"\(a\)\(([0-9]+)\)")
_ON_PAPER = ("signing", "person")
"""The clauses that are there to be written on: the page has the person's name, and its own place to sign."""


@dataclass(frozen=True, slots=True)
class FormText:
    """A form in one language.

    Attributes:
        draft: Whether nobody qualified has reviewed the translation: it may be shown, and not signed.
        paragraphs: Its words, without the parts that the person agrees to one by one.
        blocks: The words of each part, by its id; its title is the first line.
        elements: The words of each element of 42 CFR 2.31(a) that a clause names as its basis, by its number.
    """

    draft: bool
    paragraphs: tuple[str, ...]
    blocks: dict[str, str]
    elements: dict[str, str]

    def as_data(self) -> Data:
        """The form as the data file has it."""
        return {"draft": self.draft, "paragraphs": [*self.paragraphs], "blocks": {**self.blocks}}


def part_of(block: str, number: int) -> str:
    """The id of a part, as the paper has it: a block of a release for one of its purposes, counted from one."""
    return f"{block}-{number}"


def form_text(bench: Bench, paper: Paper, language: str) -> FormText | None:
    """The words of a form; None where leadkit cannot print it in the language."""
    document = bench.drafts.composed(paper.id, language).document
    if document is not None:
        return _read(document, draft=False)
    draft = _draft(bench, paper, language) if language != FIRST else None
    return _read(draft, draft=True) if draft is not None else None


def _draft(bench: Bench, paper: Paper, language: str) -> Document | None:
    """A translation that nobody has reviewed, which no paper may print: composed as if somebody had.

    The words are the same, and the service marks them as a draft.
    """
    day = bench.standing.on.isoformat()
    seen = Translation.model_validate({"status": TranslationStatus.REVIEWED, "by": "-", "on": day})
    setting = paper.setting.model_copy(update={"translations": {language: seen}}) if paper.setting else None
    if not isinstance(setting, DocumentSetting) or layers_of(bench.standing, paper):
        return None
    return compose(
        bench.program, paper.printer, bench.standing.on, absences=absences_of(bench.program),
        paper=replace(paper, setting=setting), language=language,
    ).document  # fmt: skip


def _read(document: Document, *, draft: bool) -> FormText:
    paragraphs: list[str] = []
    blocks: dict[str, list[str]] = {}
    elements: dict[str, list[str]] = {}
    for clause in (each for article in document.articles for each in article.clauses):
        own = [line for section in clause.sections if not _PART.fullmatch(section.id) for line in _read_lines(section)]
        paragraphs += own if clause.id not in _ON_PAPER else ()
        for section in clause.sections:
            part = _PART.fullmatch(section.id)
            if part:
                blocks.setdefault(part[1], []).extend(_read_lines(section))
        for number in _elements(clause):
            elements.setdefault(number, []).extend(line for section in clause.sections for line in _lines(section))
    return FormText(draft, tuple(paragraphs), _joined(blocks), _joined(elements))


def _lines(section: Section) -> list[str]:
    title = inline_text(section.title)
    return [each for each in (title, *map(inline_text, block_lines(section.blocks))) if each]


def _read_lines(section: Section) -> list[str]:
    """The lines of a section as they are read on a screen: without what is written on paper alone."""
    blocks = [
        replace(each, header=()) if isinstance(each, Table) and all(row.is_filled_in for row in each.rows) else each
        for each in section.blocks
    ]
    lines = (inline_text(section.title), *map(inline_text, block_lines(tuple(blocks))))
    return [kept for line in lines if (kept := _without_blanks(line))]


def _without_blanks(line: str) -> str:
    """A line up to the sentence that has a place to write on."""
    before, blank, _after = line.partition(BLANK_TEXT[:4])
    return before[: before.rfind(".") + 1] if blank else line


def _elements(clause: Clause) -> list[str]:
    """The elements that a clause names; ``42 CFR 2.31(a)(8) and (a)(9)`` names two."""
    return _ELEMENT.findall(clause.basis) if "2.31" in clause.basis else []


def _joined(found: dict[str, list[str]]) -> dict[str, str]:
    return {name: "\n".join(lines) for name, lines in found.items() if lines}
