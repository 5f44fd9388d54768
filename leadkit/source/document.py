"""One file: from its text to its sections, with everything found in it."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.build import Builder
from leadkit.source.characters import check, tabbed, tabs
from leadkit.source.codes_place import EMPTY_FILE, TAB
from leadkit.source.codes_structure import NOT_SECTIONS
from leadkit.source.parse import FAST, Broken, events
from leadkit.source.syntax import explain
from leadkit.source.text import SourceText
from leadkit.source.tree import Mapping, Node, Sequence, Text
from leadkit.source.untab import Readable, with_spaces


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says.

    Attributes:
        root: Its sections; none where the file cannot be read.
        diagnostics: What was found.
        incomplete: Whether something in it could not be read.
        block_lines: First and last line of what follows the first line of each text in quotes or in a block.
    """

    root: Mapping
    diagnostics: tuple[Diagnostic, ...]
    incomplete: bool
    block_lines: tuple[tuple[int, int], ...] = ()


def document(name: str, text: str, *, fast: bool = FAST, on_trial: bool = False) -> Document:
    """Read the sections of a file.

    Args:
        name: The file's name, for spans.
        text: Its decoded text.
        fast: Whether to read with libyaml; the result is the same without.
        on_trial: Whether the text is a repair that is tried out, for which no repair is looked for in turn.
    """
    source = SourceText(name, text)
    checked = check(source)
    builder = Builder(source, checked.safe, checked.hidden)
    found = [*checked.diagnostics]
    try:
        with events(checked.safe, fast=fast) as found_events:
            builder.build(found_events)
    except Broken as broken:
        cause = explain(source, broken, builder.quote)
        before = [finding for finding in builder.diagnostics if finding.spans[0].line not in checked.lines]
        found += [finding for finding in before if not _same(finding, cause)]
        # An invisible character or a false space is the likelier cause of trouble in its own line.
        if not checked.lines & {span.line for span in cause.spans}:
            tabbed_lines = cause.code == TAB.code and not on_trial
            found.append(_untabbed(source, cause, tabs(source), fast=fast) if tabbed_lines else cause)
        return Document(_nothing(name), tuple(found), incomplete=True)
    found += builder.diagnostics
    if stray := _stray_tabs(source, builder.block_lines):
        finding = tabbed(source, stray)
        found.append(finding if on_trial else _untabbed(source, finding, stray, fast=fast))
        return Document(_nothing(name), tuple(found), incomplete=True)
    root = builder.root
    if isinstance(root, Mapping):
        return Document(root, tuple(found), builder.incomplete, tuple(builder.block_lines))
    if root is not None and not (isinstance(root, Text) and root.value is None):
        found.append(_not_sections(root))
        return Document(_nothing(name), tuple(found), incomplete=True)
    if not found:
        found.append(_empty(name))
    return Document(_nothing(name), tuple(found), builder.incomplete)


def _untabbed(source: SourceText, finding: Diagnostic, places: list[tuple[int, int]], *, fast: bool) -> Diagnostic:
    """The finding about tabs with its repair, for which the file is read again with spaces in their place."""

    def read(text: str) -> Readable | None:
        spaced = document(source.name, text, fast=fast, on_trial=True)
        return None if spaced.incomplete else Readable(spaced.root, spaced.block_lines)

    return with_spaces(finding, source, places, read)


def _same(finding: Diagnostic, cause: Diagnostic) -> bool:
    """Whether a line was noticed already, before it made the file unreadable."""
    return finding.code == cause.code and finding.spans[0].line == cause.spans[0].line


def _nothing(name: str) -> Mapping:
    return Mapping({}, Span(name), (Span(name),))


def _not_sections(root: Node) -> Diagnostic:
    kind = "a list" if isinstance(root, Sequence) else "one piece of text"
    return NOT_SECTIONS.at(
        root.span,
        message=f"This file holds {kind}, where there should be sections.",
        remedy="Begin with the name of a section and a colon, and indent what belongs to it.",
    )


def _empty(name: str) -> Diagnostic:
    return EMPTY_FILE.at(
        Span(name), message="This file says nothing.", remedy="Write a section in it, or delete the file."
    )


def _stray_tabs(source: SourceText, block_lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The indentations with a tab that are no part of a text in quotes or in a block."""
    places = tabs(source) if "\t" in source.text else []
    if not places:
        return []
    inside = {line for first, last in block_lines for line in range(first, last + 1)}
    return [place for place in places if source.position(place[0])[0] not in inside]
