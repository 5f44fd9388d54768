"""Who signs, as far as the answers leave it unsettled.

A department that does not sign is bound through its government. Where it is open whether the government signs, the
agreement would speak of the department and bind nobody, so that the open question has to name both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import listed
from leadkit.onboard.answers.answers import text_of
from leadkit.onboard.questions.place import GOVERNMENTS
from leadkit.onboard.writing.agencies import agencies_of, departments_of
from leadkit.onboard.writing.undecided import Undecided

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers

SIGNING = Undecided("Who else signs the agreement?", legal=True)


def unsettled(answers: Answers) -> str:
    """A sentence about each government and agency of which it is open whether anybody signs for it; empty for none."""
    return " ".join((*_governments(answers), *_agencies(answers)))


def _governments(answers: Answers) -> Iterator[str]:
    for key, entry in answers.group(GOVERNMENTS.name).items():
        signs = text_of(entry, "signs")
        names = [text_of(one, "name") for one in departments_of(answers, key).values()]
        relying = f"nobody signs for {listed(names)}" if names else ""
        if signs == "no" and relying:
            yield f"{text_of(entry, 'name')} does not sign, so that {relying}."
        elif signs not in ("yes", "no"):
            until = f"; until it does, {relying}" if relying else ""
            yield f"It is undecided whether {text_of(entry, 'name')} signs{until}."


def _agencies(answers: Answers) -> Iterator[str]:
    for entry in agencies_of(answers).values():
        if not text_of(entry, "signs"):
            yield f"It is undecided whether {text_of(entry, 'name')} signs itself."
