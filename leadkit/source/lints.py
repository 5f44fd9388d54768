"""Lines that YAML reads without complaint and otherwise than they look."""

from __future__ import annotations

import re

from leadkit.diagnostic import Diagnostic, Edit, Fix, Severity, Span
from leadkit.source.characters import SPACES
from leadkit.source.codes_place import EXOTIC_SPACE
from leadkit.source.codes_syntax import CUT_BY_COMMENT, MISSING_SPACE, TYPOGRAPHIC_QUOTES
from leadkit.source.text import SourceText, quoted
from leadkit.source.tree import Node, Text

_QUOTES = "“”„‟«»‘’‚‛"
OPENING = frozenset(_QUOTES)
_TYPOGRAPHIC = re.compile(f"[{_QUOTES}](.*)[{_QUOTES}]", re.DOTALL)
_HASH = re.compile(r"(?<=[ \t])#(?=[^\s#])[^\r\n]*")
_NO_SPACE = re.compile(r"([A-Za-z_][\w\-]*):(?=[^\s/:])")
_SPACED_BY_NONE = re.compile(rf"[A-Za-z_][\w\-]*:[{SPACES}]")
_NO_SPACE_DASH = re.compile(r"-(?=[^\W\d])")


class Lints:
    """Finds such lines while the tree of a file is built.

    Attributes:
        cuts: The comments that do not look like one, by the character at which the text before them ends.
    """

    def __init__(self, source: SourceText, found: list[Diagnostic]) -> None:
        self._source = source
        self._found = found
        self.cuts = {_end_before(source.text, cut.start()): cut for cut in _HASH.finditer(source.text)}

    def plain(self, value: str, span: Span, end: int) -> None:
        """Look at a value or a name written without quotes, which ends at the character ``end``."""
        if end in self.cuts:
            self._cut(value, span, self.cuts[end])
        else:
            self._typographic(value, span)

    def value(self, key: Text, node: Node, flow: bool) -> None:
        """Look at a value that stands on another line than its field, or inside braces."""
        if not isinstance(node, Text) or node.quoted:
            return
        if node.value is None:
            if flow and key.value and not key.quoted and _NO_SPACE.match(key.value):
                self._no_space(key)
        elif not flow and _SPACED_BY_NONE.match(node.value):
            self._exotic(node)
        elif not flow and (_NO_SPACE.match(node.value) or _NO_SPACE_DASH.match(node.value)):
            self._no_space(node)

    def _cut(self, value: str, span: Span, cut: re.Match[str]) -> None:
        """A value that ends at a comment which does not look like one."""
        source, lost = self._source, cut[0].rstrip()
        stop = cut.start() + len(lost)
        correction = fix = None
        if span.line == span.end_line:
            start = source.offset(span.line, span.column)
            whole = quoted(source.text[start:stop]) if value else f" {quoted(lost)}"
            correction = (source.line(span.line)[: span.column - 1] + whole).strip()
            fix = Fix("Put the whole value in quotes", (Edit(source.name, start, stop, whole),))
        self._found.append(
            CUT_BY_COMMENT.at(
                source.span(cut.start(), stop),
                message=f'The value ends before "{lost}", which YAML takes for a comment.',
                remedy="Put the whole value in quotes; if it is a comment, put a space after the #.",
                correction=correction,
                fix=fix,
            )
        )

    def _typographic(self, value: str, span: Span) -> None:
        inside = _TYPOGRAPHIC.fullmatch(value)
        if inside is None or not inside[1]:
            return
        one_line = span.line == span.end_line
        fixed = quoted(inside[1])
        self._found.append(
            TYPOGRAPHIC_QUOTES.at(
                span,
                message="This value stands in typographic quotation marks, which become part of the text.",
                remedy="Use straight quotation marks, or none.",
                correction=self._corrected(span, fixed) if one_line else None,
                fix=Fix("Use straight quotation marks", (self._source.replace(span, fixed),)) if one_line else None,
            )
        )

    def _no_space(self, text: Text) -> None:
        value = text.value or ""
        mark = "dash" if value.startswith("-") else "colon"
        fixed = "- " + value[1:] if mark == "dash" else value.replace(":", ": ", 1)
        self._found.append(
            MISSING_SPACE.at(
                text.span,
                severity=Severity.WARNING,
                message=f'There is no space after the {mark} in "{value.split()[0]}", so it is read as text.',
                remedy=f"Put a space after the {mark}; if it is meant as one text, put it in quotes.",
                correction=self._corrected(text.span, fixed) if text.span.line == text.span.end_line else None,
                fix=Fix(f"Put a space after the {mark}", (self._space_in(text.span, value, mark),)),
            )
        )

    def _space_in(self, span: Span, value: str, mark: str) -> Edit:
        start = self._source.offset(span.line, span.column)
        at = start + (1 if mark == "dash" else value.index(":") + 1)
        return Edit(self._source.name, at, at, " ")

    def _exotic(self, text: Text) -> None:
        name = (text.value or "").partition(":")[0]
        self._found.append(
            EXOTIC_SPACE.at(
                text.span,
                severity=Severity.WARNING,
                message=f'A no-break or other special space stands after "{name}:", so it is read as text.',
                remedy="Type the space anew.",
            )
        )

    def _corrected(self, span: Span, fixed: str) -> str:
        line = self._source.line(span.line)
        return (line[: span.column - 1] + fixed + line[span.end_column - 1 :]).strip()


def _end_before(text: str, at: int) -> int:
    """Where the last visible character before ``at`` ends."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at
