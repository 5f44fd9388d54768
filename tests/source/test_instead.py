"""A change is tried out by reading other bytes in the place of a file, or a file that is not there yet."""

from __future__ import annotations

from pathlib import Path

from leadkit.source import read
from leadkit.source.tree import plain


def test_other_bytes_are_read_and_a_new_file_is_too(tmp_path: Path) -> None:
    folder = tmp_path / "county"
    folder.mkdir()
    file = folder / "program.yaml"
    file.write_text("program: {name: Old}\n", encoding="utf-8")
    place = folder.as_posix()
    instead = {
        f"{place}/program.yaml": b"program: {name: New}\n",
        f"{place}/agencies.yaml": b"agencies: {a: {type: court}}\n",
        f"{place}/deeper/roles.yaml": b"roles: {b: {}}\n",
    }
    tried = read(folder, instead)
    assert plain(tried.root) == {"agencies": {"a": {"type": "court"}}, "program": {"name": "New"}}
    assert list(tried.files) == [f"{place}/agencies.yaml", f"{place}/program.yaml"]
    assert tried.digest != read(folder).digest
    assert plain(read(folder).root) == {"program": {"name": "Old"}}
    assert [each.name for each in folder.iterdir()] == ["program.yaml"]
