"""Documents as files: composed, printed and put in place whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic
from leadkit.documents.absence import Absences
from leadkit.documents.codes import EDITED, LONG_CARD, NO_LETTER, UNKNOWN_DOCUMENT
from leadkit.documents.composing import compose
from leadkit.documents.composition import Composition
from leadkit.documents.guest import UnfitFile
from leadkit.documents.letterhead import Letterhead
from leadkit.documents.made_from import made_from, same_pages
from leadkit.documents.placing import Written as Written
from leadkit.documents.placing import put
from leadkit.documents.text import NoLetter
from leadkit.documents.tree.document import SIDES, Document, Layout
from leadkit.documents.tree.inline import Value
from leadkit.documents.tree.trace import walk

if TYPE_CHECKING:
    from pydantic import BaseModel

_TAKE_IN = "Take its edits into the program with leadkit review FILE --into DIR. "


@dataclass(frozen=True, slots=True)
class Earlier:
    """A file that an earlier build wrote.

    Attributes:
        sha256: Hash of its bytes as they were written.
        made_from: A digest of what it was made from; empty where none was kept.
    """

    sha256: str
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not made.

    Attributes:
        document: Id of the document.
        part: Id of the clause that was left out; empty where the whole document was refused.
        reason: Why, in one sentence or more.
        asked: Whether somebody asked for it; what nobody asked for and cannot be made yet is no failure.
    """

    document: str
    part: str
    reason: str
    asked: bool = True


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made, what it refused, and every finding.

    Attributes:
        document: Id of the document.
        on: The day that it prints.
        files: What was written.
        refused: What was not, with the reason.
        diagnostics: Every finding.
        document_tree: The composed tree; None where the document was refused.
        without: The languages that the program asks for and leadkit has no text of.
    """

    document: str
    on: date
    files: tuple[Written, ...] = ()
    refused: tuple[Refused, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    document_tree: Document | None = None
    without: tuple[str, ...] = ()


def _docx(document: Document) -> bytes:
    from leadkit.documents.write.docx import to_docx

    return to_docx(document)


def _markdown(document: Document) -> bytes:
    from leadkit.documents.write.markdown import to_markdown

    return to_markdown(document).encode("utf-8")


def _pdf(document: Document) -> bytes:
    from leadkit.documents.write.pdf import to_pdf

    return to_pdf(document)


def _reprinted(document: Document, earlier: bytes) -> bytes:
    from leadkit.documents.write.pdf import again

    return again(document, earlier)


def _html(document: Document) -> bytes:
    from leadkit.documents.write.html import to_html

    return to_html(document).encode("utf-8")


WRITERS: dict[str, Callable[[Document], bytes]] = {"docx": _docx, "pdf": _pdf, "html": _html, "md": _markdown}
"""The formats that can be built, each by the ending of its files."""


def build(
    program: BaseModel,
    document: str,
    on: date,
    formats: Sequence[str],
    out: Path,
    *,
    absences: Absences | None = None,
    extras: Mapping[str, object] | None = None,
    templates: Path | None = None,
    source: str = "",
    letterhead: Letterhead | Diagnostic | None = None,
) -> BuildResult:
    """Compose a document and write it as ``out/DOCUMENT.FORMAT``.

    Every format is printed before the first file is touched, and each file appears whole or not at all. A
    document with errors is refused, and its earlier files stay as they are. A letterhead that cannot be used refuses
    the Word file alone.

    Args:
        program: The program as it stands on ``on``.
        document: Id of the document, such as ``mou``.
        on: The day that the document prints.
        formats: Some of ``docx``, ``pdf``, ``html`` and ``md``.
        out: The folder to write into; it is made where it is missing.
        absences: What is known about absent fields; without it, the program's own section ``open``.
        extras: Further names for clauses, each with its value.
        templates: The folder of the documents; without it, the shipped one.
        source: The public part of the program's YAML, which a draft carries; an adopted text never does.
        letterhead: What the Word file is printed on, or the finding that it could not be read.
    """
    unknown = [each for each in formats if each not in WRITERS]
    if unknown:
        message = f"There is no format {unknown[0]}."
        found = UNKNOWN_DOCUMENT.at(message=message, remedy=f"Use {', '.join(WRITERS)}.")
        return BuildResult(document, on, refused=(Refused(document, "", message),), diagnostics=(found,))
    composed = compose(program, document, on, absences=absences, extras=extras, templates=templates)
    return write(composed, document, on, formats, out, source=lambda: source, letterhead=letterhead)


def write(
    composed: Composition,
    document: str,
    on: date,
    formats: Sequence[str],
    out: Path,
    *,
    source: Callable[[], str] = lambda: "",
    letterhead: Letterhead | Diagnostic | None = None,
    before: Mapping[str, Earlier] | None = None,
) -> BuildResult:
    """Write a composed document as ``out/DOCUMENT.FORMAT``; a document with errors is refused.

    Args:
        composed: The document, or what stands in its way.
        document: Its id.
        on: The day that it prints.
        formats: Some of ``docx``, ``pdf``, ``html`` and ``md``.
        out: The folder to write into; it is made where it is missing.
        source: Gives the public part of the program's YAML, which the PDF of a draft carries.
        letterhead: What the Word file is printed on, or the finding that it could not be read.
        before: Each file that leadkit wrote there before, by name: any other file is somebody's work, and is not
            overwritten. Without it, whatever stands there is.
    """
    left_out = tuple(Refused(document, part, reason) for part, reason in composed.left_out)
    if composed.document is None:
        whole = Refused(document, "", " ".join(_reasons(composed.diagnostics)))
        return BuildResult(document, on, (), (whole, *left_out), composed.diagnostics)
    carries = "pdf" in formats and not composed.document.cover.adopted
    tree = replace(
        composed.document,
        source=source() if carries else "",
        letterhead=letterhead.content if isinstance(letterhead, Letterhead) else b"",
    )
    files, faults = _written(tree, formats, out, letterhead, before)
    unwritten = tuple(Refused(document, "", each.message) for each in faults if each.is_error)
    return BuildResult(document, on, files, (*unwritten, *left_out), (*composed.diagnostics, *faults), tree)


def _written(
    document: Document,
    formats: Sequence[str],
    out: Path,
    letterhead: Letterhead | Diagnostic | None,
    before: Mapping[str, Earlier] | None,
) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Write a document in each format; one file that cannot be written hides no other."""
    made = made_from(document, formats)
    files = dict(_standing(document, made, out, before))
    pages = _pages_before(document, made, out, before)
    printed, faults = _printed(document, [form for form in formats if form not in files], letterhead, pages)
    if document.layout is Layout.CARD and "pdf" in printed:
        faults += _over_two_sides(document, printed["pdf"])
    for form, content in printed.items():
        path = out / f"{document.id}.{form}"
        if before is not None and _edited(path, before.get(path.name), content):
            faults.append(_kept(path))
            continue
        placed = put(path, content, lasting=False)
        if isinstance(placed, Written):
            files[form] = replace(placed, made_from=made[form])
        else:
            faults.append(placed)
    return tuple(files[form] for form in made if form in files), tuple(faults)


