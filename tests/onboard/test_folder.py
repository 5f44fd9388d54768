"""The place of the folder: written whole or not at all, over nothing that is somebody else's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadkit.onboard.writing import folder
from leadkit.onboard.writing.folder import write_folder
from tests.onboard.conftest import Read, taken


@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError])
def test_an_interruption_leaves_nothing_half_made(
    there: bool,
    trouble: type[BaseException],
    read: Read,
    least: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers, place = taken(read, least), tmp_path / "desk" / "birch"
    place.parent.mkdir()
    if there:
        place.mkdir()
    real, seen = Path.open, iter(range(9))

    def fail(*_: Path) -> Path:
        raise trouble

    def open_or_fail(self: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        if mode == "xb" and next(seen) > 2:  # a copy is made, and some are there already
            raise trouble
        return real(self, mode, *more, **named)

    monkeypatch.setattr(folder.Path, "rename", fail)
    monkeypatch.setattr(folder.Path, "open", open_or_fail)
    with pytest.raises(trouble):
        write_folder(answers, place)
    assert list(place.parent.iterdir()) == ([place] if there else [])
    assert not there or not list(place.iterdir())


def test_an_empty_folder_is_filled_and_stays_the_same_folder(read: Read, least: dict[str, Any], tmp_path: Path) -> None:
    place = tmp_path / "birch"
    place.mkdir()
    before = place.stat().st_ino
    write_folder(taken(read, least), place)
    assert place.stat().st_ino == before
    assert (place / ".github" / "workflows" / "check.yml").is_file()


@pytest.mark.parametrize("there", [True, False])
def test_what_comes_into_the_place_meanwhile_stays(
    there: bool, read: Read, least: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, place = taken(read, least), tmp_path / "birch"
    real = folder.render_frame
    if there:
        place.mkdir()

    def come_between(slug: str, work: Path, to: Path) -> Path:
        place.mkdir(exist_ok=True)
        (place / "program.yaml").write_text("precious", encoding="utf-8")
        return real(slug, work, to)

    monkeypatch.setattr(folder, "render_frame", come_between)
    with pytest.raises(OSError, match="is not empty"):
        write_folder(answers, place)
    assert [(file.name, file.read_text(encoding="utf-8")) for file in place.iterdir()] == [("program.yaml", "precious")]
    assert not list(tmp_path.glob(".leadkit-new-*"))


def test_what_replaces_a_file_that_was_just_written_is_not_taken_back(
    read: Read, least: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, real, place = taken(read, least), Path.read_bytes, tmp_path / "birch"
    place.mkdir()

    def come_between(self: Path) -> bytes:
        if self.name == "program.yaml":
            (tmp_path / "theirs").write_text("precious", encoding="utf-8")
            (tmp_path / "theirs").replace(place / "open.yaml")
            (place / "program.yaml").write_text("precious", encoding="utf-8")
        return real(self)

    monkeypatch.setattr(folder.Path, "read_bytes", come_between)
    with pytest.raises(OSError, match="is not empty"):
        write_folder(answers, place)
    assert {file.name: file.read_text(encoding="utf-8") for file in place.iterdir()} == {
        "open.yaml": "precious",
        "program.yaml": "precious",
    }
