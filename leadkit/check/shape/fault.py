"""One error of pydantic's, brought back to the planner's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.check.locate import locate
from leadkit.diagnostic import Fix, Span, one_slip_from
from leadkit.model.prune import steps_in
from leadkit.source.tree import Mapping, Text, find

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as Named

    from pydantic_core import ErrorDetails

    from leadkit.source import SourceText
    from leadkit.source.tree import Step

    Files = Named[str, SourceText]


@dataclass(frozen=True)
class Fault:
    """An error with its place.

    Attributes:
        kind: Pydantic's name of the error type.
        location: Pydantic's location, which may contain the tags of unions.
        path: The same place as steps of the text tree, without the steps that are not in it.
        context: What pydantic adds to an error of this type, as text.
        message: Pydantic's own sentence.
        root: The text tree.
        texts: The files by name.
    """

    kind: str
    location: tuple[str | int, ...]
    path: tuple[Step, ...]
    context: dict[str, str]
    message: str
    root: Mapping
    texts: Files

    @property
    def name(self) -> str:
        """The field or id at fault."""
        return str(self.location[-1]) if self.location else ""

    @property
    def written(self) -> str:
        """The text at fault as the planner wrote it; empty where it is no single value."""
        node = find(self.root, self.path)
        return node.value or "" if isinstance(node, Text) else ""

    @property
    def dotted(self) -> str:
        """The path as a planner writes it."""
        return ".".join(str(step) for step in self.path)

    def span(self, *, of_key: bool = False) -> Span:
        """Where the value, or the name of the field, is written."""
        return locate(self.root, self.path, of_key=of_key)

    def corrected(self, span: Span, replacement: str) -> str | None:
        """The line at a span with the text of the span replaced; None where the text runs over several lines."""
        text = self.texts.get(span.file)
        if text is None or span.line != span.end_line:
            return None
        line = text.line(span.line)
        return (line[: span.column - 1] + replacement + line[span.end_column - 1 :]).strip()

    def respelling(self, span: Span, written: str, meant: str | None, known: Iterable[str]) -> Fix | None:
        """The repair that writes the word that was meant, where it is one slip away from what is written."""
        text = self.texts.get(span.file)
        if meant is None or text is None or one_slip_from(written, known) != meant:
            return None
        edit = text.respell(span, written, meant)
        return Fix(f"Write {meant} in place of {written}", (edit,)) if edit else None


def fault_of(error: ErrorDetails, root: Mapping, texts: Files) -> Fault:
    """Bring an error back to the text: a union's tag in its location is not in the file."""
    location = tuple(error["loc"])
    context = {name: str(value) for name, value in error.get("ctx", {}).items()}
    return Fault(error["type"], location, steps_in(root, location), context, error["msg"], root, texts)
