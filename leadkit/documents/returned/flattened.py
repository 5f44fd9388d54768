"""A clause written out: the paragraphs as counsel left them, with the program's values still in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leadkit.documents.returned.aligned import aligned
from leadkit.documents.returned.cells import Cell, patched
from leadkit.documents.returned.escaped import escaped, opened
from leadkit.documents.returned.marks import key, keys
from leadkit.documents.returned.reworded import Print, Reworded, Wanted
from leadkit.documents.returned.today import TodayClause, TodayLine, printed
from leadkit.documents.template.clause_file import ClauseFile
from leadkit.documents.tree.blocks import Box, Item, ItemList, Signature, Table
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.inline import Emphasis, Gap, Inline, Inlines, Reference, Strong, Term, Value

_INDENT = 3
_SERIES = re.compile(r"(?:; and|; or|;|\.)$")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TERM = re.compile(r'term\("([^"]+)", "([^"]+)"\)')
_NO_ID = re.compile(r"[^A-Za-z0-9._-]")
Expression = Callable[[Value], "str | None"]
"""Finds the expression that prints a value; None where none is known."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A line of the clause as source.

    Attributes:
        lead: What makes it an item or a heading.
        words: The words and expressions.
        indent: How deep it stands.
        item: Whether it is an item.
    """

    lead: str
    words: str
    indent: int = 0
    item: bool = False


def flattened(
    clause: ClauseFile, now: TodayClause, wanted: Sequence[Wanted], expression: Expression, print_: Print
) -> Reworded | None:
    """Write a clause out as it is to print; None where it holds a table or a signature, or prints otherwise.

    Args:
        clause: The clause.
        now: What it prints.
        wanted: The lines that it is to print.
        expression: Finds the expression that prints a value.
        print_: Prints a clause.
    """
    blocks = [node for line in now.lines for node in line.shown.place]
    if any(isinstance(node, Table | Signature) for node in blocks):
        return None
    writer = _Writer(expression, dict(_TERM.findall(clause.body)))
    title, lines = writer.lines(clause, now, wanted)
    body = _joined(_in_series(lines))
    made = replace(clause, title=title, body=body)
    exact = print_(made)
    if exact is None or keys(exact) != keys(line.text for line in wanted):
        return None
    return Reworded(made, tuple(writer.frozen), flat=True)


class _Writer:
    def __init__(self, expression: Expression, terms: dict[str, str]) -> None:
        self._expression, self._terms = expression, {shown: term for term, shown in terms.items()}
        self.frozen: list[str] = []

    def lines(self, clause: ClauseFile, now: TodayClause, wanted: Sequence[Wanted]) -> tuple[str, list[_Written]]:
        """The title, and each line below it as source."""
        title, boxed = clause.title, None
        written: list[_Written] = []
        for old, new in aligned(now.texts, [line.text for line in wanted]):
            if new is None:
                continue
            line = now.lines[old] if old is not None else None
            if line is None:
                written.append(_new(wanted[new]))
            elif old == 0 and self._is_title(now):
                same = key(line.text) == key(wanted[new].text)
                title = clause.title if same else self._words(line, wanted[new].text, in_title=True)
            elif isinstance(box := line.shown.place[-1], Box):
                written += [_box(box)] if box is not boxed else []
                boxed = box
            else:
                written.append(self._written(line, wanted[new].text))
        return title, written

    def _is_title(self, now: TodayClause) -> bool:
        """Whether the first line is the heading of the clause itself, and not of a section that its text begins."""
        first = now.clause.sections[0]
        return bool(first.title) and first.id == now.clause.id

    def _written(self, line: TodayLine, text: str) -> _Written:
        words = self._words(line, text)
        section, *place = line.shown.place
        assert isinstance(section, Section)
        if not place:
            return _Written(f"## {_named(section.id)}", words)
        depth = sum(isinstance(node, Item) for node in place)
        last = place[-1]
        if isinstance(last, Item):
            bulleted = isinstance(place[-2], ItemList) and place[-2].bulleted
            return _Written(("- " if bulleted else "1. ") + _named(last.id), words, depth - 1, item=True)
        return _Written("", words, depth)

    def _words(self, line: TodayLine, text: str, *, in_title: bool = False) -> str:
        made = patched(self._cells(line.shown.content), text)
        self.frozen += made.frozen
        if in_title and "{{" not in made.source:
            return text
        return made.source

    def _cells(self, content: Inlines) -> Iterator[Cell]:
        for node in content:
            if isinstance(node, Emphasis | Strong) and not _defines(node):
                sign = "*" if isinstance(node, Emphasis) else "**"
                yield Cell(sign, "")
                yield from self._cells(node.content)
                yield Cell(sign, "")
            else:
                yield from self._node(node)

    def _node(self, node: Inline) -> Iterator[Cell]:
        text = "".join(printed(each) for each in node.content) if isinstance(node, Strong) else printed(node)
        source = self._source(node)
        if source is None:
            if isinstance(node, Value) and node.path:
                self.frozen.append(node.text)
            yield from (Cell(escaped(sign), sign) for sign in text)
        else:
            yield Cell(f"{{{{ {source} }}}}", text, is_field=True)

    def _source(self, node: Inline) -> str | None:
        """The expression that prints a part of a sentence; None for words."""
        if isinstance(node, Strong):
            return f'define("{node.content[1].text}")' if _defines(node) else None  # type: ignore[union-attr]
        if isinstance(node, Term):
            term = self._terms.get(node.text)
            return f'term("{term}", "{node.text}")' if term else f'term("{node.text}")'
        if isinstance(node, Reference):
            return f'article_ref("{node.target.partition(":")[2]}")' if ":" in node.target else f'ref("{node.target}")'
        if isinstance(node, Value):
            return self._expression(node) if node.path else None
        return expression_of(node.path.split(".")) if isinstance(node, Gap) else None


def _box(box: Box) -> _Written:
    """The expression that prints a box where its field is open; a gap in the sentence before prints its own."""
    return _Written("", f"{{{{ boxes({expression_of(box.open.path.split('.'))}) }}}}" if box.open else "")


def _defines(node: Inline) -> bool:
    return isinstance(node, Strong) and any(isinstance(each, Term) and each.defining for each in node.content)


def _named(id_: str) -> str:
    return f"[#{id_}] " if id_ and not _NO_ID.search(id_) else ""


def _new(line: Wanted) -> _Written:
    words = opened(escaped(line.text))
    return _Written("", words) if line.level is None else _Written("1. ", words, line.level, item=True)


def _in_series(lines: list[_Written]) -> list[_Written]:
    """Items that end as a series does are written with a semicolon each, as the grammar has it."""
    done = list(lines)
    for index, line in enumerate(lines):
        follows = index + 1 < len(lines) and lines[index + 1].item and lines[index + 1].indent == line.indent
        if line.item and follows and line.words.endswith(("; and", "; or", ";")):
            ending = "; or" if line.words.endswith("; or") else ";"
            done[index] = replace(line, words=_SERIES.sub("", line.words) + ending)
            if line.words.endswith(("; and", "; or")):
                done[index + 1] = replace(lines[index + 1], words=_SERIES.sub("", lines[index + 1].words) + ending)
    return done


def _joined(lines: list[_Written]) -> str:
    texts: list[str] = []
    before: _Written | None = None
    for line in lines:
        if before is not None and not (line.item and before.item):
            texts.append("")
        texts.append(f"{' ' * (_INDENT * line.indent)}{line.lead}{line.words}")
        before = line
    return "\n".join(texts) + "\n"


def expression_of(steps: Sequence[str]) -> str:
    """The expression that leads to a field."""
    first, *rest = steps
    return first + "".join(f".{step}" if _IDENTIFIER.fullmatch(step) else f'["{step}"]' for step in rest)


def filters_of(clause: ClauseFile, phrases: Mapping[str, Mapping[str, str]], text: str) -> list[str]:
    """The filters that may print a field of a clause as it stands there: its own first, then the usual ones."""
    own = [chain.strip() for chain in re.findall(r"\{\{[^|}]*\|([^}]*)\}\}", clause.body)]
    usual = ["legal", "words", "legal | possessive", "lower_first", "upper_first", "the", "the | upper_first", "date",
             "adjective", "label", "hours", "place"]  # fmt: skip
    listed = [f'phrase("{name}")' for name, printed in phrases.items() if text in printed.values()]
    return list(dict.fromkeys(["", *own, *usual, *listed]))
