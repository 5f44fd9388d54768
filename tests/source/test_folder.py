"""A folder in, findings out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from leadkit.source import Source, read
from leadkit.source.tree import plain

GOOD = "program: {name: LEAD}\n"


def codes(source: Source) -> list[str]:
    return [finding.code for finding in source.diagnostics]


def put(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)


def test_all_sections_are_merged_in_the_order_of_the_files(folder: Path) -> None:
    put(folder, b__yaml="two: 2\nthree: 3\n", a__yaml="one: 1\n", readme__md="four: 4\n")
    source = read("county")
    assert not source.diagnostics
    assert plain(source.root) == {"one": "1", "two": "2", "three": "3"}
    assert list(source.root.entries) == ["one", "two", "three"]


@pytest.mark.parametrize("place", ["county", "county/", "./county", Path("county")])
def test_files_are_named_after_the_place_as_given(folder: Path, place: str | Path) -> None:
    put(folder, program__yaml=GOOD)
    source = read(place)
    name = os.fspath(place).rstrip("/")
    assert (source.name, list(source.files)) == (os.fspath(place), [f"{name}/program.yaml"])
    assert source.root.entries["program"].key.span.file == f"{name}/program.yaml"
    assert source.folders == (os.fspath(place),)


def test_line_breaks_are_kept(folder: Path) -> None:
    put(folder, program__yaml="a: 1\r\n\r\nb: 2\r\n")
    assert read("county").files == {"county/program.yaml": "a: 1\r\n\r\nb: 2\r\n"}


def test_a_section_in_two_files_shows_both_places(folder: Path) -> None:
    put(folder, a__yaml="schema_version: 1\nareas: {}\n", b__yaml="x: 1\nareas: {b: 1}\nschema_version: 1\n")
    source = read("county")
    assert codes(source) == ["LK150", "LK150"]
    assert [(span.file, span.line) for span in source.diagnostics[0].spans] == [
        ("county/b.yaml", 2),
        ("county/a.yaml", 2),
    ]
    assert plain(source.root)["areas"] == {}  # type: ignore[index,call-overload]


def test_notes_may_stand_in_every_file(folder: Path) -> None:
    put(folder, a__yaml="notes: x\na: 1\n", b__yaml="notes: y\nb: 1\n")
    assert not read("county").diagnostics


@pytest.mark.parametrize("name", ["stray.yml", "stray.YAML", "stray.Yml"])
def test_another_ending_is_an_error_that_names_the_right_one(folder: Path, name: str) -> None:
    put(folder, program__yaml=GOOD)
    (folder / name).write_text("b: 1\n", encoding="utf-8")
    source = read("county")
    assert codes(source) == ["LK105"]
    assert "stray.yaml" in source.diagnostics[0].remedy
    assert source.incomplete == (f"county/{name}",)


def test_folders_and_hidden_files_are_passed_over(folder: Path) -> None:
    put(folder, program__yaml=GOOD)
    (folder / "maps.yaml").mkdir()
    (folder / "documents").mkdir()
    (folder / "documents" / "x.yaml").write_text("[", encoding="utf-8")
    (folder / "._program.yaml").write_bytes(b"\xff")
    assert not read("county").diagnostics


@pytest.mark.parametrize(("place", "code"), [("nowhere", "LK101"), ("county/program.yaml", "LK102"), ("", "LK101")])
def test_a_place_that_is_no_folder(folder: Path, place: str, code: str) -> None:
    put(folder, program__yaml=GOOD)
    assert codes(read(place)) == [code]


def test_a_name_that_no_file_can_have(folder: Path) -> None:
    assert codes(read("a\0b")) == ["LK101"]


def test_a_folder_without_yaml_is_no_program(folder: Path) -> None:
    put(folder, readme__md="x")
    assert codes(read("county")) == ["LK103"]


def test_a_folder_whose_files_say_nothing_is_no_program(folder: Path) -> None:
    put(folder, program__yaml="# later\n")
    assert codes(read("county")) == ["LK103"]


def test_a_bad_file_never_hides_another(folder: Path) -> None:
    put(
        folder,
        a__yaml=b"a: \xe9\n",
        b__yaml=b"\xff\xfea\x00",
        c__yaml="c: [\n",
        d__yaml="",
        e__yaml="e: 1\ne: 2\n",
        f__yaml="f: 1\n",
    )
    source = read("county")
    assert codes(source) == ["LK110", "LK111", "LK126", "LK118", "LK142"]
    assert plain(source.root) == {"e": "1", "f": "1"}
    assert source.incomplete == ("county/a.yaml", "county/b.yaml", "county/c.yaml")


def test_text_that_is_not_utf8_names_line_column_and_letter(folder: Path) -> None:
    put(folder, a__yaml=b"a: 1\r\nn\xc3\xa9e: Pe\xf1a\r\n")
    (finding,) = read("county").diagnostics
    assert (finding.spans[0].line, finding.spans[0].column) == (2, 8)
    assert "F1" in finding.message
    assert "ñ" in finding.message


def test_a_byte_order_mark_is_noted_and_moves_nothing(folder: Path) -> None:
    put(folder, a__yaml=b"\xef\xbb\xbfa: 1\n")
    source = read("county")
    assert codes(source) == ["LK112"]
    assert source.files["county/a.yaml"] == "a: 1\n"
    assert source.root.entries["a"].key.span.column == 1


def test_a_file_over_five_megabytes_is_not_read(folder: Path) -> None:
    put(folder, a__yaml=b"a: " + b"x" * 5_000_000, b__yaml=GOOD)
    source = read("county")
    assert codes(source) == ["LK108"]
    assert list(source.files) == ["county/b.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_are_refused_and_not_followed(folder: Path, tmp_path: Path) -> None:
    put(folder, program__yaml=GOOD)
    (tmp_path / "secret.yaml").write_text("secret: 1\n", encoding="utf-8")
    (folder / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "gone.yaml").symlink_to("nowhere")
    source = read("county")
    assert codes(source) == ["LK106", "LK106"]
    assert plain(source.root) == {"program": {"name": "LEAD"}}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting(folder: Path) -> None:
    put(folder, program__yaml=GOOD)
    os.mkfifo(folder / "pipe.yaml")
    assert codes(read("county")) == ["LK107"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super-user may read everything")
def test_what_may_not_be_read_is_a_finding(folder: Path) -> None:
    put(folder, program__yaml=GOOD, closed__yaml="a: 1\n")
    (folder / "closed.yaml").chmod(0)
    assert codes(read("county")) == ["LK104"]
    folder.chmod(0)
    try:
        assert codes(read("county")) == ["LK104"]
    finally:
        folder.chmod(0o700)


def test_the_digest_changes_with_every_name_and_byte(folder: Path) -> None:
    def digest(**files: str) -> str:
        for old in folder.iterdir():
            old.unlink()
        put(folder, **files)
        return read("county").digest

    seen = [
        digest(a__yaml="a: 1\n"),
        digest(a__yaml="a: 1\n "),
        digest(b__yaml="a: 1\n"),
        digest(a__yaml="a: 1\n", b__yaml=""),
        digest(a__yaml="a: 1\n", b__yml=""),
    ]
    assert len(set(seen)) == len(seen)
    assert digest(a__yaml="a: 1\n") == seen[0]
