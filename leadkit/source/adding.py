"""Adding one field to a group of fields, keeping every other byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.source.text import SourceText

if TYPE_CHECKING:
    from leadkit.diagnostic import Edit
    from leadkit.source.tree import Mapping


def field_added(text: SourceText, group: Mapping, name: str, value: str) -> Edit | None:
    """The edit that adds a field with a plain value after the last one of a group.

    Args:
        text: The file that holds the whole group.
        group: The group, with at least one field.
        name: The field.
        value: Its value, which needs no quotes.

    Returns:
        The edit; None where the group is written in a way that leaves no plain place for it.
    """
    if not group.entries or group.span.file != text.name:
        return None
    whole = text.replace(group.span, "")
    written = text.text[whole.start : whole.end]
    if written.startswith("{"):
        inside = len(written.rstrip().removesuffix("}").rstrip())
        at = text.span(whole.start + inside, whole.start + inside)
        return text.replace(at, f", {name}: {value}") if written[inside - 1] != "," else None
    first = next(iter(group.entries.values())).key.span
    return _line_after(text, whole.end, " " * (first.column - 1) + f"{name}: {value}")


def _line_after(text: SourceText, end: int, line: str) -> Edit:
    """The edit that puts a line below the one in which a place stands."""
    number, _ = text.position(max(end - 1, 0))
    stop = "\r\n" if "\r\n" in text.text else "\n"
    if number < len(text.starts):
        start = text.starts[number]
        return text.replace(text.span(start, start), f"{line}{stop}")
    return text.replace(text.span(len(text.text), len(text.text)), f"{stop}{line}{stop}")
