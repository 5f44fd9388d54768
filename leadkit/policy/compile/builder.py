"""What the compiler gathers: facts, collections, numbers made from them, and rules with their places."""

from __future__ import annotations

import os
from collections.abc import Collection as Several
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from leadkit.model.base import WHOLE
from leadkit.model.eligibility.rule import Rule as Written
from leadkit.model.open import Said
from leadkit.model.resolve import Gone
from leadkit.policy.comparisons import names_in, reached
from leadkit.policy.compile.say import ALWAYS
from leadkit.policy.policy import Collection, Fact, FactType, Owner, Place, Reducer, Rule, Scope, Strength, Unit
from leadkit.source.tree import Mapping as Group
from leadkit.source.tree import find

if TYPE_CHECKING:
    from datetime import date

    from leadkit.law.offence import Offence
    from leadkit.model.base import Item
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.policy.compile.asked_whole import AskedWhole
    from leadkit.policy.language import Expression

CHARGES, RECORDS = "charges", "records"

LISTS = frozenset({
    CHARGES, RECORDS, "earlier-conduct", "endings", "items", "offers", "supervision", "warrants",
})  # fmt: skip
"""Every list that a case may bring. No fact has such a name, wherever the list is declared, if at all."""

_NOTHING_WRITTEN = Written()
"""For an object that is no rule of eligibility, and says nothing of what such a rule says."""


