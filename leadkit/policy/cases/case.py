"""A case as somebody tells it, and as the engine takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadkit.diagnostic import Span, listed, nearest
from leadkit.policy.cases.codes import NO_CASE
from leadkit.source.tree import Mapping, Node, Text
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from datetime import date

    from leadkit.diagnostic import Diagnostic

PARTS = ("on", "pathway", "facts", "nothing_else")
_OF_A_SCENARIO = ("title", "expect", "why", "sources", "adopted", "confidence", "other_values", "visibility")
_AT_HAND = Span("")
"""The place of what stands in no file."""


def at(span: Span) -> tuple[Span, ...]:
    """A place as a finding shows it: none for what stands in no file."""
    return (span,) if span.file else ()


def text(value: str) -> Text:
    """A text that stands in no file, as if one had been read."""
    return Text(value, _AT_HAND, quoted=False, origins=())


def nothing() -> Mapping:
    """No fields, and no file."""
    return Mapping({}, _AT_HAND, ())


@dataclass(frozen=True)
class Told:
    """A case as somebody tells it.

    Attributes:
        facts: What is known, as texts, each with its place.
        on: The day of the contact; None where it is not said.
        pathway: The pathway's id; None where it is not said.
        nothing_else: Whether what is not named holds nothing that keeps anybody out.
        span: Where the case stands.
    """

    facts: Mapping
    on: Text | None = None
    pathway: Text | None = None
    nothing_else: bool = False
    span: Span = _AT_HAND


@dataclass(frozen=True)
class Read:
    """A case as the engine takes it.

    Attributes:
        case: The case; None where something in it cannot be taken.
        found: Everything found.
    """

    case: dict[str, Any] | None
    found: tuple[Diagnostic, ...] = ()


def told(root: Mapping, *, scenario: bool = False) -> tuple[Told, tuple[Diagnostic, ...]]:
    """Take a case apart, and say what no case has. Where it stands in a scenario, the rest of that is passed over."""
    known = PARTS + _OF_A_SCENARIO if scenario else PARTS
    found = [_no_part(entry.key) for name, entry in root.entries.items() if name not in known]
    values = {name: entry.value for name, entry in root.entries.items()}
    facts = values.get("facts", nothing())
    if not isinstance(facts, Mapping):
        found += [_odd("facts", facts, "Write each fact below it, with a colon: age: 34.")]
        facts = nothing()
    texts: dict[str, Text | None] = {}
    for name in ("on", "pathway", "nothing_else"):
        node = values.get(name)
        texts[name] = node if isinstance(node, Text) and node.value is not None else None
        if node is not None and not isinstance(node, Text):
            found.append(_odd(name, node, "Write one answer after the colon."))
    else_ = (texts["nothing_else"].value or "").lower() if texts["nothing_else"] else "no"
    if else_ not in ("yes", "no", "true", "false"):
        found.append(_odd("nothing_else", values["nothing_else"], "Write yes or no."))
    return Told(facts, texts["on"], texts["pathway"], else_ in ("yes", "true"), root.span), tuple(found)


def day_of(case: Told) -> tuple[date | None, tuple[Diagnostic, ...]]:
    """The day that a case says, None where it says none, and what is wrong with it."""
    if case.on is None:
        return None, ()
    value = case.on.value or ""
    try:
        written = PartialDate.parse(value)
    except ValueError:
        written = None
    if written is not None and written.is_day:
        return written.first, ()
    message, remedy = f'"{value}" is no day of the contact.', "Write the whole date, as YYYY-MM-DD."
    return None, (NO_CASE.at(*at(case.on.span), message=message, remedy=remedy, path="on"),)


def _no_part(key: Text) -> Diagnostic:
    written = key.value or ""
    meant = nearest(written, PARTS)
    remedy = f'Did you mean "{meant}"?' if meant else f"A case has {listed(PARTS)}. What is known stands under facts."
    return NO_CASE.at(*at(key.span), message=f'"{written}" is no part of a case.', remedy=remedy)


def _odd(name: str, node: Node, remedy: str) -> Diagnostic:
    return NO_CASE.at(*at(node.span), message=f'"{name}" holds something else than it should.', remedy=remedy)
