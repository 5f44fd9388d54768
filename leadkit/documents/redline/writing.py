"""Two programs, or one on two days → the redline of a document of theirs, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic
from leadkit.documents.building import WRITERS
from leadkit.documents.codes import IN_THE_PLACE, NO_LETTER, ONE_SIDED, OTHER_PROGRAM
from leadkit.documents.compare.comparison import Comparison, compare
from leadkit.documents.compare.fields import changed_fields
from leadkit.documents.guest import UnfitFile
from leadkit.documents.letterhead import Letterhead, letterhead_of
from leadkit.documents.placing import Written, put
from leadkit.documents.standing import compose_standing
from leadkit.documents.text import NoLetter

if TYPE_CHECKING:
    from leadkit.model.standing import Standing
    from leadkit.source.history import History

ENDING = "-redline"
_MEMO_FORMATS = ("docx", "pdf", "html", "md")


@dataclass(frozen=True, slots=True)
class Redline:
    """What was compared and written.

    Attributes:
        comparison: The two versions; None where one of them could not be composed.
        files: What was written.
        diagnostics: Every finding.
    """

    comparison: Comparison | None
    files: tuple[Written, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


Print = Callable[[Comparison, str], dict[str, Callable[[], bytes]]]
"""Says how a comparison is printed, as some author's, as files by their endings."""


def _docx(comparison: Comparison, author: str) -> dict[str, Callable[[], bytes]]:
    from leadkit.documents.redline.docx import to_redline

    return {f"{ENDING}.docx": partial(to_redline, comparison, author)}


def _html(comparison: Comparison, author: str) -> dict[str, Callable[[], bytes]]:
    from leadkit.documents.redline.html import to_html_redline

    return {f"{ENDING}.html": lambda: to_html_redline(comparison).encode("utf-8")}


def _memo(comparison: Comparison, author: str) -> dict[str, Callable[[], bytes]]:
    from leadkit.documents.redline.one_page import on_one_page

    made = on_one_page(comparison)
    ending = made.id.removeprefix(comparison.new.id)
    return {f"{ending}.{form}": partial(WRITERS[form], made) for form in _MEMO_FORMATS}


FORMATS: dict[str, Print] = {"docx": _docx, "html": _html, "memo": _memo}
"""The forms of a redline, each by its name."""


def compared(old: Standing, new: Standing, document: str, history: History) -> Redline:
    """Compare a document of two programs on their days.

    Args:
        old: The program as it was.
        new: The program as it is.
        document: What the programs call it under ``documents``, or its kind.
        history: The history of the new program's files.
    """
    made = [compose_standing(each, document) for each in (old, new)]
    missing = [(each, on.on) for each, on in zip(made, (old, new), strict=True) if each.document is None]
    if missing:
        found = tuple(_one_sided(document, on.isoformat(), each.diagnostics) for each, on in missing)
        return Redline(None, diagnostics=found)
    before, after = (each.document for each in made if each.document is not None)
    letterhead = letterhead_of(new, after.id)
    if isinstance(letterhead, Letterhead):
        after = replace(after, letterhead=letterhead.content)
    unread = (letterhead,) if letterhead is not None and not isinstance(letterhead, Letterhead) else ()
    fields = changed_fields(old, new, (before, after), history)
    return Redline(compare(before, after, fields), diagnostics=(*other_program(old, new), *unread))


def _one_sided(document: str, on: str, because: Sequence[Diagnostic]) -> Diagnostic:
    reasons = " ".join(dict.fromkeys(each.message for each in because if each.is_error))
    return ONE_SIDED.at(
        message=f"There is no {document} as of {on}.{f' {reasons}' if reasons else ''}",
        remedy="Choose two versions that have it, or build the one that does: leadkit build.",
    )


def other_program(old: Standing, new: Standing) -> Iterator[Diagnostic]:
    """The warning that two versions are of two programs; nothing where they are of one."""
    before, after = ((each.program.program.name, each.program.program.state) if each.program else ("", "")
                     for each in (old, new))  # fmt: skip
    if before != after:
        yield OTHER_PROGRAM.at(
            message=f"{_named(before)} is compared with {_named(after)}: they are not one program.",
            remedy="If one program was renamed, all is well. Otherwise name two versions of one program.",
        )


def _named(program: tuple[object, object]) -> str:
    return " in ".join(str(each) for each in program if each)


def write(done: Redline, formats: Sequence[str], out: Path, author: str, *, overwrite: bool = False) -> Redline:
    """Write what was compared into a folder; each file appears whole or not at all.

    Args:
        done: What was compared.
        formats: Some of ``docx``, ``html`` and ``memo``.
        out: The folder; it is made where it is missing.
        author: Whose the tracked changes are.
        overwrite: Whether another file in the place of one is written over.
    """
    if done.comparison is None:
        return done
    files: list[Written] = []
    faults: list[Diagnostic] = []
    other: list[str] = []
    printed = {ending: made for form in formats for ending, made in FORMATS[form](done.comparison, author).items()}
    for ending, made in printed.items():
        path = out / f"{done.comparison.new.id}{ending}"
        content = _content(path, made)
        if isinstance(content, Diagnostic):
            faults.append(content)
        elif not overwrite and _is_other(path, content):
            other.append(path.as_posix())
        else:
            placed = put(path, content)
            (files if isinstance(placed, Written) else faults).append(placed)  # type: ignore[arg-type]
    faults += _in_the_place(other)
    return replace(done, files=tuple(files), diagnostics=(*done.diagnostics, *faults))


def _content(path: Path, made: Callable[[], bytes]) -> bytes | Diagnostic:
    """The bytes of a file, or why it cannot be printed; one that cannot hides no other."""
    try:
        return made()
    except UnfitFile as refusal:
        return refusal.code.at(message=refusal.message, remedy=refusal.remedy)
    except NoLetter as refusal:
        shown = ", ".join(dict.fromkeys(refusal.characters))
        return NO_LETTER.at(message=f"{path.name} cannot show {shown}.", remedy="Use its docx, html or md instead.")


def _is_other(path: Path, content: bytes) -> bool:
    """Whether another file stands in the place of one; one that cannot be read is refused when it is written."""
    try:
        return path.exists() and path.read_bytes() != content
    except OSError:
        return False


def _in_the_place(other: Sequence[str]) -> list[Diagnostic]:
    """The finding that names every file that stands in the way: it is one answer that they wait for."""
    if not other:
        return []
    *before, last = other
    if not before:
        said, them = f"{last} is there already with other words, and is left as it is.", "it"
    else:
        said = f"{', '.join(before)} and {last} are there already with other words, and are left as they are."
        them = "them"
    remedy = f"Move {them}, or overwrite {them} with --overwrite where nobody wrote into {them}."
    return [IN_THE_PLACE.at(message=said, remedy=remedy)]
