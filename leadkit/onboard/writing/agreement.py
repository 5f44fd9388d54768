"""The agreement, as far as the answers give it: its stage, who joins it and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.onboard.answers.answers import Answers, Entry, text_of
from leadkit.onboard.questions.place import GOVERNMENTS
from leadkit.onboard.writing.agencies import agencies_of, departments_of
from leadkit.onboard.writing.fields import given

if TYPE_CHECKING:
    from leadkit.onboard.writing.fields import Fields


def agreement(answers: Answers) -> Fields:
    """The section ``agreement``."""
    stage, name = answers.one("stage"), answers.one("name")
    purpose = " to Plan " if stage == "planning" else ": "
    signing = _signing(answers)
    return given(
        stage=stage,
        instrument="mou",
        title=f"Memorandum of Understanding{purpose}{name}",
        parties={key: _party(answers, key) for key in signing},
        signatures={key: _signature(key, entry) for key, entry in signing.items()},
    )


def _signing(answers: Answers) -> dict[str, Entry]:
    """The governments and agencies that sign for themselves, by id."""
    everybody = {**answers.group(GOVERNMENTS.name), **agencies_of(answers)}
    return {key: entry for key, entry in everybody.items() if text_of(entry, "signs") == "yes"}


def _party(answers: Answers, key: str) -> Fields:
    """A party; a government also signs for its departments that do not sign themselves."""
    return given(agency=key, joins_as="party", status="proposed", signs_for=list(departments_of(answers, key)))


def _signature(key: str, entry: Entry) -> Fields:
    return given(party=key, title=text_of(entry, "signatory"), status="pending")
