"""The place where a YAML reader gave up, and the lines around it as a planner sees them."""

from __future__ import annotations

from leadkit.diagnostic import Code, Diagnostic, Edit, Fix, Severity, Span
from leadkit.source.codes_syntax import CUT_BY_COMMENT, INDENTATION, TEMPLATE, UNREADABLE_LINE
from leadkit.source.lines import Line
from leadkit.source.parse import Broken, Kind
from leadkit.source.text import SourceText, quoted


class Stumble:
    """Where it happened.

    Attributes:
        source: The file.
        kind: What the reader stumbled over.
        at: Where it noticed, as a character from 0.
        since: Where the thing begins that it was reading.
        number: The line of ``at``, from 1.
        column: The column of ``at``, from 1.
        line: That line.
    """

    def __init__(self, source: SourceText, broken: Broken) -> None:
        self.source = source
        self.kind: Kind = broken.kind
        self.at = broken.at
        self.since = broken.since
        self.number, self.column = source.position(broken.at)
        self.line = Line(source.line(self.number))

    @property
    def character(self) -> str:
        """The character at the place; empty at the end of the file."""
        return self.source.text[self.at : self.at + 1]

    @property
    def first(self) -> int:
        """The line in which the thing begins that was being read."""
        return self.source.position(self.since)[0]

    @property
    def here(self) -> Span:
        """The character at the place."""
        end = self.column + (1 if self.column <= len(self.line.text) else 0)
        return Span(self.source.name, self.number, self.column, self.number, end)

    def numbered(self, number: int) -> Line:
        """A line by its number."""
        return Line(self.source.line(number))

    def above(self) -> int | None:
        """The nearest line above that says something."""
        return next((n for n in range(self.number - 1, 0, -1) if not self.numbered(n).silent), None)

    def report(
        self,
        code: Code,
        message: str,
        remedy: str,
        correction: str | None = None,
        *,
        span: Span | None = None,
        number: int | None = None,
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Give a finding for a line or a part of it; an error, for the file cannot be read further."""
        where = number or self.number
        line = self.numbered(where)
        whole = Span(self.source.name, where, len(line.indent) + 1, where, len(line.text.rstrip()) + 1)
        return code.at(
            span or whole,
            message=message,
            remedy=remedy,
            correction=correction,
            severity=Severity.ERROR,
            fix=fix,
        )

    def replacing(self, number: int, start: int, end: int, text: str, title: str) -> Fix:
        """The repair that writes a text in the place of some characters of a line, counted from 0."""
        begins = self.source.starts[number - 1]
        return Fix(title, (Edit(self.source.name, begins + start, begins + end, text),))

    def quoting(self, number: int, text: str | None = None) -> Fix:
        """The repair that puts the value of a line in quotes."""
        line = self.numbered(number)
        start, value = line.value_start, line.value
        return self.replacing(number, start, start + len(value), quoted(text or value), "Put the whole value in quotes")

    def opened(self, code: Code, message: str) -> Diagnostic:
        """Point at what opens, and at where the reader noticed that it does not close."""
        opening = self.source.span(self.since, min(self.since + 1, len(self.source.text)))
        return code.at(opening, self.here, message=message, remedy="Close it where the value ends.")

    def cut(self, number: int) -> Diagnostic:
        """Point at what became a comment."""
        line = self.numbered(number)
        whole = line.value[:1] not in ("", '"', "'", "[", "{")
        start = line.text.rfind(line.cut)
        return self.report(
            CUT_BY_COMMENT,
            f'The line ends before "{line.cut}", which YAML takes for a comment.',
            "Put the value that contains the # in quotes; if it is a comment, put a space after the #.",
            line.with_value(quoted(line.value)) if whole else None,
            number=number,
            fix=self.quoting(number) if whole else None,
            span=Span(self.source.name, number, start + 1, number, start + 1 + len(line.cut)),
        )

    def template(self, number: int | None = None) -> Diagnostic:
        """Point at a placeholder."""
        message = "The value begins with {{, a placeholder that leadkit does not fill."
        remedy = "Write the value itself, or say under open that it is not decided."
        return self.report(TEMPLATE, message, remedy, number=number)

    def indented(self) -> Diagnostic:
        """Point at a line that begins in the wrong column."""
        width = len(self.line.indent)
        spaces = "1 space" if width == 1 else f"{width} spaces"
        return self.report(
            INDENTATION,
            f"This line is indented by {spaces}, and belongs to nothing above it in that column.",
            "Indent it by as much as the fields beside it.",
        )

    def unknown(self, message: str = "Here the file stops being readable as YAML.") -> Diagnostic:
        """Say no more than where it happened."""
        remedy = "Compare this line with the lines around it."
        return self.report(UNREADABLE_LINE, message, remedy, span=self.here)
