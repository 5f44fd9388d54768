"""The sources of parts of a program that was compiled from public sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from leadkit.documents.template.about import about
from leadkit.documents.template.recorder import Recorder
from leadkit.documents.template.view import View, field_of, is_missing, path_of, raw_of
from leadkit.documents.template.words import date_text
from leadkit.documents.tree.blocks import Paragraph
from leadkit.documents.tree.inline import Emphasis, Inline, Text

_DOUBTS = ("inferred", "disputed")


def citation(items: Sequence[View], field: str, recorder: Recorder) -> Paragraph | None:
    """``Sources: SF-1, SF-2 (inferred).``; None where no part names any and none says how well it is known.

    Args:
        items: The parts that the text before rests on.
        field: The field whose sources are meant; empty for all of them.
        recorder: Makes the nodes that know their fields.
    """
    shown = marks(items, field, recorder)
    if not shown:
        return None
    ids = _named(items, field)
    before = "Source: " if len(ids) == 1 else "Sources: " if ids else "Of this part: "
    causes = _causes(items)
    content = Emphasis((Text(before), *shown, Text(".")))
    return Paragraph((content, *(each for item in items for each in _others(item, recorder))), causes)


def marks(items: Sequence[View], field: str, recorder: Recorder) -> tuple[Inline, ...]:
    """``SF-1, SF-2 (inferred)``; nothing where no part names any source and none says how well it is known."""
    ids, causes = _named(items, field), _causes(items)
    doubts = [str(raw_of(field_of(item, "confidence"))) for item in items]
    named = [doubt for doubt in _DOUBTS if doubt in doubts]
    partly = " in part" if len(set(doubts)) > 1 else ""
    parts: list[Inline] = [recorder.value(", ".join(ids), causes[0], causes[1:])] if ids else []
    if named:
        parts += [Text(" ")] if ids else []
        parts.append(recorder.value(f"({' and '.join(named)}{partly})", causes[1], causes))
    return tuple(parts)


def _named(items: Sequence[View], field: str) -> list[str]:
    return list(dict.fromkeys(each for item in items for each in _ids(raw_of(field_of(item, "sources")), field)))


def _causes(items: Sequence[View]) -> tuple[str, ...]:
    return tuple(path_of(field_of(item, name)) for item in items for name in ("sources", "confidence"))


def _ids(sources: object, field: str) -> Iterator[str]:
    """Each source of an object, or of one of its fields; those of the whole object stand under no name."""
    fields = sources if isinstance(sources, Mapping) else {}
    for name, ids in fields.items():
        if not field or name in (field, ""):
            yield from map(str, ids)


def _others(item: View, recorder: Recorder) -> Iterator[Inline]:
    """What other sources say instead."""
    others = field_of(item, "other_values")
    if is_missing(raw_of(others)):
        return
    for field in others:
        for other in field:
            cited = ", ".join(str(raw_of(one)) for one in field_of(other, "sources"))
            name = about(f"{path_of(item)}.{path_of(field).rsplit('.', 1)[-1]}", recorder.program)
            value = date_text(str(raw_of(field_of(other, "value"))))
            text = f"Another source differs. {name}: {value} ({cited})."
            yield Emphasis((Text(" "), recorder.value(text, path_of(other))))
