"""A finding in a folder that extends another points at both: where the value holds, and where the base had set it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.source.tree import Sequence, Text, find

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Span
    from leadkit.model.load import Jurisdiction


def in_both_layers(found: Iterable[Diagnostic], jurisdiction: Jurisdiction) -> Iterator[Diagnostic]:
    """The findings, with every other place at which a layer set or removed what they are about."""
    removals: dict[str, Span] = {}
    for removal in jurisdiction.source.removed:
        removals[".".join(str(step) for step in removal.path)] = removal.span
    for one in found:
        about = one.fields or (one.path,)
        places = [*_set_before(one.path, jurisdiction), *(removals[path] for path in about if path in removals)]
        more = tuple(span for span in dict.fromkeys(places) if span not in one.spans)
        yield replace(one, spans=(*one.spans, *more)) if more else one


def _set_before(path: str, jurisdiction: Jurisdiction) -> tuple[Span, ...]:
    """Where the layers below had set a value; a group of fields is not replaced, only its fields are."""
    node = find(jurisdiction.source.root, jurisdiction.steps(path)) if path else None
    return node.origins[:-1] if isinstance(node, Text | Sequence) else ()
