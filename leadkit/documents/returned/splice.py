"""A value of the program's YAML put in the place of another, with every other byte kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadkit.model.declared import steps_of
from leadkit.source.text import SourceText, quoted
from leadkit.source.tree import Mapping, Sequence, Text

if TYPE_CHECKING:
    from leadkit.diagnostic import Edit
    from leadkit.model.load import Jurisdiction
    from leadkit.model.standing import Standing
    from leadkit.source.tree import Node

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ./%-]*[A-Za-z0-9.%])?")
_BREAK = re.compile(r"\r\n|\r|\n")


def text_at(standing: Standing, path: str) -> Text | None:
    """Where a field is written that holds on the day; None where it is no single value."""
    root = standing.resolution.root
    node: Node | None = root
    for step in steps_of(root, path):
        if isinstance(node, Mapping):
            entry = node.entries.get(str(step))
            node = entry.value if entry else None
        elif isinstance(node, Sequence) and str(step).isdigit() and int(step) < len(node.items):
            node = node.items[int(step)]
        else:
            return None
    return node if isinstance(node, Text) and node.value is not None else None


def value_at(standing: Standing, path: str) -> object | None:
    """The typed value of a field on the day."""
    value: object | None = standing.program
    for step in steps_of(standing.resolution.root, path):
        if isinstance(value, dict):
            value = next((each for name, each in value.items() if str(name) == str(step)), None)
        elif isinstance(value, tuple | list):
            value = value[int(step)] if str(step).isdigit() and int(step) < len(value) else None
        else:
            declared = getattr(type(value), "model_fields", {})
            names = {getattr(info, "alias", None) or name: name for name, info in declared.items()}
            value = getattr(value, names.get(str(step), str(step)), None)
    return value


def spliced(jurisdiction: Jurisdiction, node: Text, new: str) -> Edit | None:
    """The edit that writes another value; None where it stands in a base that the program extends.

    Args:
        jurisdiction: The program.
        node: Where the value stands.
        new: The value to write.
    """
    source = jurisdiction.source
    if not source.folders or not source.is_own(node.span.file) or node.span.file not in source.files:
        return None
    text = SourceText(node.span.file, source.files[node.span.file])
    edit = text.replace(node.span, "")
    was = text.text[edit.start : edit.end]
    written = new if not node.quoted and _PLAIN.fullmatch(new) else quoted(new)
    end = _BREAK.search(was[len(was.rstrip("\r\n")) :])  # a block of lines ends with a break of its own
    return text.replace(node.span, written + (end[0] if end else ""))
