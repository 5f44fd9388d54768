"""What an answer asks for in turn: an area's streets, to whom an agency belongs, a permission."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.model.areas import AreaKind
from leadkit.onboard.answers.answers import text_of
from leadkit.onboard.questions.agencies import PARTNERS, PRIVATE
from leadkit.onboard.questions.eligibility import LOCAL_OFFENCES
from leadkit.onboard.questions.place import AREAS, GOVERNMENTS
from leadkit.onboard.questions.program import LEAD_MARK
from leadkit.onboard.writing.agencies import agencies_of
from leadkit.onboard.writing.undecided import UNDECIDED, Undecided

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers, Entry


def following(answers: Answers) -> dict[str, Undecided]:
    """The questions that follow from an answer, by the field that each is about."""
    mark = ("program.mark_permission",) if answers.one(LEAD_MARK.name) == "yes" else ()
    return {
        **_of_governments(answers),
        **_of_areas(answers),
        **_of_agencies(answers),
        **_of_local_offences(answers),
        **{path: UNDECIDED[path] for path in mark},
    }


def _of_governments(answers: Answers) -> dict[str, Undecided]:
    silent = _silent(answers.group(GOVERNMENTS.name).items(), "governing_body")
    return _asked("program.governments.*.governing_body", silent)


def _of_areas(answers: Answers) -> dict[str, Undecided]:
    areas = answers.group(AREAS.name).items()
    streets = [(key, entry) for key, entry in areas if text_of(entry, "kind") == AreaKind.STREET_BOUNDS]
    return _asked("areas.*.bounds", streets) | _asked("areas.*.government", _silent(areas, "government"))


def _of_agencies(answers: Answers) -> dict[str, Undecided]:
    public = [(key, one) for key, one in agencies_of(answers).items() if text_of(one, "form") not in PRIVATE]
    partners = answers.group(PARTNERS.name).items()
    return _asked("agencies.*.parent", _silent(public, "government")) | _asked(
        "agencies.*.part", _silent(partners, "part")
    )


def _of_local_offences(answers: Answers) -> dict[str, Undecided]:
    silent = _silent(answers.group(LOCAL_OFFENCES.name).items(), "title")
    return _asked("eligibility.offences.*.label", silent, "citation")


def _silent(things: Iterable[tuple[str, Entry]], field: str) -> list[tuple[str, Entry]]:
    """The things of which a question was not answered."""
    return [(key, entry) for key, entry in things if not text_of(entry, field)]


def _asked(pattern: str, things: Iterable[tuple[str, Entry]], called: str = "name") -> dict[str, Undecided]:
    """The question about a field, asked of each of some things by its name."""
    question = UNDECIDED[pattern]
    return {
        pattern.replace("*", key): question._replace(asks=question.asks.replace("{name}", text_of(entry, called)))
        for key, entry in things
    }
