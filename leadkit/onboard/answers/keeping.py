"""Answers as a file, so that nobody is asked again where their folder could not be written."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.question import Group
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers, Entry, Said
    from leadkit.source.tree import Plain

_HEADING = "# The answers that were given to leadkit new.\n"


def text_to_keep(answers: Answers) -> str:
    """The answers as the text of a file that ``--answers`` reads."""
    written: dict[str, Plain] = {}
    for question in QUESTIONS:
        if isinstance(question, Group):
            if things := answers.group(question.name):
                written[question.name] = {key: _plain(entry) for key, entry in things.items()}
        elif question.name in answers.said:
            written[question.name] = _listed(answers.said[question.name])
    return _HEADING + to_yaml(written)


def keep(answers: Answers, folder: Path) -> Path:
    """Write the answers into a new file in a folder, and return its place.

    Raises:
        OSError: They cannot be written.
    """
    text = text_to_keep(answers)
    names = (f"answers{'' if number == 1 else f'-{number}'}.yaml" for number in count(1))
    file = next(place for name in names if not os.path.lexists(place := folder / name))
    file.touch(exist_ok=False)  # a file that comes meanwhile stays as it is
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except BaseException:
        file.unlink(missing_ok=True)  # half the answers would be taken for all of them
        raise
    return file


def _plain(entry: Entry) -> dict[str, Plain]:
    return {name: _listed(said) for name, said in entry.items()}


def _listed(said: Said) -> Plain:
    return said if isinstance(said, str) else list(said)
