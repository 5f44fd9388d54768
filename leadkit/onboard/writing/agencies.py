"""Who takes part, as the answers say it: the agencies, and those that a government signs for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.onboard.answers.answers import text_of
from leadkit.onboard.questions.agencies import AGENCIES
from leadkit.onboard.questions.forms import ALONE

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers, Entry


def agencies_of(answers: Answers) -> dict[str, Entry]:
    """Every agency by id, whatever it does; no government."""
    return {key: entry for group in AGENCIES for key, entry in answers.group(group.name).items()}


def government_of(entry: Entry) -> str:
    """The id of the government that an agency belongs to; empty where it belongs to none, or that is left open."""
    said = text_of(entry, "government")
    return "" if said == ALONE else said


def departments_of(answers: Answers, government: str) -> dict[str, Entry]:
    """The agencies of a government that do not sign themselves, by id."""
    return {
        key: entry
        for key, entry in agencies_of(answers).items()
        if text_of(entry, "government") == government and text_of(entry, "signs") == "no"
    }
