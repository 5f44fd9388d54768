"""What counsel is told of a document: an edition with a note below each clause, and what is still to be looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.documents.template.words import typographic
from leadkit.documents.tree.blocks import Block, Box, BoxKind, Paragraph, Signature
from leadkit.documents.tree.document import Clause, Document, Section
from leadkit.documents.tree.inline import Inlines, Open, Strong, Text
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import base_text, fingerprint
from leadkit.documents.tree.trace import walk
from leadkit.model.root import Program

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadkit.documents.cited_law import CitedLaw
    from leadkit.documents.library import Library
    from leadkit.documents.template.clause_file import ClauseFile

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_FIELD = re.compile(rf"\b(?:{'|'.join(Program.model_fields)})\b(?:\.[a-z_0-9]+)*")
_TO_VERIFY = "(to be verified by counsel)"
"""How the basis of a clause says that it is general knowledge."""
_UNSIGNED = "The memorandum has its places to sign here; this edition is not signed."
_STANDING = {
    "mandatory": "Mandatory: no agreement is without it.",
    "default": "Default: the model has it; to replace it or leave it out needs a reason.",
    "optional": "Optional: it stands where the program calls for it.",
}


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """A clause of the library that the document does not have.

    Attributes:
        title: Its heading.
        why: Why an agreement may have it.
        fields: The fields of the program that would bring it in.
    """

    title: str
    why: str
    fields: str


@dataclass(frozen=True, slots=True)
class Issue:
    """An open matter and the first place of the document that it touches."""

    place: str
    about: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A clause that rests on what nobody compared with the law of the state.

    Attributes:
        place: Its first section, as it is referred to.
        title: Its heading.
        basis: What it rests on.
    """

    place: str
    title: str
    basis: str


@dataclass(frozen=True, slots=True)
class Original:
    """What counsel's edition says of the document whose text it prints.

    Attributes:
        title: Its title.
        fingerprint: The fingerprint of its text.
        clauses: How many clauses it has.
        issues: What is open in it.
        not_printed: The clauses of the library that it does not have.
        to_compare: The laws that it cites and nobody has compared, as the program's records say.
        to_verify: The clauses that rest on general knowledge, which counsel verifies.
    """

    title: str
    fingerprint: str
    clauses: int
    issues: tuple[Issue, ...]
    not_printed: tuple[NotPrinted, ...]
    to_compare: tuple[str, ...]
    to_verify: tuple[Resting, ...]


def original_of(document: Document, library: Library, laws: Sequence[CitedLaw]) -> Original:
    """What the edition says of a composed document.

    Args:
        document: The document.
        library: The clauses that it was composed from.
        laws: Every law that the program cites.
    """
    printed = [clause for article in document.articles for clause in article.clauses]
    absent = [each for id_, each in library.clauses.items() if id_ not in {clause.id for clause in printed}]
    words = "\n".join(base_text(clause)[0] for clause in printed)
    return Original(
        document.cover.title,
        document.cover.fingerprint,
        len(printed),
        tuple(_issue(each.place.text, each.open) for each in document.cover.opens),
        tuple(NotPrinted(_title(each), typographic(each.why), ", ".join(_fields(each))) for each in absent),
        tuple(_apart([law.citation for law in laws if not law.by and _cites(words, law.citation)])),
        tuple(_resting(clause, library.clauses[clause.id]) for clause in printed if _TO_VERIFY in clause.basis),
    )


def annotated(edition: Document, document: Document, library: Library, laws: Sequence[CitedLaw]) -> Document:
    """Put the text of a document, a note below each clause, behind the first article of its edition.

    Args:
        edition: The edition as its own outline composed it: its first article comes before the text.
        document: The document, numbered; its numbers stay as they are.
        library: The clauses that it was composed from.
        laws: Every law that the program cites, for what is known of those that a clause cites.
    """
    text = tuple(
        replace(article, clauses=tuple(_noted(clause, library.clauses[clause.id], laws) for clause in article.clauses))
        for article in document.articles
    )
    first, rest = edition.articles[:1], edition.articles[1:]
    whole = number(replace(edition, articles=(*first, *text, *rest)))
    return replace(whole, cover=replace(whole.cover, fingerprint=fingerprint(whole.articles)))


def _noted(clause: Clause, source: ClauseFile, laws: Sequence[CitedLaw]) -> Clause:
    """The clause with its note as its last block; a place to sign is not printed a second time."""
    sections = tuple(_unsigned(each) for each in clause.sections)
    note = Box(BoxKind.COUNSEL, tuple(_lines(clause, source, laws)))
    last = sections[-1]
    return replace(clause, sections=(*sections[:-1], replace(last, blocks=(*last.blocks, note))))


def _unsigned(section: Section) -> Section:
    kept: tuple[Block, ...] = tuple(each for each in section.blocks if not isinstance(each, Signature))
    if len(kept) == len(section.blocks):
        return section
    return replace(section, blocks=(*kept, Paragraph((Text(_UNSIGNED),))))


def _lines(clause: Clause, source: ClauseFile, laws: Sequence[CitedLaw]) -> Iterator[Inlines]:
    yield _line("Why", source.why)
    yield _line("Basis", source.basis)
    yield _line("Standing", " ".join(_standing(source)))
    if cited := " ".join(_cited(base_text(clause)[0], laws)):
        yield _line("Law cited", cited)
    matters = {node.about or node.question for node in walk(clause) if isinstance(node, Open)}
    if matters:
        yield _line("Open here", f"{'; '.join(sorted(matters))}.")


def _line(label: str, words: str) -> Inlines:
    return (Strong((Text(f"{label}:"),)), Text(f" {typographic(words)}"))


def _standing(source: ClauseFile) -> Iterator[str]:
    yield _STANDING[source.status]
    if fields := _fields(source):
        yield f"Decided by {', '.join(fields)}."
    if source.needs:
        yield f"Needs {', '.join(source.needs)}."


def _fields(source: ClauseFile) -> tuple[str, ...]:
    """The fields of the program on which it depends whether the clause is printed, in their order."""
    return tuple(dict.fromkeys(_FIELD.findall(_QUOTED.sub("", source.when))))


def _resting(clause: Clause, source: ClauseFile) -> Resting:
    number = clause.sections[0].number
    place = f"Section {number}" if number else _title(source)
    return Resting(place, _title(source), typographic(clause.basis.replace(f" {_TO_VERIFY}", "")))


def _title(source: ClauseFile) -> str:
    return typographic(source.title)


def _cited(words: str, laws: Sequence[CitedLaw]) -> Iterator[str]:
    """The laws that some words cite: each with whoever compared it, and those that nobody did."""
    cited = [law for law in laws if _cites(words, law.citation)]
    yield from (f"{law.citation}: compared by {law.by}, {law.when}." for law in cited if law.by)
    waiting = [law.citation for law in cited if not law.by]
    if waiting:
        yield f"Not yet compared: {'; '.join(_apart(waiting))}."


def _apart(citations: Sequence[str]) -> list[str]:
    """Citations each once; what one field cites together is taken apart."""
    return list(dict.fromkeys(each for citation in citations for each in citation.split("; ")))


def _cites(words: str, citation: str) -> bool:
    """Whether some words cite a law, and not a longer citation that begins like it."""
    return re.search(rf"{re.escape(citation)}(?![\w(]|\.\d)", words) is not None


def _issue(place: str, open_: Open) -> Issue:
    return Issue(place, open_.question or open_.about, open_.owner, open_.due)
