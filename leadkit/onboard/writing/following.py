"""What an answer asks for in turn: an area's streets, what a law is called, the permission to use the LEAD mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.areas import AreaKind
from leadkit.onboard.answers.answers import text_of
from leadkit.onboard.questions.eligibility import LOCAL_OFFENCES
from leadkit.onboard.questions.place import AREAS
from leadkit.onboard.questions.program import LEAD_MARK
from leadkit.onboard.writing.undecided import UNDECIDED, Undecided

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers

_LABEL = UNDECIDED["eligibility.offences.*.label"]
_BOUNDS = UNDECIDED["areas.*.bounds"]


def following(answers: Answers) -> dict[str, Undecided]:
    """The questions that follow from an answer, by the field that each is about."""
    bounds = {
        f"areas.{key}.bounds": _BOUNDS._replace(asks=_BOUNDS.asks.replace("{name}", text_of(entry, "name")))
        for key, entry in answers.group(AREAS.name).items()
        if text_of(entry, "kind") == AreaKind.STREET_BOUNDS
    }
    labels = {
        f"eligibility.offences.{key}.label": _LABEL._replace(
            asks=_LABEL.asks.replace("{name}", text_of(entry, "citation"))
        )
        for key, entry in answers.group(LOCAL_OFFENCES.name).items()
        if not text_of(entry, "title")
    }
    mark = ("program.mark_permission",) if answers.one(LEAD_MARK.name) == "yes" else ()
    return bounds | labels | {path: UNDECIDED[path] for path in mark}
