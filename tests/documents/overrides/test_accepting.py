"""What accepting writes: the merged words and the new hash, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leadkit.documents.library import load
from leadkit.documents.overrides.accepting import accept, updated
from leadkit.documents.overrides.file import parent_hash, read_override
from leadkit.documents.overrides.layer import Level, read_layer
from leadkit.documents.overrides.saving import save

OURS = '1. [#leaving-notice] A {{ term("Party") }} may leave on sixty days’ notice.\n2. It pays what it owes.\n'


@pytest.fixture
def written(tmp_path, kept):
    """Write an override into a folder on disk and read the layer back from there."""
    folder = tmp_path / "county/clauses/one"
    (folder / "parents").mkdir(parents=True)
    for name, content in kept.items():
        (folder / "parents" / name).write_bytes(content)

    def write(**files):
        for name, text in files.items():
            (folder / f"{name}.md").write_bytes(text.encode() if isinstance(text, str) else text)
        return read()

    def read():
        files = {each.name: each.read_bytes() for each in sorted(folder.glob("*.md"))}
        parents = {each.name: each.read_bytes() for each in sorted((folder / "parents").glob("*.md"))}
        return read_layer(Level.AGREEMENT, folder.as_posix(), "documents.one.overrides", files, parents)

    write.folder, write.read, write.place = folder, read, (tmp_path / "county").as_posix()
    return write


@pytest.fixture
def upgraded(root):
    """Change the library's clause on leaving."""
    file = root / "one/02-leaving.md"

    def change(old="what it owes", new="what it owes within a month"):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def test_a_merged_text_and_its_new_hash_are_written_and_every_other_byte_is_kept(root, written, upgraded, override):
    text = override("replace", "leaving", OURS, title='"Withdrawal"  # as the ordinance calls it')
    layer = written(a=b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    upgraded()
    found = accept(load("one", root, [layer]).deviations, written.place)
    assert save(found.before, found.after) is None
    now = load("one", root).clauses["leaving"]
    said = (written.folder / "a.md").read_bytes()
    changed = text.replace(layer.overrides[0].parent, parent_hash(now)).replace("owes.", "owes within a month.")
    assert said == b"\xef\xbb\xbf" + changed.replace("\n", "\r\n").encode()
    assert (written.folder / "parents" / f"leaving-{parent_hash(now)}.md").is_file()
    assert [each.stale for each in load("one", root, [written.read()]).deviations] == [False]


def test_accepting_twice_writes_nothing_more(root, written, upgraded, override):
    layer = written(a=override("replace", "leaving", OURS))
    upgraded()
    found = accept(load("one", root, [layer]).deviations, written.place)
    save(found.before, found.after)
    assert accept(load("one", root, [written.read()]).deviations, written.place).after == {}


def test_what_is_in_conflict_is_left_alone(root, written, upgraded, override):
    layer = written(a=override("replace", "leaving", OURS))
    upgraded("may leave on", "may leave this document on")
    deviations = load("one", root, [layer]).deviations
    assert [each.conflicts for each in deviations] == [True]
    assert accept(deviations, written.place).after == {}


def test_a_folder_that_is_not_the_programs_own_is_left_alone(root, written, upgraded, override):
    layer = written(a=override("replace", "leaving", OURS))
    upgraded()
    found = accept(load("one", root, [layer]).deviations, f"{written.place}-north")
    assert (found.after, found.elsewhere) == ({}, [f"{written.folder.as_posix()}/a.md"])


def test_a_field_of_the_head_that_only_repeated_the_model_goes(override):
    text = override("replace", "leaving", OURS, title="Leaving", status="default")
    old = read_override(text, "a.md")
    new = replace(old, parent="f" * 16, title=None)
    assert updated(text, old, new) == text.replace(old.parent, "f" * 16).replace("title: Leaving\n", "")


def test_the_text_that_an_override_rests_on_is_kept_where_it_was_not(root, written, override, hashes):
    for each in (written.folder / "parents").iterdir():
        each.unlink()
    layer = written(a=override("replace", "leaving", OURS))
    found = accept(load("one", root, [layer]).deviations, written.place)
    assert [path.name for path in found.after] == [f"leaving-{hashes['leaving']}.md"]


def test_a_file_with_line_breaks_of_both_kinds_is_brought_up_to_date(override):
    text = override("replace", "leaving", OURS).replace("---\n", "---\r\n", 1)
    old = read_override(text, "a.md")
    assert updated(text, old, replace(old, parent="f" * 16)) == text.replace(old.parent, "f" * 16)
