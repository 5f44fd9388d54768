"""The papers of a program that everybody may read, as the service's are built, and the page that lists them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents import build_standing
from leadkit.documents.tree.blocks import Box
from leadkit.documents.tree.inline import Gap, Value
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import walk
from leadkit.documents.words import FIRST, words_of
from leadkit.model.audience import is_kept_back
from leadkit.model.documents import Audience
from leadkit.site.codes import PAPER_KEPT_BACK
from leadkit.site.page import Address, Page
from leadkit.site.words import WORDS
from leadkit.site.write.escape import escaped, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents import BuildResult
    from leadkit.documents.tree.document import Document
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing

PAGE, FOLDER = "documents", "papers"
_FORMATS = ("pdf", "html")
_KILO = 1024


@dataclass(frozen=True, slots=True)
class File:
    """A file of a paper, by its name, with its hash and its bytes."""

    name: str
    format: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that everybody may read, in one language."""

    title: str
    whose: str
    status: str
    version: str
    adopted: bool
    language: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a program.

    Attributes:
        papers: Those that everybody may read.
        findings: Which are not published, because they print what the program keeps from the public.
    """

    papers: tuple[Paper, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def public_papers(standing: Standing, program: Program, documents: Sequence[str] = ()) -> Papers:
    """Build the papers of a program, and take those that everybody may read.

    Args:
        standing: The program on the day.
        program: The same, typed.
        documents: What the program calls them, or kinds; none for all.
    """
    with tempfile.TemporaryDirectory(prefix="leadkit-papers-") as folder:
        results = build_standing(standing, documents, _FORMATS, Path(folder), audience=Audience.PUBLIC)
        papers: list[Paper] = []
        found: list[Diagnostic] = []
        for result in results:
            tree = result.document_tree
            if tree is None or tree.audience != Audience.PUBLIC or not result.files:
                continue
            kept = sorted(_kept_back(tree, program))
            if kept:
                found.append(_not_published(tree, kept))
            else:
                papers.append(_paper(tree, result))
    return Papers(tuple(papers), tuple(found))


def _kept_back(tree: Document, program: Program) -> set[str]:
    """The fields of a paper that the program keeps from the public: its readers may be more than those of the site."""
    nodes = list(walk(tree))
    paths = {each.path for each in nodes if isinstance(each, Value | Gap) and each.path}
    asked = {each.open.path for each in nodes if isinstance(each, Box) and each.open is not None}
    kept = {path for path in asked if is_kept_back(program, path, in_words=True)}
    return kept | {path for path in paths if is_kept_back(program, path)}


def _not_published(tree: Document, kept: Sequence[str]) -> Diagnostic:
    others = f" and {len(kept) - 1} more" if len(kept) > 1 else ""
    message = f"{tree.id} prints {kept[0]}{others}, which the program keeps from the public; it is not on the site."
    return PAPER_KEPT_BACK.at(message=message, remedy="Publish what it prints, or leave it.", path=kept[0])


def _paper(tree: Document, result: BuildResult) -> Paper:
    files = (File(each.path.name, each.format, each.sha256, each.path.read_bytes()) for each in result.files)
    cover = tree.cover
    whose, status, version = (inline_text(each) for each in (cover.whose, cover.status, cover.version))
    return Paper(cover.title, whose, status, version, cover.adopted, tree.language, tuple(files))


def page_of(papers: Papers, standing: Standing, folder: str, language: str) -> Page | None:
    """The page that lists the papers in a language; None where there are none."""
    if not papers.papers:
        return None
    own, here = WORDS[language], Address(folder, language, PAGE)
    place = "/".join(part for part in (FOLDER, folder) if part)
    lines = [f"# {escaped(own['papers'])}", escaped(own["papers_intro"])]
    for heading, adopted in (("papers_adopted", True), ("papers_drafts", False)):
        chosen = [each for each in papers.papers if each.adopted is adopted]
        if chosen:
            lines += [f"## {escaped(own[heading])} {{#{heading.replace('_', '-')}}}", escaped(own[f"{heading}_intro"])]
            lines.append("\n".join(_table(chosen, language, here, place)))
    lines += [f"## {escaped(own['papers_hashes'])} {{#papers-hashes}}", escaped(own["papers_hashes_intro"])]
    hashes = "".join(f"<li>{escape(one.name)}: <code>{one.sha256}</code></li>" for one in _files(papers))
    lines.append(f"<details><summary>SHA-256</summary><ul>{hashes}</ul></details>")
    files = {f"{place}/{one.name}": one.content for one in _files(papers)} if language == FIRST else {}
    day = words_of(language).long_date(standing.on)
    return Page(here, own["papers"], own["papers_description"], "\n\n".join(lines) + "\n", day, files=files)


def _files(papers: Papers) -> Iterator[File]:
    return (file for paper in papers.papers for file in paper.files)


def _table(papers: Sequence[Paper], language: str, here: Address, place: str) -> Iterator[str]:
    own = WORDS[language]
    yield f"| {escaped(own['paper'])} | {escaped(own['paper_standing'])} | {escaped(own['paper_files'])} |"
    yield "| --- | --- | --- |"
    for paper in papers:
        title = _in(paper.language, language, escaped(one_line(paper.title)))
        title += f" ({escaped(one_line(paper.whose))})" if paper.whose else ""
        standing = paper.status + (f", {paper.version}" if paper.version else "")
        files = " · ".join(_linked(paper, each, here, place) for each in paper.files)
        yield f"| {title} | {_in(paper.language, language, escaped(one_line(standing)))} | {files} |"


def _linked(paper: Paper, file: File, here: Address, place: str) -> str:
    """A link to a file, which says what it is to whoever hears it alone."""
    size = f"{file.format.upper()}, {max(round(len(file.content) / _KILO), 1)} KB"
    label = escape(one_line(f"{paper.title}, {size}"))
    return f'<a href="{escape(here.to(f"{place}/{file.name}"))}" aria-label="{label}">{size.replace(" ", "&nbsp;")}</a>'


def _in(language: str, page: str, words: str) -> str:
    return words if language == page else f'<span lang="{escape(language)}">{words}</span>'
