"""What a program says, in the words in which a paper is to say it; worked out here without the writers' own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pydantic import BaseModel

from leadkit.documents.library import default_root
from leadkit.documents.library_reader import SHARED
from leadkit.documents.template.phrases import read_phrases
from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility
from leadkit.model.eligibility.offences import Offence
from leadkit.model.eligibility.rule import Rule
from leadkit.model.law.cited import cited_offence
from leadkit.model.root import Program
from leadkit.model.standing import Standing
from leadkit.values.quantities import Amount, Duration, Unit

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORD = "|".join((*SMALL, *TENS[2:], "hundred"))
NUMBER = rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?|(?:{_WORD})(?:[- ](?:{_WORD}))*)"
DURATION = re.compile(
    rf"\b({NUMBER})(?: \(([0-9,]+)\))?[- ](minute|hour|day|business[- ]day|week|month|year)s?\b", re.IGNORECASE
)
_AMOUNT = re.compile(rf"^(?:\$([0-9,.]+)|({NUMBER})(?: \(([0-9,]+)\))? ?([a-z]+))$")
_PHONE = re.compile(r"(?<![\w-])(?:\(?[0-9]{3}\)?[-. ])?[0-9]{3}[-.][0-9]{4}(?![\w-])")


@dataclass(frozen=True)
class Limit:
    """A limit on an amount; ``at_most`` is None where there is none, or it is that of a statute."""

    below: bool
    at_most: Amount | None
    others: frozenset[tuple[str, Amount | None]] = frozenset()


class Said:
    """The facts of one program on its day."""

    def __init__(self, standing: Standing) -> None:
        assert standing.program is not None
        self.program: Program = standing.program
        self._root = standing.resolution.root

    @cached_property
    def offences(self) -> list[tuple[Offence, str, str]]:
        """Each offence with its name and its citation; the citation is empty where the program names no law."""
        eligibility = self.program.eligibility
        return [(one, *self._named(one)) for one in (eligibility.offences.values() if eligibility else ())]

    def _named(self, offence: Offence) -> tuple[str, str]:
        law = cited_offence(self._root, offence.law, self.program.program.state) if offence.law else None
        conduct = str(offence.conduct or "").replace("_", " ")
        name = offence.label or (law.title if law else "") or conduct[:1].upper() + conduct[1:]
        citation = law.citation if law else offence.law or ""
        # what the program says of the parts of a section stands in the citation's place
        return printed(name), printed(re.sub(r" \([^()]* only\)$", "", citation) if offence.limbs else citation)

    @cached_property
    def limits(self) -> list[tuple[str, Limit]]:
        """Each limit by its strength, in the program's order."""
        eligibility = self.program.eligibility
        if eligibility is None:
            return []
        labels = {id_: each.label for id_, each in eligibility.substances.items()}
        return [
            (
                str(each.strength),
                Limit(
                    each.inclusive is False,
                    _amount_of(each.at_most),
                    frozenset((plainly(str(labels[id_])), _amount_of(most)) for id_, most in each.exceptions.items()),
                ),
            )
            for each in eligibility.amounts.values()
        ]

    @cached_property
    def exclusions(self) -> dict[str, str]:
        """The strength of each exclusion by what it is called."""
        return {name: str(each.strength) for name, each in self._excluding()}

    def _excluding(self) -> Iterator[tuple[str, Rule]]:
        """Each exclusion with what it is called."""
        phrases = read_phrases((default_root() / SHARED / "phrases.yaml").read_text("utf-8"), "")["test"]
        eligibility = self.program.eligibility
        for each in eligibility.exclusions.values() if eligibility else ():
            name = each.label or getattr(each, "question", None) or phrases[str(each.test)]
            yield printed(str(name)).rstrip("."), each

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every rule but the limits, by what it is called."""
        found = {plainly(name): each for name, each in self._excluding()}
        eligibility = self.program.eligibility
        if eligibility is None:
            return found
        tiers = {each.label or id_.replace("-", " "): each for id_, each in eligibility.history.items()}
        found |= {plainly(printed(name)): each for name, each in tiers.items()}
        age = eligibility.age
        return found | ({f"the person is younger than {age.minimum}": age} if age else {})

    def called(self, id_: str) -> frozenset[str]:
        """Every name by which one who acts may be called: a role, an agency, a body or a word."""
        program = self.program
        role, agency = program.roles.get(id_), program.agencies.get(id_)
        held = [program.agencies[each] for each in role.agencies] if role else [agency] if agency else []
        body = program.governance.bodies.get(id_) if program.governance else None
        names = [name for each in held for name in (each.legal_name, each.name)]
        names += [role.title or str(role.kind).replace("_", " ")] if role else []
        names += [body.local_name] if body else []
        return frozenset(printed(name) for name in names if name) or frozenset({id_.replace("_", " ")})

    @cached_property
    def agencies(self) -> frozenset[str]:
        """Every name of an agency."""
        names = [name for each in self.program.agencies.values() for name in (each.legal_name, each.name)]
        return frozenset(printed(name) for name in names if name)

    @cached_property
    def actors(self) -> list[str]:
        """Every name by which somebody who acts is called, the longest first: agencies, roles, bodies and outsiders."""
        program = self.program
        titles = [each.title or str(each.kind).replace("_", " ") for each in program.roles.values()]
        bodies = [each.local_name for each in program.governance.bodies.values()] if program.governance else []
        outside = [each.label for each in program.sharing.outside.values()] if program.sharing else []
        names = {printed(name) for name in (*titles, *bodies, *outside) if name} | self.agencies
        return sorted(names, key=lambda name: (-len(name), name))

    @cached_property
    def phones(self) -> dict[str, Visibility]:
        """Every telephone number, with the widest circle of those who may read it."""
        found: dict[str, Visibility] = {}
        for path, text in texts(self.program):
            for number in phones(text):
                found[number] = max(
                    found.get(number, Visibility.INTERNAL), audience_of(self.program, path), key=_WIDENING.index
                )
        return found

    @cached_property
    def durations(self) -> frozenset[tuple[int, str]]:
        """Every stretch of time that stands in a field, by itself or in a sentence."""
        found = {each for _, text in texts(self.program) for each in durations(text)}
        age = self.program.eligibility.age if self.program.eligibility else None
        return frozenset(found | {(years, "year") for years in (age.minimum, age.maximum) if years} if age else found)


def _amount_of(most: object) -> Amount | None:
    return None if most is None or str(most) in ("no_limit", "as_statute") else Amount.parse(str(most))


_WIDENING = (Visibility.INTERNAL, Visibility.PARTNERS, Visibility.PUBLIC)


def texts(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a part of a program with its path; a stretch of time as its own text."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, Duration):
        yield path, str(node)
    elif isinstance(node, dict):
        for key, each in node.items():
            yield from texts(each, (*path, key))
    elif isinstance(node, tuple | list | frozenset):
        for index, each in enumerate(node):
            yield from texts(each, (*path, index))
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from texts(getattr(node, name), (*path, name))
    elif hasattr(node, "duration"):
        yield from texts(node.duration, path)
        yield path, str(node)
    elif hasattr(node, "text"):
        yield path, str(node.text() if callable(node.text) else node.text)


def printed(text: str) -> str:
    """A text of the program with the apostrophes of print."""
    return re.sub(r"(?<=[A-Za-z])'(?=[A-Za-z])|(?<=s)'(?= [A-Za-z])", "’", text)


def plainly(text: str) -> str:
    """A name as it is compared wherever it stands in a sentence."""
    return text[:1].lower() + text[1:]


def number(text: str) -> Decimal:
    """A number in figures or in words."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    total = 0
    for word in re.split("[- ]", text.lower()):
        if word == "hundred":
            total *= 100
        else:
            total += SMALL.index(word) if word in SMALL else TENS.index(word) * 10
    return Decimal(total)


def amount(text: str) -> Amount | None:
    """An amount as a paper prints it: ``five (5) grams``, ``5 g``, ``$750``; None for ``no limit``."""
    if text == "no limit" or text.startswith("the limit of "):
        return None
    found = _AMOUNT.match(text)
    assert found is not None, f"no amount: {text}"
    if found[1]:
        return Amount(Decimal(found[1].replace(",", "")), Unit.DOLLAR)
    assert found[3] is None or number(found[2]) == number(found[3]), f"words and figures differ: {text}"
    return Amount.parse(f"{number(found[2])} {found[4]}")


def durations(text: str) -> list[tuple[int, str]]:
    """The stretches of time of a text, as counts and units; words and figures side by side must agree."""
    found: list[tuple[int, str]] = []
    for words, figures, unit in DURATION.findall(text):
        assert not figures or number(words) == number(figures), f"words and figures differ: {words} ({figures})"
        found.append((int(number(words)), unit.lower().replace("-", " ")))
    return found


def phones(text: str) -> list[str]:
    """The telephone numbers of a text."""
    return _PHONE.findall(text)
