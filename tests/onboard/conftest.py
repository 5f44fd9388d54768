"""What the tests of onboarding share: files of answers, and the folder that comes of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadkit.onboard.answers.file import Reading, read_answers

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
