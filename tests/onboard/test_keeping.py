"""Answers that are kept are the answers that were given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadkit.onboard.answers.file import read_answers
from leadkit.onboard.answers.keeping import keep
from tests.onboard.conftest import Read


@pytest.mark.parametrize("name", ["maple", "least"])
def test_what_is_kept_reads_as_what_was_answered(
    name: str, read: Read, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    said: dict[str, Any] = request.getfixturevalue(name)
    answers = read({**said, "name": "Doña Ana: *no*"}).answers
    assert answers is not None
    (tmp_path / "desk").mkdir()
    file = keep(answers, tmp_path / "desk")
    again = read_answers(file, "answers.yaml")
    assert (again.answers, again.diagnostics) == (answers, ())


def test_no_file_is_written_over(read: Read, least: dict[str, Any], tmp_path: Path) -> None:
    answers = read(least).answers
    assert answers is not None
    before = (tmp_path / "answers.yaml").read_bytes()  # what was read
    assert [keep(answers, tmp_path).name for _ in range(2)] == ["answers-2.yaml", "answers-3.yaml"]
    assert (tmp_path / "answers.yaml").read_bytes() == before


def test_half_the_answers_are_not_left(
    read: Read, least: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = read(least).answers
    assert answers is not None

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        keep(answers, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["answers.yaml"]
