"""Entries under ``open`` that new entries answer, taken out of the text with them."""

from __future__ import annotations

from collections.abc import Collection

from leadkit.diagnostic import Edit
from leadkit.source import SourceText
from leadkit.source.comments import comments
from leadkit.source.tree import Entry, Mapping, Node

OPEN = "open"


def taken_out(text: SourceText, section: Entry, paths: Collection[str]) -> list[Edit] | None:
    """The edits that take entries out of ``open``; None where they are not written in lines of their own.

    With its last entry the section says nothing, and ``{}`` is written for it. A remark inside what goes would be lost,
    so that a person has to take that out.

    Args:
        text: The file that holds the section.
        section: The section.
        paths: The entries to take out, by the path that they explain.
    """
    group = section.value
    if not isinstance(group, Mapping) or not set(paths) <= set(group.entries):
        return None
    if set(paths) == set(group.entries) and not group.free:
        start = text.offset(section.key.span.end_line, section.key.span.end_column)
        edits = [Edit(text.name, start, _end(text, group), ": {}")]
    else:
        edits = [edit for path in paths if (edit := _lines(text, group.entries[path])) is not None]
        if len(edits) < len(paths):
            return None
    remarks = [comment.start for comment in comments(text)]
    kept = not any(edit.start <= remark < edit.end for edit in edits for remark in remarks)
    return edits if kept else None


def _lines(text: SourceText, entry: Entry) -> Edit | None:
    """The edit that takes out the lines of an entry; None where something else stands in them."""
    start = text.offset(entry.key.span.line, 1)
    before = text.text[start : text.offset(entry.key.span.line, entry.key.span.column)]
    end = _end(text, entry.value)
    number, column = text.position(end)
    below = text.offset(number + 1, 1) if column > 1 else end
    return None if before.strip() or text.text[end:below].strip() else Edit(text.name, start, below, "")


def _end(text: SourceText, node: Node) -> int:
    return text.offset(node.span.end_line, node.span.end_column)
