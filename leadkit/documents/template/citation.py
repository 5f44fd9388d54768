"""The sources of a part of a program that was compiled from public sources."""

from __future__ import annotations

from collections.abc import Mapping

from leadkit.documents.template.view import View, field_of, is_missing, path_of, raw_of, recorder_of
from leadkit.documents.template.words import label
from leadkit.documents.tree.blocks import Paragraph
from leadkit.documents.tree.inline import Emphasis, Inline, Text


def citation(item: View) -> Paragraph | None:
    """``Sources: SF-1 and SF-2 (inferred).``; None where the part names none and says nothing of how it is known."""
    sources = field_of(item, "sources")
    ids = _ids(raw_of(sources))
    confidence = field_of(item, "confidence")
    doubt = str(raw_of(confidence)) if str(raw_of(confidence)) in ("inferred", "disputed") else ""
    if not ids and not doubt:
        return None
    recorder = recorder_of(item)
    parts: list[Inline] = []
    if ids:
        parts.append(Text("Source: " if len(ids) == 1 else "Sources: "))
        parts.append(recorder.value(", ".join(ids), path_of(sources)))
    if doubt:
        parts.append(recorder.value(f" ({doubt})" if ids else doubt.capitalize(), path_of(confidence)))
    parts.append(Text("."))
    return Paragraph((Emphasis(tuple(parts)), *_others(item)), (path_of(sources), path_of(confidence)))


def _ids(sources: object) -> list[str]:
    """Each source once, in the order in which it is first named."""
    fields = sources if isinstance(sources, Mapping) else {}
    return list(dict.fromkeys(str(one) for each in fields.values() for one in each))


def _others(item: View) -> tuple[Inline, ...]:
    """What other sources say instead."""
    others = field_of(item, "other_values")
    if is_missing(raw_of(others)):
        return ()
    parts: list[Inline] = []
    for field in others:
        for other in field:
            value, named = field_of(other, "value"), field_of(other, "sources")
            name = label(path_of(field).rsplit(".", 1)[-1])
            cited = ", ".join(str(raw_of(one)) for one in named)
            text = f" Of {name} another source says: {raw_of(value)} ({cited})."
            parts.append(Emphasis((recorder_of(item).value(text, path_of(other)),)))
    return tuple(parts)