def _standing(
    document: Document, made: Mapping[str, str], out: Path, before: Mapping[str, Earlier] | None
) -> Iterator[tuple[str, Written]]:
    """The files that an earlier build made from the same, and that nobody has touched: they stand as they are.

    A card is always printed, for only then its sides can be counted.
    """
    for form, digest in made.items() if before and document.layout is not Layout.CARD else ():
        path = out / f"{document.id}.{form}"
        earlier = before.get(path.name) if before else None
        if earlier is None or earlier.made_from != digest:
            continue
        content = _content(path)
        if content is not None and hashlib.sha256(content).hexdigest() == earlier.sha256:
            yield form, Written(path, form, earlier.sha256, len(content), digest)


def _pages_before(
    document: Document, made: Mapping[str, str], out: Path, before: Mapping[str, Earlier] | None
) -> bytes | None:
    """The PDF that an earlier build made with the same pages, and that nobody has touched."""
    path = out / f"{document.id}.pdf"
    earlier = before.get(path.name) if before else None
    if earlier is None or not same_pages(earlier.made_from, made.get("pdf", "")):
        return None
    content = _content(path)
    return content if content is not None and hashlib.sha256(content).hexdigest() == earlier.sha256 else None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _edited(path: Path, earlier: Earlier | None, content: bytes) -> bool:
    """Whether a file holds anything but what leadkit wrote there before, or is about to write."""
    there = _content(path)
    if there is None or there == content:
        return False
    return earlier is None or hashlib.sha256(there).hexdigest() != earlier.sha256


def _kept(path: Path) -> Diagnostic:
    return EDITED.at(
        message=f"{path.as_posix()} was changed after it was built, and is left as it is.",
        remedy=f"{_TAKE_IN if path.suffix == '.docx' else ''}Move it, or give it another name, and build again; or "
        "overwrite it with --overwrite.",
    )


def _printed(
    document: Document, formats: Sequence[str], letterhead: Letterhead | Diagnostic | None, pages: bytes | None
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    printed: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for form in dict.fromkeys(formats):
        if form == "docx" and isinstance(letterhead, Diagnostic):
            faults.append(letterhead)
            continue
        try:
            printed[form] = _reprinted(document, pages) if form == "pdf" and pages else WRITERS[form](document)
        except NoLetter as refusal:
            faults += [_no_letter(document, form, each) for each in refusal.characters]
        except UnfitFile as refusal:
            faults.append(_unfit(refusal, letterhead))
    return printed, faults


def _over_two_sides(document: Document, pdf: bytes) -> list[Diagnostic]:
    from leadkit.documents.write.pdf import page_count

    pages = page_count(pdf)
    if pages <= SIDES:
        return []
    return [
        LONG_CARD.at(
            message=f"The card {document.id} runs to {pages} pages, and a sheet has {SIDES} sides.",
            remedy="Shorten its clauses, or what the program says in the fields that they print.",
        )
    ]


def _no_letter(document: Document, form: str, character: str) -> Diagnostic:
    path = next((each.path for each in walk(document) if isinstance(each, Value) and character in each.text), "")
    return NO_LETTER.at(
        message=f"The {form} cannot show {character} (U+{ord(character):04X}){f' in {path}' if path else ''}.",
        remedy="Write the words in Latin, Greek, Cyrillic or Hebrew letters, or build docx, html or md instead.",
        path=path,
    )


def _unfit(refusal: UnfitFile, letterhead: Letterhead | Diagnostic | None) -> Diagnostic:
    asked, path = (letterhead.asked, letterhead.path) if isinstance(letterhead, Letterhead) else ((), "")
    return refusal.code.at(*asked, message=refusal.message, remedy=refusal.remedy, path=path)


def _reasons(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    errors = [each.message for each in diagnostics if each.is_error]
    return list(dict.fromkeys(errors))