class Builder:
    """Gathers the parts of one policy.

    A fact that several rules ask is declared once. Where two rules ask different questions by one name, the second
    gets a name of its own. No name is that of a fact, of a list and of a number at once.

    Attributes:
        program: The typed program of the day.
        said: What the program says of its gaps on that day.
        asked_whole: What could not be taken apart, and is asked as one question.
        last_days: Last days on which something that rules rest on is known, though nothing in the program changes.
    """

    def __init__(self, standing: Standing, program: Program, folder: str) -> None:
        """Begin with nothing gathered."""
        self.program = program
        self.said = Said(program.open, standing.on)
        self.facts: dict[str, Fact] = {}
        self.collections: dict[str, Collection] = {}
        self.reducers: dict[str, Reducer] = {}
        self.rules: list[Rule] = []
        self.asked_whole: list[AskedWhole] = []
        self.last_days: list[date] = []
        self._standing = standing
        self._folder = folder

    @property
    def on(self) -> date:
        """The day."""
        return self._standing.on

    @property
    def pathways(self) -> tuple[str, ...]:
        """The ids of all pathways."""
        return tuple(self.program.pathways)

    def law(self, law: str | None) -> Offence | None:
        """What is known of the law of an offence."""
        from leadkit.model.law.cited import cited_offence

        root = self._standing.resolution.root
        return None if law is None else cited_offence(root, law, self.program.program.state)

    def besides(self, test: str, pathways: Several[str] = ()) -> tuple[str, ...]:
        """The pathways on which no exclusion of a test says how strictly a rule holds; of all, where none is named.

        An exclusion with areas of its own says nothing about those of a pathway.
        """
        covered: set[str] = set()
        for one in self.program.eligibility.exclusions.values():
            if one.test == test and not getattr(one, "areas", ()):
                covered.update(one.pathways or self.pathways)
        return tuple(one for one in pathways or self.pathways if one not in covered)

    def yes_no(self, name: str, question: str, *, of: str | None = None, restricted: bool = False) -> str:
        """Declare a yes-or-no fact, of the contact or of an entry of a collection; its full name."""
        return self.declare(name, Fact(type=FactType.YES_NO, question=question, restricted=restricted), of)

    def choice(self, name: str, question: str, options: Mapping[str, str], *, of: str | None = None) -> str:
        """Declare a choice; its full name. What several rules ask has the options of all of them."""
        return self.declare(name, Fact(type=FactType.CHOICE, question=question, options=dict(options)), of)

    def number(self, name: str, question: str, unit: Unit, *, of: str | None = None, at_most: int | None = None) -> str:
        """Declare a number; its full name."""
        return self.declare(name, Fact(type=FactType.NUMBER, question=question, unit=unit, at_most=at_most), of)

    def date(self, name: str, question: str, *, of: str | None = None) -> str:
        """Declare a date; its full name."""
        return self.declare(name, Fact(type=FactType.DATE, question=question), of)

    def collection(self, name: str, entry: str, question: str, *, restricted: bool = False) -> str:
        """Declare a list that a case brings; its name. What one rule asks as restricted is so for all."""
        assert name in LISTS, name
        declared = self.collections.get(name) or Collection(entry=entry, question=question, facts={})
        self.collections[name] = declared.model_copy(update={"restricted": declared.restricted or restricted})
        return name

    def declare(self, name: str, fact: Fact, of: str | None) -> str:
        """Declare a fact as it is; its full name."""
        if of is None:
            return _declared(self.facts, name, fact, {*LISTS, *self.reducers})
        collection = self.collections[of]
        facts = dict(collection.facts)
        begins = f"{collection.entry}."
        numbers = {one.removeprefix(begins) for one in self.reducers if one.startswith(begins)}
        name = _declared(facts, name, fact, numbers)
        self.collections[of] = collection.model_copy(update={"facts": facts})
        return begins + name

    def reducer(self, name: str, reducer: Reducer) -> str:
        """Declare a number that is made from a collection; its name, which another number or a fact may have taken."""
        number, wanted = 1, name
        while self._names_other(wanted, reducer):
            number += 1
            wanted = f"{name}-{number}"
        self.reducers[wanted] = reducer
        return wanted

    def _names_other(self, name: str, reducer: Reducer) -> bool:
        """Whether a name is that of a fact, of a list or of another number."""
        of_entries = (f"{one.entry}.{fact}" for one in self.collections.values() for fact in one.facts)
        return self.reducers.get(name, reducer) != reducer or name in {*LISTS, *self.facts, *of_entries}

    def bar(
        self,
        path: tuple[str, ...],
        text: str,
        when: Expression,
        rule: Item | None = None,
        *,
        scope: Scope = Scope.CONTACT,
        pathways: Iterable[str] | None = None,
        strength: Strength = Strength.ABSOLUTE,
        owners: Iterable[Owner] = (),
        screened_by: Iterable[str] = (),
        citations: Iterable[str] = (),
        restricted: bool = False,
        at_most: Strength = Strength.ABSOLUTE,
        part: str = "",
    ) -> None:
        """Add a rule: where ``when`` holds, it keeps out.

        Args:
            path: The path of the field that says so.
            text: The rule in plain words.
            when: The condition.
            rule: The object that it comes from. What a rule of eligibility says of its strength, its pathways and who
                screens holds; the arguments are for what it does not say.
            scope: What it is about.
            pathways: The pathways it holds for; None for those that the object names, or all. On none there is no
                rule.
            strength: Its strength, where the object is no rule of eligibility.
            owners: Who may override it, beside those whom the object names.
            screened_by: Who checks it first, if not those of whom the object says so.
            citations: The laws it rests on.
            restricted: Whether it tells criminal history, also where nothing that it asks is restricted.
            at_most: The greatest strength it has, whatever the object says.
            part: What tells this rule from others of the same field.
        """
        written = rule if isinstance(rule, Written) else _NOTHING_WRITTEN
        named = written.pathways or self.pathways if pathways is None else tuple(pathways)
        holding = tuple(one for one in self.pathways if one in named)
        if not holding:
            return
        if isinstance(rule, Written):
            strength = Strength(rule.strength or Strength.PRESUMPTIVE)
        strength = max(strength, at_most, key=tuple(Strength).index)
        self.rules.append(
            Rule(
                id=".".join((*path, part) if part else path),
                text=text,
                when=when,
                strength=strength,
                scope=scope,
                pathways=holding,
                screened_by=tuple(screened_by) or written.screened_by,
                owners=self._owners(owners, written) if strength is Strength.PRESUMPTIVE else (),
                record=written.override_record,
                citations=tuple(dict.fromkeys(citations)),
                sources=_sources(rule, path[-1]),
                reason_code=written.reason_code,
                public_reason=written.public_reason,
                restricted_reason=written.restricted_reason,
                restricted=restricted,
                place=self.place(path),
            )
        )

    def marked(self) -> tuple[Rule, ...]:
        """The rules, each restricted where anything that it asks is: its answer tells what was answered."""
        return tuple(
            rule if rule.restricted else rule.model_copy(update={"restricted": self._tells(rule)})
            for rule in self.rules
        )

    def _tells(self, rule: Rule) -> bool:
        known: dict[str, Fact | Collection] = {**self.facts, **self.collections}
        for one in self.collections.values():
            known |= {f"{one.entry}.{name}": fact for name, fact in one.facts.items()}
        asked = reached(names_in(rule.when), self.reducers, self.collections)
        return any(known[name].restricted for name in asked if name in known)

    def _owners(self, owners: Iterable[Owner], written: Written) -> tuple[Owner, ...]:
        from leadkit.policy.compile.owners import with_nobodys

        return with_nobodys(self, [*owners, *(self.owner(by) for by in written.override_by)])

    def owner(self, by: str) -> Owner:
        """Who may override: a role, with the charges and places that are its own, or anybody else."""
        from leadkit.policy.compile.owners import charges_of

        when = charges_of(self, by)
        return Owner(by=by, when=None if when == ALWAYS else when)

    def not_in_force(self, path: tuple[str, ...]) -> bool:
        """Whether a field is written for other days only."""
        found = self._standing.resolution.gone.get(path)
        return found is not None and found[0] is Gone.NOT_IN_FORCE

    def place(self, path: tuple[str, ...]) -> Place | None:
        """Where the name of a field is written; None where it is not."""
        around = find(self._standing.resolution.root, path[:-1])
        entry = around.entries.get(path[-1]) if isinstance(around, Group) else None
        if entry is None:
            return None
        span = entry.key.span
        file = os.path.relpath(span.file, self._folder).replace(os.sep, "/")
        return Place(file=file, line=span.line, column=span.column)


def _declared(facts: dict[str, Fact], name: str, fact: Fact, taken: Several[str]) -> str:
    """Put a fact among others; the name under which it stands, which is none that something else has taken.

    One that is asked twice has the options of both, and is restricted where either rule asks it so: an answer that
    tells criminal history tells it whichever rule asks.
    """
    number, wanted = 1, name
    while wanted in taken or _asks_other(facts.get(wanted), fact):
        number += 1
        wanted = f"{name}-{number}"
    old = facts.get(wanted)
    if old is not None:
        both = {"options": {**old.options, **fact.options}, "restricted": old.restricted or fact.restricted}
        fact = old.model_copy(update=both)
    facts[wanted] = fact
    return wanted


def _asks_other(old: Fact | None, fact: Fact) -> bool:
    asked = (fact.type, fact.question, fact.unit)
    return old is not None and (old.type, old.question, old.unit) != asked


def _sources(rule: Item | None, field: str) -> tuple[str, ...]:
    """The sources of a field, or of the whole object; where the object has them by field only, all of these."""
    if rule is None:
        return ()
    named = rule.sources.get(field) or rule.sources.get(WHOLE)
    return tuple(named or dict.fromkeys(one for ids in rule.sources.values() for one in ids))
