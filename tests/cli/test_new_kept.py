"""``leadkit new`` where the folder cannot be written: what somebody answered at length is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command
from leadkit.onboard.asking.prompt import talk


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments], standalone_mode=False)


TYPED = ["OH", "Maple County", "county", "", "no", "", "Maple Program", "2026-11-24", "2027", "", ""]
"""As little as can be answered; Enter alone takes what is proposed, or leaves a question open."""


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Result]:
    """Answer the questions of ``leadkit new maple``; whatever is not typed is Enter alone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("leadkit.cli.new.asks_on_terminal", lambda: True)
    lines = "\n".join([*TYPED, *[""] * 30, ""])

    def run() -> Result:
        return CliRunner().invoke(command, ["new", "maple"], input=lines, standalone_mode=False)

    return run


def _fill(place: Path) -> None:
    place.mkdir()
    (place / "precious.txt").touch()


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _go_on(tmp_path: Path) -> None:
    assert _run("new", "again", "--answers", "answers.yaml").return_value == 0
    assert "name: Maple Program" in (tmp_path / "again" / "program.yaml").read_text(encoding="utf-8")


def test_answers_are_kept_where_there_is_no_room_for_the_folder(
    typed: Callable[[], Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("leadkit.onboard.writing.folder.texts_of", _no_room)
        result = typed()
    assert result.return_value == 1
    assert "No space left on device" in result.output
    assert result.output.endswith(
        "Your answers are kept in answers.yaml.\n"
        "To go on without being asked again: leadkit new FOLDER --answers answers.yaml\n"
    )
    assert [file.name for file in tmp_path.iterdir()] == ["answers.yaml"]
    _go_on(tmp_path)


def test_answers_are_kept_where_the_folder_has_been_filled_meanwhile(
    typed: Callable[[], Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(*arguments: Any) -> Any:
        answers = talk(*arguments)
        _fill(tmp_path / "maple")
        return answers

    monkeypatch.setattr("leadkit.onboard.asking.prompt.talk", meanwhile)
    result = typed()
    assert result.return_value == 2
    assert (
        "The folder maple is not empty; choose another, for nothing in it is overwritten.\nYour answers are kept"
        in (result.output)
    )
    _go_on(tmp_path)


def test_answers_that_can_be_kept_nowhere_are_printed(
    typed: Callable[[], Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("leadkit.onboard.writing.folder.texts_of", _no_room)
        patch.setattr("leadkit.onboard.answers.keeping.keep", _no_room)
        printed = typed().output
    assert "copy the lines above into a file answers.yaml" in printed
    text = printed[printed.index("# The answers") : printed.index("Your answers cannot")]
    (tmp_path / "answers.yaml").write_text(text, encoding="utf-8")
    _go_on(tmp_path)


def test_no_word_is_broken_on_a_narrow_terminal(typed: Callable[[], Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    shown = typed().output.split("\nmaple/")[0]
    assert max(len(line) for line in shown.splitlines()) <= 40
    assert "             brackets; without one it\n" in shown
