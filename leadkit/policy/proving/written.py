"""A suggested case as a planner writes it under ``scenarios``: reading it again gives the same case."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from leadkit.policy.cases.spoken import number_in_words
from leadkit.policy.policy import FactType, Unit

if TYPE_CHECKING:
    from leadkit.policy.policy import Fact, Policy
    from leadkit.policy.proving.suggestion import Suggestion

_PLAIN = re.compile(r"[A-Za-z0-9$][A-Za-z0-9 ._$:/-]*")


def written(policy: Policy, suggestion: Suggestion, id_: str, title: str) -> str:
    """The scenario without its ``expect``, indented to stand below ``scenarios``."""
    lines = [f"  {id_}:", f"    title: {_scalar(title)}", f"    on: {suggestion.on}"]
    lines += [f"    pathway: {suggestion.pathway}"]
    named = list(_facts(policy, suggestion.facts))
    lines += ["    facts:", *(f"      {line}" for line in named)] if named else ["    facts: {}"]
    return "\n".join([*lines, "    nothing_else: yes", ""])


def _facts(policy: Policy, facts: dict[str, Any]) -> Iterator[str]:
    for name, fact in policy.facts.items():
        if name in facts:
            yield f"{name}: {answer(fact, facts[name])}"
    for name, collection in policy.collections.items():
        if name not in facts:
            continue
        entries = facts[name]
        if entries is None:
            yield f"{name}: unknown"
            continue
        yield f"{name}:" if entries else f"{name}: {{}}"
        for number, entry in enumerate(entries, 1):
            told = (f"{key}: {answer(fact, entry[key])}" for key, fact in collection.facts.items() if key in entry)
            yield f"  {collection.entry}-{number}: {{{', '.join(told)}}}"


def answer(fact: Fact, value: Any) -> str:
    """An answer as it is written in a case."""
    if value is None:
        return "unknown"
    if fact.type is FactType.YES_NO:
        return "yes" if value else "no"
    if fact.type is FactType.NUMBER:
        return _number(value, fact.unit)
    return _scalar(str(value))


def _number(value: int, unit: Unit | None) -> str:
    return str(value) if unit is Unit.YEARS else number_in_words(value, unit).replace(",", "")


def _scalar(text: str) -> str:
    """A text that YAML reads as itself, also within braces."""
    safe = _PLAIN.fullmatch(text) and ": " not in text and not text.endswith((":", " "))
    return text if safe else json.dumps(text, ensure_ascii=False)
