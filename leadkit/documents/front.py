"""What the cover says of a composed document: what it is, and what in it is open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.documents.absence import Why
from leadkit.documents.template.about import about
from leadkit.documents.template.home import home_of
from leadkit.documents.template.printing import box, decider, open_at
from leadkit.documents.template.render_clause import GAPS
from leadkit.documents.tree.blocks import Block, Box
from leadkit.documents.tree.document import Article, Clause, Layout, OpenPlace, Section
from leadkit.documents.tree.inline import Open, Reference, Text, Value
from leadkit.documents.tree.trace import walk
from leadkit.documents.words import FIRST, Words, words_of

if TYPE_CHECKING:
    from leadkit.documents.template.recorder import Recorder

_OPEN = ("undecided", "undocumented")
_LAW = re.compile(r"§|\bCFR\b|C\.F\.R|U\.S\.C|\bRCW\b|\b(?:Code|Statutes|Laws|Act|Ordinance|Chapter)\b")
"""What a citation of a law looks like."""
_CITATIONS = ("citation", "law", "laws", "statute")
"""Fields that hold one."""


def notice(
    own: Words,
    *,
    adopted: bool,
    amended: str,
    invented: bool,
    cited: int | None,
    verified: int,
    further: int,
    layout: Layout = Layout.AGREEMENT,
) -> str:
    """The sentences before the text.

    Args:
        own: The words of its language.
        adopted: Whether the text is adopted.
        amended: The last amendment that an adopted text takes in; empty where there is none.
        invented: Whether the program is invented.
        cited: How many statutes the document cites by an entry of the catalogue; None for one that cites none.
        verified: How many of them the program verified.
        further: How many open matters of the program the document does not touch.
        layout: How it is laid out: of an agreement alone is an original executed, and a form or a card has no room
            for what it does not touch.
    """
    sentences = [own.invented_notice] if invented else []
    if adopted and not layout.is_brief:
        original = own.not_executed if layout is Layout.AGREEMENT else ""
        sentences.append(own.amended.format(amended, original) if amended else own.as_adopted.format(original))
    elif not adopted:
        sentences.append(own.draft_notice)
    if cited is not None:
        sentences.append(_verification(own, cited, verified))
    if further and not layout.is_brief:
        sentences.append(own.further_notice[further != 1].format(further))
    return " ".join(sentences)


def _verification(own: Words, cited: int, verified: int) -> str:
    if not verified:
        return own.none_verified
    if verified >= cited:
        return own.all_verified
    return own.some_verified[verified != 1].format(cited, verified)


def mentions_law(articles: tuple[Article, ...]) -> bool:
    """Whether a text cites any law: by a field that holds a citation, or in words of its own.

    In doubt it does, for a draft that cites law must say that nobody has verified it.
    """
    for node in walk(articles):
        if isinstance(node, Text | Value) and _LAW.search(node.text):
            return True
        if isinstance(node, Value) and node.path.rpartition(".")[2] in _CITATIONS:
            return True
    return False


def open_places(articles: tuple[Article, ...], program: object) -> tuple[OpenPlace, ...]:
    """What is open, in the order of the text, each with the first section that it touches."""
    found: dict[str, OpenPlace] = {}
    for article in articles:
        for clause in article.clauses:
            for section in clause.sections:
                for node in walk(section):
                    if isinstance(node, Open) and node.why is not Why.NONE and node.path not in found:
                        label = node.question or (about(node.path, program) if node.language == FIRST else node.path)
                        found[node.path] = OpenPlace(replace(node, about=label), Reference(section.id))
    return tuple(found.values())


def further_open(recorder: Recorder, opens: tuple[OpenPlace, ...]) -> int:
    """How many matters under ``open`` no part of the document touches."""
    entries = getattr(recorder.program, "open", None)
    touched = {each.open.path for each in opens}
    if not isinstance(entries, Mapping):
        return 0
    return sum(1 for path, said in entries.items() if str(getattr(said, "why", "")) in _OPEN and path not in touched)


def with_open_reads(articles: tuple[Article, ...], recorder: Recorder) -> tuple[Article, ...]:
    """Print a box for each open matter that a clause looked at and no part of the document tells.

    A clause that leaves a sentence out because its field is open would otherwise hide the gap.
    """
    told = {node.path for node in walk(articles) if isinstance(node, Open)}
    told |= {_listed(node.path) for node in walk(articles) if isinstance(node, Value)}

    def clause_of(clause: Clause) -> Clause:
        found: dict[str, Box] = {}
        for path in clause.causes:
            said = open_at(path, recorder)
            if said is not None and said.why in GAPS and said.path not in told:
                found[said.path] = box(said)
        told.update(found)
        sections = list(clause.sections)
        for path, each in found.items():
            index = home_of(path, [section.id for section in sections])
            sections[index] = replace(sections[index], blocks=(*sections[index].blocks, each))
        return replace(clause, sections=tuple(sections))

    return tuple(replace(each, clauses=tuple(clause_of(one) for one in each.clauses)) for each in articles)


def _listed(path: str) -> str:
    """The open field of which a value is the question, as in a schedule of questions; empty for any other value."""
    field, _, name = path.removeprefix("open.").rpartition(".")
    return field if path.startswith("open.") and name == "question" else ""


def said_once(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Print the box of one entry under ``open`` in full where it first stands, and refer to that place afterwards.

    Who decides it and by when is said wherever it stands: a box may be all that somebody reads of an appendix.
    """
    first: dict[str, str] = {}

    def shortened(block: Block, section: str) -> Block:
        if not isinstance(block, Box) or block.open is None:
            return block
        place = first.setdefault(block.open.path, section)
        if place == section:
            return block
        before = f"{block.open.about}. " if block.open.about else ""
        see = (Text(before + words_of(block.open.language).see), Reference(place), Text("."))
        return replace(block, lines=(see, *decider(block.open)))

    def section_of(section: Section) -> Section:
        return replace(section, blocks=tuple(shortened(each, section.id) for each in section.blocks))

    def clause_of(clause: Clause) -> Clause:
        return replace(clause, sections=tuple(section_of(each) for each in clause.sections))

    return tuple(replace(each, clauses=tuple(clause_of(one) for one in each.clauses)) for each in articles)
