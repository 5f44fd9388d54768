"""The parts in a program that somebody must play, and that the answers give to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.onboard.questions.agencies import CASE_MANAGEMENT, DEFENDERS, POLICE, PROJECT_MANAGEMENT, PROSECUTORS
from leadkit.onboard.writing.undecided import Undecided

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers

_PARTS = {
    "referring-agency": (POLICE.name, Undecided("Whose officers refer people?")),
    "charging": (PROSECUTORS.name, Undecided("Which office decides on charges?")),
    "defense": (DEFENDERS.name, Undecided("Who defends people who cannot pay a lawyer?")),
    "case-management": (CASE_MANAGEMENT.name, Undecided("Who provides case management?")),
    "project-manager": (PROJECT_MANAGEMENT.name, Undecided("Who hosts project management?")),
}
"""The question that fills each role, by the id that the role will have."""


def unfilled_roles(answers: Answers) -> dict[str, Undecided]:
    """The roles that nobody is named for, each with the question who it is."""
    return {
        key: question
        for key, (name, question) in _PARTS.items()
        if not answers.group(name) and not answers.several(name)
    }
