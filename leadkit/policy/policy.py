"""A compiled policy: what ``policy.json`` holds, and what every engine reads.

Numbers are integers only: weights in milligrams, money in cents, ages in years, times of the week in minutes after
Monday 00:00. Dates are texts, ``YYYY-MM-DD``, in a case also ``YYYY-MM`` or ``YYYY``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from leadkit.policy.language import Expression, Part


class FactType(StrEnum):
    """What kind of answer a fact has."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"


class Unit(StrEnum):
    """What a number counts."""

    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    MINUTES_OF_THE_WEEK = "minutes_of_the_week"
    MILLIGRAMS = "milligrams"
    PIECES = "pieces"
    CENTS = "cents"


class Fact(Part):
    """Something that a rule asks.

    Attributes:
        type: The kind of answer.
        question: As a person is asked; a plain question, to be answered by the type of the fact.
        unit: What a number counts; None for every other type.
        options: The answers of a choice, each with its label; empty for every other type.
        at_most: The largest number that has sense; None where there is none, and for every other type.
        asked_of: Who supplies it: roles and agencies of the program, or words such as ``officer``.
        restricted: Whether it tells criminal history, so that only those who may know that see it.
    """

    type: FactType
    question: str
    unit: Unit | None = None
    options: dict[str, str] = Field(default_factory=dict)
    at_most: int | None = None
    asked_of: tuple[str, ...] = ()
    restricted: bool = False


class Collection(Part):
    """A list that a case brings: of charges, of things held or taken, of records.

    Attributes:
        entry: What one of them is called, such as ``charge``; its facts are named ``charge.offence``.
        question: As a person is asked for the list.
        facts: The facts of one entry, by their names without that beginning.
        asked_of: As for a fact.
        restricted: As for a fact.
    """

    entry: str
    question: str
    facts: dict[str, Fact]
    asked_of: tuple[str, ...] = ()
    restricted: bool = False


class Count(Part):
    """How many entries of a collection there are for which a condition holds.

    Attributes:
        reduce: ``count``.
        of: The collection.
        where: The condition, over the facts of an entry and of the case.
    """

    reduce: Literal["count"]
    of: str
    where: Expression


class Total(Part):
    """The sum of a number over the entries for which a condition holds.

    Attributes:
        reduce: ``total``, or ``greatest_total``: the greatest of the sums per value of ``per``.
        of: The collection.
        fact: The number of an entry that is added, without the entry's name before it.
        where: The condition.
        per: The choice by whose value entries are added up apart; for ``greatest_total`` only.
    """

    reduce: Literal["total", "greatest_total"]
    of: str
    fact: str
    where: Expression
    per: str | None = None

    @model_validator(mode="after")
    def _apart_where_it_is_the_greatest(self) -> Self:
        """Refuse a greatest of no sums, and one sum that is said to be several."""
        if (self.reduce == "greatest_total") != (self.per is not None):
            raise ValueError("greatest_total needs per, the choice by which entries are added up apart; total has none")
        return self


Reducer = Annotated[Count | Total, Field(discriminator="reduce")]
"""How a collection becomes one number, which rules compare as they do the number of a fact."""


class Strength(StrEnum):
    """What a rule does where it holds: it bars, it bars unless overridden, or it is only weighed."""

    ABSOLUTE = "absolute"
    PRESUMPTIVE = "presumptive"
    ADVISORY = "advisory"


class Scope(StrEnum):
    """What a rule is about: the whole contact, or each charge by itself."""

    CONTACT = "contact"
    CHARGE = "charge"


class Owner(Part):
    """Who may override a rule.

    Attributes:
        by: A role or agency of the program, or a word such as ``officer``.
        when: The charges or contacts for which it is this one; None for all.
    """

    by: str
    when: Expression | None = None


class Place(Part):
    """Where a rule is written.

    Attributes:
        file: The file, from the program's folder.
        line: From 1.
        column: From 1.
    """

    file: str
    line: int
    column: int


class Rule(Part):
    """What keeps a person, or a charge, out where its condition holds.

    Attributes:
        id: The path of the field that it comes from; after it a pathway, where an exclusion asks something else on
            each.
        text: The rule in plain words: what keeps out.
        when: The condition.
        strength: What it does.
        scope: What it is about. A condition may name facts of a charge only where this is ``charge``.
        pathways: The pathways on which it holds; never empty.
        screened_by: Who checks it first.
        owners: Who may override it; empty unless it is presumptive.
        record: What is written down when it is overridden.
        citations: The laws that it rests on, as they are cited.
        sources: The sources of the program that document it, by id.
        reason_code: A short code that any party may see.
        public_reason: The reason in words that any party may see.
        restricted_reason: The reason in words for those who may know criminal history.
        restricted: Whether to know that the rule holds is to know criminal history.
        place: Where it is written; None where it follows from the absence of a field.
    """

    id: str
    text: str
    when: Expression
    strength: Strength
    scope: Scope = Scope.CONTACT
    pathways: tuple[str, ...]
    screened_by: tuple[str, ...] = ()
    owners: tuple[Owner, ...] = ()
    record: str | None = None
    citations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reason_code: str | None = None
    public_reason: str | None = None
    restricted_reason: str | None = None
    restricted: bool = False
    place: Place | None = None


