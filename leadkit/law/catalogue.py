"""The catalogues: one file of law for each state, read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from leadkit.law.files import data_names, read_data
from leadkit.law.offence import Evidence, Offence
from leadkit.law.parse import parse_offence, parse_source
from leadkit.law.plain import Fields, LawError
from leadkit.law.search_words import meant_by
from leadkit.law.sets import ExclusionSet, parse_set

if TYPE_CHECKING:
    from leadkit.law.offence import LawSource

_STATES = {
    "ny": "us-ny", "nyc": "us-ny", "wa": "us-wa", "sea": "us-wa", "kc": "us-wa", "nm": "us-nm", "ca": "us-ca",
    "pa": "us-pa", "tx": "us-tx", "ga": "us-ga",
}  # fmt: skip
"""Which catalogue holds the ids that begin so."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """How a state grades attempts, in our words.

    Attributes:
        citation: The statute.
        rule: What it says.
        evidence: What the sentence rests on.
    """

    citation: str
    rule: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Gap:
    """What a catalogue knows that it lacks.

    Attributes:
        id: Stable id.
        locality: The city or county it is about; None for the state.
        says: What was not researched, and what to do.
    """

    id: str
    locality: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The law of one state, as far as it was researched.

    Attributes:
        id: ``us-`` and the state in lower case.
        state: Two postal letters.
        name: The state's name.
        as_of: The day on which the statuses were last looked at.
        attempts: How attempts are graded; None where not researched.
        gaps: What is known to be missing.
        offences: Offences by id, in the order of the code.
        sets: Exclusion sets by id.
    """

    id: str
    state: str
    name: str
    as_of: date
    attempts: Attempts | None
    gaps: tuple[Gap, ...]
    offences: dict[str, Offence]
    sets: dict[str, ExclusionSet]


def catalogues() -> tuple[str, ...]:
    """The ids of the catalogues that leadkit ships, in alphabetical order."""
    return tuple(name.removesuffix(".yaml") for name in data_names() if name.startswith("us-"))


@lru_cache(maxsize=16)
def load(catalogue: str) -> Catalogue:
    """Read a catalogue.

    Raises:
        KeyError: There is no such catalogue.
        BrokenData: Its file is damaged, which is leadkit's own fault.
        LawError: Its file says something that cannot be read, which is leadkit's own fault.
    """
    if catalogue not in catalogues():
        raise KeyError(catalogue)
    fields = Fields(f"{catalogue}.yaml", read_data(f"{catalogue}.yaml"))
    as_of = fields.date("as_of")
    if as_of is None or not as_of.is_day:
        raise LawError(fields.at("as_of"), "a day is missing")
    sources = {key: parse_source(key, source) for key, source in fields.entries("sources").items()}
    state = fields.required("state")
    found = Catalogue(
        id=fields.required("catalogue"),
        state=state,
        name=fields.required("name"),
        as_of=as_of.first,
        attempts=_attempts(fields.group("attempts")),
        gaps=tuple(Gap(key, gap.line("locality"), gap.required("says")) for key, gap in fields.entries("gaps").items()),
        offences=_offences(fields, state, sources, as_of.first),
        sets={key: parse_set(key, data, state, sources) for key, data in fields.pairs("sets").items()},
    )
    fields.closed()
    return found


def _offences(fields: Fields, state: str, sources: dict[str, LawSource], as_of: date) -> dict[str, Offence]:
    return {
        key: parse_offence(key, data, state=state, sources=sources, as_of=as_of, strict=True)
        for key, data in fields.pairs("offences").items()
    }


def _attempts(fields: Fields | None) -> Attempts | None:
    if fields is None:
        return None
    return Attempts(fields.required("citation"), fields.required("rule"), fields.word("evidence", Evidence))


def of_state(state: str) -> Catalogue | None:
    """The catalogue of a state, by its two postal letters; None where there is none."""
    wanted = f"us-{state.lower()}"
    return load(wanted) if wanted in catalogues() else None


def offence(key: str) -> Offence | None:
    """An offence of any catalogue; None where no catalogue has it."""
    home = _STATES.get(key.partition("-")[0])
    return load(home).offences.get(key) if home else None


def exclusion_set(key: str) -> ExclusionSet | None:
    """An exclusion set of any catalogue; None where no catalogue has it."""
    home = _STATES.get(key.partition("-")[0])
    return load(home).sets.get(key) if home else None


def ids(names: Iterable[str], kind: str) -> frozenset[str]:
    """Every id of a kind that the named catalogues hold; a name without a catalogue holds none.

    Args:
        names: Names of catalogues, such as ``us-nm``.
        kind: ``offences``, ``sets`` or ``limits`` (the states' own and the federal ones).

    Raises:
        KeyError: There is no such kind.
    """
    from leadkit.law.limits import FEDERAL, limits

    if kind == "limits":
        states = {name.removeprefix("us-").upper() for name in names} | {FEDERAL}
        return frozenset(limit.id for limit in limits() if limit.jurisdiction in states)
    if kind not in ("offences", "sets"):
        raise KeyError(kind)
    held = [load(name) for name in names if name in catalogues()]
    return frozenset(key for one in held for key in (one.offences if kind == "offences" else one.sets))


def search(text: str, state: str | None = None, local: Iterable[Offence] = ()) -> tuple[Offence, ...]:
    """Offences that hold every word of a text, or one that means the same, in id, citation, title, conduct or note.

    Args:
        text: Words, in any case.
        state: Only this state, by its two postal letters.
        local: A program's own law, searched first.
    """
    words = [meant_by(word) for word in text.casefold().split()]
    wanted = [name for name in catalogues() if state is None or name == f"us-{state.lower()}"]
    every = chain(local, (one for name in wanted for one in load(name).offences.values()))
    return tuple(one for one in every if words and _holds(_searched(one), words))


def _holds(searched: str, words: list[tuple[str, ...]]) -> bool:
    return all(any(word in searched for word in meant) for meant in words)


def _searched(one: Offence) -> str:
    parts = (one.id, one.citation, one.title, (one.conduct or "").replace("_", " "), one.locality, one.note)
    return " ".join(part for part in parts if part).casefold()
