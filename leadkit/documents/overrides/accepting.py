"""Overrides brought up to date in their files: the merged words, the new hash, and the text that they now rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from leadkit.diagnostic import Edit
from leadkit.documents.overrides.deviation import Deviation
from leadkit.documents.overrides.file import Override, parent_hash
from leadkit.documents.overrides.layer import ENDING, PARENTS, Level, parent_name
from leadkit.documents.template.clause_file import write_clause
from leadkit.source import SourceText, apply, read_text
from leadkit.source.decode import MARK, encode

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEAD = ("title", "when", "needs", "defines", "basis", "status")


@dataclass(slots=True)
class Acceptance:
    """What accepting writes.

    Attributes:
        before: The bytes of each file as it is; None where there is none.
        after: The bytes to write.
        elsewhere: Stale overrides of a folder that is not the program's own, such as a base's.
    """

    before: dict[Path, bytes | None] = field(default_factory=dict)
    after: dict[Path, bytes] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)


def accept(deviations: Iterable[Deviation], place: str) -> Acceptance:
    """What brings the overrides of a program up to date, and keeps the text that each rests on beside it.

    Args:
        deviations: The overrides as they were laid; those in conflict are left for somebody to decide.
        place: The program's folder, with forward slashes.
    """
    found = Acceptance()
    for each in deviations:
        if each.conflicts or each.base is None or each.layer.level is Level.STATE:
            continue
        if not each.override.file.startswith(f"{place.rstrip('/')}/"):
            found.elsewhere += [each.override.file] if each.stale else []
            continue
        if each.accepted is not None:
            _write(found, each, each.accepted)
        _keep(found, each)
    return found


def _write(found: Acceptance, deviation: Deviation, accepted: Override) -> None:
    path = Path(deviation.override.file)
    data = path.read_bytes()
    text = data.removeprefix(MARK).decode("utf-8")
    found.before[path] = data
    found.after[path] = encode(updated(text, deviation.override, accepted), data)


def _keep(found: Acceptance, deviation: Deviation) -> None:
    """Keep the text that the override rests on, where it is not kept yet."""
    assert deviation.base is not None
    name = parent_name(deviation.override.target, parent_hash(deviation.base))
    path = Path(deviation.layer.folder) / PARENTS / f"{name}{ENDING}"
    content = write_clause(deviation.base).encode("utf-8")
    there = path.read_bytes() if path.is_file() else None
    if there != content:
        found.before[path], found.after[path] = there, content


def updated(text: str, old: Override, new: Override) -> str:
    """The text of an override file with another parent, and with other words where they differ.

    Every other character stays: comments, quotes, the order of the fields, the line breaks.

    Args:
        text: The text of the file.
        old: What it says.
        new: What it is to say.
    """
    stop = "\r\n" if "\r\n" in text else "\n"
    first, *lines = _LINE.findall(text)
    end = next(index for index, line in enumerate(lines) if line.rstrip("\r\n") == "---")
    head, fence, body = "".join(lines[:end]), lines[end], "".join(lines[end + 1 :])
    root, _ = read_text(head, "head")
    source = SourceText("head", head)
    edits = [source.replace(root.entries["parent"].value.span, new.parent)]
    edits += [
        _without(source, root.entries[name].key.span.line, root.entries[name].value.span.end_line)
        for name in _HEAD
        if getattr(old, name) is not None and getattr(new, name) is None
    ]
    if old.body.strip() != new.body.strip():
        body = new.body.replace("\n", stop)
    return f"{first}{apply(head, edits)}{fence}{body}"


def _without(source: SourceText, first: int, last: int) -> Edit:
    """The edit that takes out whole lines."""
    start = source.starts[first - 1]
    end = source.starts[last] if last < len(source.starts) else len(source.text)
    return Edit(source.name, start, end, "")