class SeveralCharges(StrEnum):
    """What several charges mean: all must be free of bars, one is enough, or the most serious decides."""

    ALL = "all"
    ANY = "any"
    MOST_SERIOUS = "most_serious"


class Pathway(Part):
    """A pathway on which a case may come.

    Attributes:
        name: What the program calls it.
        needs_charge: Whether a case on it has at least one charge.
        rank: Its place where there is not room for all, 1 for those who are served first; None where it has none.
    """

    name: str
    needs_charge: bool
    rank: int | None = None


class Why(StrEnum):
    """Why nothing is said: it is not decided, no source says it, it changed on a day that is not known, or no word."""

    UNDECIDED = "undecided"
    UNDOCUMENTED = "undocumented"
    NOT_KNOWN = "not_known"
    UNSAID = "unsaid"


class Open(Part):
    """A part of the rules about which the program says nothing on the day, and why.

    A decision that rests on such a policy says so. What is decided to be none is no gap, and stands here nowhere.

    Attributes:
        path: The field; everything within it is open too.
        why: Why it is open.
        partly: Whether something is said, and known not to be all.
        text: The question to decide, or what was seen in the sources; None where the program says no more.
        pathways: The pathways whose decisions it touches.
    """

    path: str
    why: Why
    partly: bool = False
    text: str | None = None
    pathways: tuple[str, ...]


class Policy(Part):
    """The rules of a program on a day.

    Attributes:
        format: The version of this form.
        program: The folder's name of the program.
        name: The program's name.
        on: The day for which it was compiled, ``YYYY-MM-DD``.
        holds_from: The first day on which the same rules hold; None where they always did.
        holds_until: The last day on which they hold; None where no end is known.
        several_charges: What several charges mean.
        seriousness: The options of ``charge.level`` from the least serious to the most.
        pathways: The pathways, by id.
        facts: The facts of a contact, by id.
        collections: The lists that a case brings, by id.
        reducers: The numbers made from collections, by id. No id is that of a fact or of a collection too.
        rules: The rules, section by section, and in each in the order of the program's files.
        open: What the program leaves open of its rules.
    """

    format: Literal[1] = 1
    program: str
    name: str
    on: str
    holds_from: str | None = None
    holds_until: str | None = None
    several_charges: SeveralCharges
    seriousness: tuple[str, ...] = ()
    pathways: dict[str, Pathway]
    facts: dict[str, Fact] = Field(default_factory=dict)
    collections: dict[str, Collection] = Field(default_factory=dict)
    reducers: dict[str, Reducer] = Field(default_factory=dict)
    rules: tuple[Rule, ...]
    open: tuple[Open, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse a policy whose parts do not fit together; the message says which do not."""
        wrong = [*self._wrong_names(), *self._wrong_rules(), *self._wrong_reducers()]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def _wrong_names(self) -> Iterator[str]:
        """The names that mean several things, a sentence each."""
        of_entries = (f"{one.entry}.{fact}" for one in self.collections.values() for fact in one.facts)
        names = Counter([*self.facts, *self.collections, *self.reducers, *of_entries])
        for name, number in names.items():
            if number > 1:
                yield f'"{name}" is the name of {number} things: a fact, a collection or a number made from one'

    def _wrong_rules(self) -> Iterator[str]:
        """What is wrong with the ids and the pathways of the rules, a sentence each."""
        for name, number in Counter(rule.id for rule in self.rules).items():
            if number > 1:
                yield f'{number} rules have the id "{name}"'
        for rule in self.rules:
            if not rule.pathways:
                yield f'the rule "{rule.id}" names no pathway'
            for pathway in rule.pathways:
                if pathway not in self.pathways:
                    yield f'the rule "{rule.id}" names the pathway "{pathway}", which is not declared'

    def _wrong_reducers(self) -> Iterator[str]:
        """What is wrong with the numbers that are made from collections, a sentence each."""
        for name, reducer in self.reducers.items():
            collection = self.collections.get(reducer.of)
            if collection is None:
                yield f'"{name}" is made from the collection "{reducer.of}", which is not declared'
            elif isinstance(reducer, Total):
                for fact, wanted in ((reducer.fact, FactType.NUMBER), (reducer.per, FactType.CHOICE)):
                    declared = None if fact is None else collection.facts.get(fact)
                    if fact is not None and (declared is None or declared.type is not wanted):
                        yield f'"{name}" needs "{fact}" in "{reducer.of}" to be a {wanted}'
