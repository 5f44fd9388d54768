"""The agreement, as far as the answers give it: its stage, who joins it and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.onboard.answers.answers import Answers, Entry, text_of
from leadkit.onboard.questions.agencies import AGENCIES

if TYPE_CHECKING:
    from leadkit.source.tree import Plain


def agreement(answers: Answers) -> dict[str, Plain]:
    """The section ``agreement``."""
    stage, name = answers.one("stage"), answers.one("name")
    purpose = " to Plan " if stage == "planning" else ": "
    signing = _signing(answers)
    parties: dict[str, Plain] = {key: _party(answers, key) for key in signing}
    signatures: dict[str, Plain] = {key: _signature(key, entry) for key, entry in signing.items()}
    section: dict[str, Plain] = {
        "stage": stage,
        "instrument": "mou",
        "title": f"Memorandum of Understanding{purpose}{name}",
        "parties": parties,
        "signatures": signatures,
    }
    return {field: value for field, value in section.items() if value}


def _signing(answers: Answers) -> dict[str, Entry]:
    """The governments and agencies that sign for themselves, by id."""
    everybody = (answers.group("governments"), *(answers.group(group.name) for group in AGENCIES))
    return {key: entry for one in everybody for key, entry in one.items() if text_of(entry, "signs") == "yes"}


def _party(answers: Answers, key: str) -> Plain:
    """A party; a government also signs for its departments that do not sign themselves."""
    departments: list[Plain] = [
        name
        for group in AGENCIES
        for name, entry in answers.group(group.name).items()
        if text_of(entry, "government") == key and text_of(entry, "signs") == "no"
    ]
    party: dict[str, Plain] = {"agency": key, "joins_as": "party", "status": "proposed"}
    return {**party, "signs_for": departments} if departments else party


def _signature(key: str, entry: Entry) -> Plain:
    title = text_of(entry, "signatory")
    return {"party": key, **({"title": title} if title else {}), "status": "pending"}
