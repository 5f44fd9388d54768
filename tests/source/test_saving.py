"""A file is written anew as a whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadkit.source.saving import save

MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize("mark", [b"", MARK], ids=["plain", "with a mark"])
def test_the_text_changes_and_the_mark_and_the_rights_stay(tmp_path: Path, mark: bytes) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(mark + b"a: 1\r\n")
    file.chmod(0o640)
    assert save(str(file), "a: 1\r\n", "a: ü\r\n") is None
    assert file.read_bytes() == mark + "a: ü\r\n".encode()
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_what_somebody_changed_in_the_meantime_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 2\n")
    assert "has changed" in (save(str(file), "a: 1\n", "a: 3\n") or "")
    assert file.read_bytes() == b"a: 2\n"


def test_what_cannot_be_written_is_said_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")

    def refuse(_from: Path, _to: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    assert save(str(file), "a: 1\n", "a: 2\n") == f"{file} could not be written: Permission denied."
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"a: 1\n", [file])
    assert "could not be written" in (save(str(tmp_path / "gone.yaml"), "", "x") or "")
