"""Files are written anew as a whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadkit.source.decode import encode
from leadkit.source.saving import save_all
from leadkit.source.whole import write_whole

MARK = b"\xef\xbb\xbf"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of one line."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")
    return file


@pytest.mark.parametrize("mark", [b"", MARK], ids=["plain", "with a mark"])
def test_the_text_changes_and_the_mark_and_the_rights_stay(file: Path, mark: bytes) -> None:
    file.write_bytes(mark + b"a: 1\r\n")
    file.chmod(0o640)
    was = file.read_bytes()
    assert save_all({file: was}, {file: encode("a: ü\r\n", was)}) is None
    assert file.read_bytes() == mark + "a: ü\r\n".encode()
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("read", [b"a: 0\n", None], ids=["changed", "new"])
def test_what_somebody_changed_in_the_meantime_stays_with_all_the_rest(file: Path, read: bytes | None) -> None:
    new = file.with_name("b.yaml")
    found = save_all({new: None, file: read}, {new: b"b: 1\n", file: b"a: 3\n"})
    assert found is not None
    assert (found.code, "was changed meanwhile" in found.message) == ("LK716", True)
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"a: 1\n", [file])


def test_what_is_gone_is_not_made_anew(file: Path) -> None:
    gone = file.with_name("gone.yaml")
    assert save_all({gone: b""}, {gone: b"x"}) is not None
    assert not gone.exists()


@pytest.fixture
def refusing(file: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Places that nothing can be moved to; the file is one of them."""
    places, real = [file], Path.replace

    def refuse(from_: Path, to: Path) -> Path:
        if to in places:
            raise PermissionError(13, "Permission denied")
        return real(from_, to)

    monkeypatch.setattr(Path, "replace", refuse)
    return places


def test_where_one_file_cannot_be_written_the_others_are_as_they_were(file: Path, refusing: list[Path]) -> None:
    new, old = file.with_name("new.yaml"), file.with_name("old.yaml")
    old.write_bytes(b"o: 1\n")
    before = {new: None, old: b"o: 1\n", file: b"a: 1\n"}
    found = save_all(before, {new: b"n: 1\n", old: b"o: 2\n", file: b"a: 2\n"})
    assert found is not None
    assert found.message == f"{file.as_posix()} could not be written: Permission denied."
    assert found.remedy.endswith(" Nothing was changed.")
    assert {path: path.read_bytes() for path in file.parent.iterdir()} == {old: b"o: 1\n", file: b"a: 1\n"}


def test_what_cannot_be_put_back_is_named(file: Path, refusing: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    new = file.with_name("new.yaml")

    def keep(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", keep)
    found = save_all({new: None, file: b"a: 1\n"}, {new: b"n: 1\n", file: b"a: 2\n"})
    assert found is not None
    assert found.remedy.endswith(f" Changed, and not to be put back: {new.as_posix()}.")


def test_nothing_is_moved_before_all_is_written_beside_its_place(file: Path) -> None:
    nowhere = file.parent / "missing" / "b.yaml"
    found = save_all({file: b"a: 1\n", nowhere: None}, {file: b"a: 2\n", nowhere: b"b: 1\n"})
    assert found is not None
    assert found.message.startswith(nowhere.as_posix())
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"a: 1\n", [file])


def test_an_interruption_leaves_all_files_as_they_were(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, real = file.with_name("new.yaml"), Path.replace

    def stop(from_: Path, to: Path) -> Path:
        if to == file:
            raise KeyboardInterrupt
        return real(from_, to)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        save_all({new: None, file: b"a: 1\n"}, {new: b"n: 1\n", file: b"a: 2\n"})
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"a: 1\n", [file])


@pytest.mark.parametrize("trouble", [PermissionError(13, "Permission denied"), KeyboardInterrupt()])
def test_nothing_is_left_beside_a_file_and_the_first_trouble_is_told(
    trouble: BaseException, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed: list[Path] = []

    def refuse(_from: Path, _to: Path) -> Path:
        raise trouble

    def remove(path: Path, missing_ok: bool = False) -> None:
        removed.append(path)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", remove)
    with pytest.raises(type(trouble)) as raised:
        write_whole(file, b"a: 2\n")
    assert raised.value is trouble
    assert len(removed) == 1


@pytest.mark.skipif(os.name == "nt", reason="a file has the owner of its folder there")
@pytest.mark.parametrize("gives_away", [True, False], ids=["as administrator", "as anybody else"])
def test_a_file_keeps_its_owner_or_at_least_its_group(
    file: Path, monkeypatch: pytest.MonkeyPatch, gives_away: bool
) -> None:
    given: list[tuple[int, int]] = []

    def chown(_: Path, owner: int, group: int) -> None:
        given.append((owner, group))
        if owner != -1 and not gives_away:
            raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", chown)
    write_whole(file, b"a: 2\n")
    there = file.stat()
    assert given == [(there.st_uid, there.st_gid), *([] if gives_away else [(-1, there.st_gid)])]
    assert file.read_bytes() == b"a: 2\n"


def test_a_new_file_belongs_to_who_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        os, "chown", lambda *_: pytest.fail("there is no file whose owner could be kept"), raising=False
    )
    write_whole(tmp_path / "new.yaml", b"a: 1\n")
    assert (tmp_path / "new.yaml").read_bytes() == b"a: 1\n"


def test_a_file_that_is_protected_from_writing_stays_with_all_the_rest(file: Path) -> None:
    new = file.with_name("b.yaml")
    file.chmod(0o444)
    found = save_all({new: None, file: b"a: 1\n"}, {new: b"b: 1\n", file: b"a: 2\n"})
    assert found is not None
    assert found.message == f"{file.as_posix()} could not be written: Permission denied."
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"a: 1\n", [file])
    file.chmod(0o644)
    assert save_all({file: b"a: 1\n"}, {file: b"a: 2\n"}) is None
