"""What the compiler gathers: facts, collections, numbers made from them, and rules with their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadkit.model.base import WHOLE
from leadkit.model.eligibility.rule import Rule as Written
from leadkit.policy.compile.say import ALWAYS
from leadkit.policy.policy import (
    Collection,
    Fact,
    FactType,
    Owner,
    Place,
    Reducer,
    Rule,
    Scope,
    Strength,
    Unit,
)
from leadkit.source.tree import Mapping as Group
from leadkit.source.tree import find

if TYPE_CHECKING:
    from leadkit.diagnostic import Span
    from leadkit.model.base import Item
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.policy.language import Expression

CHARGES, RECORDS = "charges", "records"


class Builder:
    """Gathers the parts of one policy.

    A fact that several rules ask is declared once; the first question stands.

    Attributes:
        program: The typed program of the day.
    """

    def __init__(self, standing: Standing, program: Program) -> None:
        """Begin with nothing gathered."""
        self.program = program
        self._standing = standing
        self.facts: dict[str, Fact] = {}
        self.collections: dict[str, Collection] = {}
        self.reducers: dict[str, Reducer] = {}
        self.rules: list[Rule] = []

    @property
    def pathways(self) -> tuple[str, ...]:
        """The ids of all pathways."""
        return tuple(self.program.pathways)

    def yes_no(self, name: str, question: str, *, of: str | None = None, restricted: bool = False) -> str:
        """Declare a yes-or-no fact, of the contact or of an entry of a collection; its full name."""
        return self.declare(name, Fact(type=FactType.YES_NO, question=question, restricted=restricted), of)

    def choice(self, name: str, question: str, options: Mapping[str, str], *, of: str | None = None) -> str:
        """Declare a choice; its full name."""
        return self.declare(name, Fact(type=FactType.CHOICE, question=question, options=dict(options)), of)

    def number(self, name: str, question: str, unit: Unit, *, of: str | None = None, at_most: int | None = None) -> str:
        """Declare a number; its full name."""
        return self.declare(name, Fact(type=FactType.NUMBER, question=question, unit=unit, at_most=at_most), of)

    def date(self, name: str, question: str, *, of: str | None = None) -> str:
        """Declare a date; its full name."""
        return self.declare(name, Fact(type=FactType.DATE, question=question), of)

    def collection(self, name: str, entry: str, question: str, *, restricted: bool = False) -> str:
        """Declare a list that a case brings; its name."""
        self.collections.setdefault(name, Collection(entry=entry, question=question, facts={}, restricted=restricted))
        return name

    def declare(self, name: str, fact: Fact, of: str | None) -> str:
        """Declare a fact as it is; its full name."""
        if of is None:
            self.facts[name] = self._joined(self.facts.get(name), fact)
            return name
        collection = self.collections[of]
        joined = self._joined(collection.facts.get(name), fact)
        self.collections[of] = collection.model_copy(update={"facts": {**collection.facts, name: joined}})
        return f"{collection.entry}.{name}"

    @staticmethod
    def _joined(old: Fact | None, new: Fact) -> Fact:
        """A choice that several rules ask has the options of all of them."""
        if old is None:
            return new
        return old.model_copy(update={"options": {**old.options, **new.options}})

    def reducer(self, name: str, reducer: Reducer) -> str:
        """Declare a number that is made from a collection; its name."""
        self.reducers[name] = reducer
        return name

    def bar(
        self,
        path: tuple[str, ...],
        text: str,
        when: Expression,
        rule: Item | None = None,
        *,
        scope: Scope = Scope.CONTACT,
        pathways: Iterable[str] = (),
        strength: Strength = Strength.ABSOLUTE,
        owners: Iterable[Owner] = (),
        citations: Iterable[str] = (),
        restricted: bool = False,
    ) -> None:
        """Add a rule: where ``when`` holds, it keeps out.

        Args:
            path: The path of the field that says so.
            text: The rule in plain words.
            when: The condition.
            rule: The object that it comes from. What that says of strength, owners, reasons, sources and pathways
                holds; the arguments are for what it does not say.
            scope: What it is about.
            pathways: The pathways it holds for; none for all.
            strength: Its strength, where the object is no rule of eligibility.
            owners: Who may override it, as for strength.
            citations: The laws it rests on.
            restricted: Whether it tells criminal history.
        """
        named = tuple(pathways)
        written = rule if isinstance(rule, Written) else None
        if written is not None:
            strength = Strength(written.strength or Strength.PRESUMPTIVE)
            owners = [*owners, *(self.owner(by) for by in written.override_by)]
            named = tuple(written.pathways) or named
        self.rules.append(
            Rule(
                id=".".join(path),
                text=text,
                when=when,
                strength=strength,
                scope=scope,
                pathways=tuple(one for one in self.pathways if not named or one in named),
                screened_by=written.screened_by if written else (),
                owners=tuple(owners) if strength is Strength.PRESUMPTIVE else (),
                record=written.override_record if written else None,
                citations=tuple(citations),
                sources=_sources(rule, path[-1]),
                reason_code=written.reason_code if written else None,
                public_reason=written.public_reason if written else None,
                restricted_reason=written.restricted_reason if written else None,
                restricted=restricted,
                place=self._place(path),
            )
        )

    def owner(self, by: str) -> Owner:
        """Who may override: a role, with the charges and places that are its own, or anybody else."""
        from leadkit.policy.compile.owners import charges_of

        when = charges_of(self, by)
        return Owner(by=by, when=None if when == ALWAYS else when)

    def _place(self, path: tuple[str, ...]) -> Place | None:
        around = find(self._standing.resolution.root, path[:-1])
        entry = around.entries.get(path[-1]) if isinstance(around, Group) else None
        return None if entry is None else Place(**_where(entry.key.span))


def _where(span: Span) -> dict[str, Any]:
    return {"file": Path(span.file).name, "line": span.line, "column": span.column}


def _sources(rule: Item | None, field: str) -> tuple[str, ...]:
    """The sources of a field, or of the whole object where the field has none of its own."""
    if rule is None:
        return ()
    return tuple(rule.sources.get(field) or rule.sources.get(WHOLE) or ())
