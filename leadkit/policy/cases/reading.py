"""From a case as somebody tells it to a case as the engine takes it, with a finding for all that cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from leadkit.diagnostic import listed, nearest
from leadkit.policy.cases.answers import chosen, read_answer
from leadkit.policy.cases.case import Read, Told, at
from leadkit.policy.cases.citations import placed
from leadkit.policy.cases.codes import NO_CASE, STRAY_ITEM, UNKNOWN_FACT, UNUSABLE_FACT
from leadkit.policy.cases.nothing_else import fill
from leadkit.policy.comparisons import names_in
from leadkit.policy.compile.amounts import ITEMS
from leadkit.policy.compile.builder import CHARGES
from leadkit.source.tree import Mapping, Sequence, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.diagnostic import Code, Diagnostic, Span
    from leadkit.policy.cases.answers import Answer
    from leadkit.policy.policy import Collection, Fact, Policy
    from leadkit.source.tree import Node

_UNKNOWN = "unknown"
"""How a fact is named that nobody knows, so that nothing else does not answer it."""
_OFFENCE = "item.offence"
"""The charge that an item belongs to."""
_NO_LIST = ("", "none", "{}", "[]")
"""How an empty list may be written in text; nothing at all is not known."""
_SHOWN = 60


@dataclass
class CaseReader:
    """Reads cases for one policy.

    Attributes:
        policy: The policy.
        state: Two postal letters of the program's state, whose code a record without one cites.
        found: What was found.
        places: Where each fact stands, by the name that the engine gives it, such as ``charges.1.level``.
    """

    policy: Policy
    state: str
    found: list[Diagnostic] = field(default_factory=list)
    places: dict[str, Span] = field(default_factory=dict)

    def read(self, told: Told) -> Read:
        """Read a case, which is of the day of the policy."""
        pathway = self._pathway(told)
        facts = self._facts(told.facts)
        if pathway is None or any(one.is_error for one in self.found):
            return Read(None, tuple(self.found))
        self._strays(told.facts, facts)
        if told.nothing_else:
            facts = fill(self.policy, pathway, facts)
        return Read({"on": self.policy.on, "pathway": pathway, "facts": facts}, tuple(self.found))

    def _strays(self, written: Mapping, facts: dict[str, Any]) -> None:
        """Note each item of a charge that the case does not have; where any charge may be it, there is none."""
        charged = [one.get("offence") for one in facts.get(CHARGES) or ()]
        if facts.get(CHARGES) is None or None in charged:
            return
        of_charges = all(_OFFENCE in names_in(one.where) for one in self.policy.reducers.values() if one.of == ITEMS)
        counts = "and counts for nothing" if of_charges else "and no limit for a charge counts it"
        for number, item in enumerate(facts.get(ITEMS) or (), 1):
            if item.get("offence") not in (None, *charged):
                place = f"{ITEMS}.{number}"
                name = f"{ITEMS}.{_ids(written.entries[ITEMS].value)[number - 1]}"
                message = f'"{_short(name)}" belongs to no charge of this case {counts}.'
                self._find(STRAY_ITEM, self.places[place], message, "Name its charge, or add the charge.", place)

    def _pathway(self, told: Told) -> str | None:
        known = self.policy.pathways
        if told.pathway is None:
            if len(known) == 1:
                return next(iter(known))
            self._find(
                NO_CASE, told.span, "The case does not say on which pathway it comes.", _one_of(known), "pathway"
            )
            return None
        written = told.pathway.value or ""
        named = [
            one for one, pathway in known.items() if written.casefold() in (one.casefold(), pathway.name.casefold())
        ]
        if len(named) == 1:
            return named[0]
        self._find(
            NO_CASE, told.pathway.span, f'There is no pathway "{_short(written)}".', _meant(written, known), "pathway"
        )
        return None

    def _facts(self, written: Mapping) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        for name, entry in written.entries.items():
            self.places[name] = entry.key.span
            collection, fact = self.policy.collections.get(name), self.policy.facts.get(name)
            if collection is not None:
                facts[name] = self._list(name, collection, entry.value)
            elif fact is not None:
                facts[name] = self._answer(name, fact, entry.value)
            else:
                self._unknown(name, entry.key.span, [*self.policy.facts, *self.policy.collections])
        return facts

    def _list(self, name: str, collection: Collection, node: Node) -> list[dict[str, Any]] | None:
        if isinstance(node, Text):
            value = _value(node)
            if value is None or value.lower() == _UNKNOWN:
                return None
            if value.lower() not in _NO_LIST:
                self._find(UNUSABLE_FACT, node.span, f'"{name}" is a list.', _ENTRIES.format(name=name), name)
            return []
        entries = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries.values()]
        return [self._entry(f"{name}.{number}", collection, entry) for number, entry in enumerate(entries, 1)]

    def _entry(self, name: str, collection: Collection, node: Node) -> dict[str, Any]:
        self.places[name] = node.span
        if not isinstance(node, Mapping):
            if not (isinstance(node, Text) and _value(node) is None):
                what = f'"{name}" should hold what is known of the {collection.entry}.'
                self._find(UNUSABLE_FACT, node.span, what, _FIELDS, name)
            return {}
        facts: dict[str, Any] = {}
        cited: dict[str, Answer] = {}
        for key, entry in node.entries.items():
            full = f"{name}.{key}"
            self.places[full] = entry.key.span
            fact = collection.facts.get(key)
            if fact is None:
                self._unknown(full, entry.key.span, collection.facts)
            elif collection.entry == "record" and key == "offence":
                cited = self._offence(full, fact, entry.value)
            else:
                facts[key] = self._answer(full, fact, entry.value)
        return {**{key: value for key, value in cited.items() if key in collection.facts}, **facts}

    def _offence(self, name: str, fact: Fact, node: Node) -> dict[str, Answer]:
        """What the offence of a record tells: named by a list, or cited."""
        text = self._text(name, node)
        if text is None or text.lower() == _UNKNOWN:
            return {}
        try:
            return {"offence": chosen(fact, text)}
        except ValueError as wrong:
            answers = placed(text, fact.options, self.state)
            if answers is None:
                self._refuse(name, node, text, f"{str(wrong).rstrip('?.')}, or cite it, such as RCW 9A.32.030")
            return dict(answers or {})

    def _answer(self, name: str, fact: Fact, node: Node) -> Answer | None:
        text = self._text(name, node)
        if text is None or (text.lower() == _UNKNOWN and text not in fact.options):
            return None
        try:
            return read_answer(fact, text, date.fromisoformat(self.policy.on))
        except ValueError as wrong:
            self._refuse(name, node, text, str(wrong))
            return None

    def _text(self, name: str, node: Node) -> str | None:
        if isinstance(node, Text):
            return _value(node)
        self._find(UNUSABLE_FACT, node.span, f'"{name}" has one answer.', "Write the answer after the colon.", name)
        return None

    def _refuse(self, name: str, node: Node, text: str, sentence: str) -> None:
        remedy = f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}{'' if sentence.endswith('?') else '.'}"
        self._find(UNUSABLE_FACT, node.span, f'"{_short(text)}" cannot answer "{name}".', remedy, name)

    def _unknown(self, name: str, span: Span, known: Iterable[str]) -> None:
        written = name.rpartition(".")[2]
        of_entry = {f"{one.entry}.{field}": key for key, one in self.policy.collections.items() for field in one.facts}
        remedy = f'Write "{written}" in an entry of "{of_entry[name]}".' if name in of_entry else _meant(written, known)
        self._find(UNKNOWN_FACT, span, f'No rule asks for "{_short(name)}" on {self.policy.on}.', remedy, name)

    def _find(self, code: Code, span: Span, message: str, remedy: str, path: str) -> None:
        self.found.append(code.at(*at(span), message=message, remedy=remedy, path=path))


def _ids(node: Node) -> list[str]:
    """What the entries of a list are called: their ids, or their numbers."""
    if isinstance(node, Mapping):
        return list(node.entries)
    return [str(number) for number, _ in enumerate(node.items, 1)] if isinstance(node, Sequence) else []


def _value(node: Text) -> str | None:
    """What is written; None where nothing is, also as JSON says it."""
    return None if node.value is None or (node.value == "null" and not node.quoted) else node.value.strip()


_ENTRIES = "Write an id of your own for each entry, and what is known of it below; where there is none, {name}: {{}}."
_FIELDS = "Write each fact below it, indented, with a colon."


def _meant(written: str, known: Iterable[str]) -> str:
    names = list(known)
    meant = nearest(written, names)
    return f'Did you mean "{meant}"?' if meant else _one_of(names)


def _one_of(names: Iterable[str]) -> str:
    return f"Write {listed(names, 40)}."


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
