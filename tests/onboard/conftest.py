"""What the tests of onboarding share: files of answers, and the folder that comes of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadkit.check.run import check
from leadkit.diagnostic import Severity
from leadkit.documents import build_standing
from leadkit.model.load import load
from leadkit.model.pathways.kinds import PathwayKind
from leadkit.model.program.kinds import GovernmentType
from leadkit.onboard.answers.answers import Answers
from leadkit.onboard.answers.file import Reading, read_answers
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.writing.folder import write_folder

HERE = Path(__file__).parent
Read = Callable[[Any], Reading]


def plain(name: str) -> dict[str, Any]:
    """A file of answers as plain text."""
    answers: dict[str, Any] = yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return answers


@pytest.fixture
def maple() -> dict[str, Any]:
    """Answers to all questions: an invented county in Ohio."""
    return plain("maple.yaml")


@pytest.fixture
def least() -> dict[str, Any]:
    """Answers to those questions alone that need one: an invented town in New York."""
    return plain("least.yaml")


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read answers, given as text or as what a file of them says."""

    def answers(said: Any) -> Reading:
        file = tmp_path / "answers.yaml"
        text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False, indent=1)
        file.write_text(text, encoding="utf-8")
        return read_answers(file, "answers.yaml")

    return answers


def taken(read: Read, said: Any) -> Answers:
    """The answers, all of which can be taken."""
    reading = read(said)
    assert reading.answers is not None, reading.diagnostics
    return reading.answers


def draft(read: Read, said: Any, place: Path) -> tuple[dict[str, Any], str]:
    """What is open in a new program, and its memorandum."""
    write_folder(taken(read, said), place)
    assert {found.severity for found in check(place)} <= {Severity.NOTE}
    standing = load(place).resolve()
    assert standing.program is not None
    build_standing(standing, ["mou"], ["md"], place.parent / "out", None)
    return dict(standing.program.open), (place.parent / "out" / "mou.md").read_text(encoding="utf-8")


def variants(maple: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Answers from which one is missing, and answers of every kind."""
    for question in QUESTIONS:
        if not question.required:
            yield {name: said for name, said in maple.items() if name != question.name and name != "project_management"}
    bare = deepcopy(maple)
    for group in ("governments", "areas", "police", "prosecutors", "defenders", "case_management", "local_offences"):
        needed = {"name", "type", "kind", "citation", "title", "signs"}
        bare[group] = {
            key: {field: said for field, said in entry.items() if field in needed} for key, entry in bare[group].items()
        }
    yield bare
    every = deepcopy(maple)
    every["pathways"] = [kind.value for kind in PathwayKind]
    for kind in GovernmentType:
        every["governments"][f"g-{kind.value}"] = {"name": f"The {kind.value}", "type": kind.value, "signs": "yes"}
    every["partners"]["library"] = {"name": "Library", "type": "other"}
    for letter in "ab":
        every["prosecutors"]["p" * 69 + letter] = {"name": f"Office {letter}", "type": "prosecutor_all"}
    every["project_management"] = ["health", "hopeworks"]
    yield every
