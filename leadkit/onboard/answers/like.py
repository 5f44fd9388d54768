"""The shape of another program, proposed as answers: what kinds of things it has, never who or where they are."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from leadkit.diagnostic import listed, nearest, shortened
from leadkit.law import of_state, offence
from leadkit.model.load import load
from leadkit.model.roles.kinds import RoleKind
from leadkit.model.root import Program
from leadkit.onboard.answers.answers import Answers, Said, text_of
from leadkit.onboard.questions import agencies, eligibility, governance, program
from leadkit.onboard.questions.eligibility import OFFENCES
from leadkit.onboard.questions.locality import holds_here
from leadkit.onboard.questions.place import GOVERNMENTS
from leadkit.resources import programs

_ROLES = {
    agencies.POLICE.name: RoleKind.REFERRING_AGENCY,
    agencies.PROSECUTORS.name: RoleKind.CHARGING_AUTHORITY,
    agencies.DEFENDERS.name: RoleKind.DEFENSE,
    agencies.CASE_MANAGEMENT.name: RoleKind.CASE_MANAGEMENT,
}
_BODIES = {
    "policy": governance.POLICY_GROUP,
    "operational": governance.WORK_GROUP,
    "community": governance.COMMUNITY_TEAM,
}
_SHAPE = (eligibility.PATHWAYS.name, *(question.name for question in _BODIES.values()))
"""The questions about the shape of a program, which decide nothing that its partners have to agree on."""


@dataclass(frozen=True)
class Likeness:
    """What a program proposes to another.

    Attributes:
        title: The name by which it was asked for.
        state: Its state, by two postal letters.
        said: The answers that it proposes.
        kinds: The types of agency that it has in each group, in words.
        offences: The offenses of its own state's catalogue that it diverts for, by id.
    """

    title: str
    state: str
    said: Mapping[str, Said]
    kinds: Mapping[str, str]
    offences: tuple[str, ...] = ()

    def laws(self, state: str) -> tuple[str, ...]:
        """The offenses that it proposes to a program in a state: those of its own state's catalogue."""
        return self.offences if state == self.state else ()

    def shape(self, answers: Answers, written: Container[str]) -> dict[str, Said]:
        """The shape of this program, as answers to questions that a file does not even name.

        What the partners have to agree on, such as principles, is proposed to somebody who is asked, and never taken
        over into a file in which nobody has said it.

        Args:
            answers: The answers that were given.
            written: The names of the questions that were answered, or said to be undecided.
        """
        names = [text_of(entry, "name") for entry in answers.group(GOVERNMENTS.name).values()]
        laws = (law for law in self.laws(answers.one("state")) if (one := offence(law)) and holds_here(one, names))
        proposed = {name: self.said.get(name, "") for name in _SHAPE} | {OFFENCES.name: tuple(laws)}
        return {name: said for name, said in proposed.items() if said and name not in written}


def likeness(asked: str) -> Likeness:
    """The shape of a program that comes with leadkit, by its name, or of a folder.

    Raises:
        ValueError: There is no such program, or it cannot be read.
    """
    shipped = {entry.name: entry for entry in programs().iterdir() if entry.is_dir()}
    place = shipped.get(asked, Path(asked))
    if asked not in shipped and not _is_folder(place):
        meant = nearest(asked, shipped)
        hint = f"Did you mean {meant}?" if meant else f"Name a folder, or one of {listed(sorted(shipped))}."
        raise ValueError(f"there is no program {shortened(asked)}. {hint}")
    known = load(place).resolve().program
    if known is None:
        raise ValueError(f"the program {asked} cannot be read. Run: leadkit check {asked}")
    return Likeness(asked, known.program.state, _said(known), _kinds(known), tuple(_laws(known)))


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:  # such as a name that is too long
        return False


def _said(known: Program) -> dict[str, Said]:
    about = known.program
    found: dict[str, Said | None] = {
        program.STAGE.name: known.agreement.stage,
        program.POPULATION.name: about.population,
        program.UNIT_OF_DECISION.name: about.unit_of_decision,
        program.SEVERAL_CHARGES.name: about.several_charges,
        program.PRINCIPLES.name: tuple(one.value for one in about.principles),
        eligibility.PATHWAYS.name: tuple(
            dict.fromkeys(one.kind.value for one in known.pathways.values() if one.enabled is not False)
        ),
    }
    for body in known.governance.bodies.values():
        if body.kind.value in _BODIES:
            question = _BODIES[body.kind.value]
            found[question.name] = question.usual
    return {name: said if isinstance(said, tuple) else str(said) for name, said in found.items() if said}


def _kinds(known: Program) -> dict[str, str]:
    found: dict[str, str] = {}
    for group, kind in _ROLES.items():
        names = (name for role in known.roles.values() if role.kind is kind for name in role.agencies)
        types = [known.agencies[name].type.value.replace("_", " ") for name in _each(names) if name in known.agencies]
        found[group] = ", ".join(types)
    return found


def _each(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _laws(known: Program) -> list[str]:
    """The offenses of its state's catalogue that may be diverted."""
    catalogue = of_state(known.program.state)
    listed_laws = (one.law for one in known.eligibility.offences.values() if one.law and not one.excluded)
    return _each(law for law in listed_laws if catalogue and law in catalogue.offences)
