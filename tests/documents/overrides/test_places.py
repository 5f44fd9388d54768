"""Where a program's overrides are found: beside the file that names them, in its bases, and in git."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date

import pytest

from leadkit.documents.overrides.file import OverrideKind
from leadkit.documents.overrides.homes import home_of
from leadkit.documents.overrides.making import Asked, make_override
from leadkit.documents.overrides.places import layers_of
from leadkit.documents.paper import papers_of
from leadkit.model.load import load

PROGRAM = """schema_version: 1
program: {name: Sampleton LEAD, state: NY, clauses: clauses}
documents:
  mou: {kind: mou, audience: public, status: draft, overrides: own/mou}
  policy: {kind: police_policy, audience: public, status: draft}
"""
HEAD = "---\noverride: remove\ntarget: {}\nparent: 0123456789abcdef\nby: Counsel\non: 2026-01-15\nreason: Ours.\n---\n"


@pytest.fixture
def county(tmp_path):
    """A program with clauses of its own, and a way to write further files into it."""
    folder = tmp_path / "county"

    def write(name, text, within=folder):
        file = within / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return folder

    write("program.yaml", PROGRAM)
    write("clauses/mou/a.md", HEAD.format("disputes"))
    write("clauses/mou/parents/disputes-0123456789abcdef.md", "---\nid: disputes\ntitle: D\n---\nText.\n")
    write("own/mou/b.md", HEAD.format("labor"))
    write.folder = folder
    return write


def layers(place, document="mou", states=None):
    standing = load(place).resolve()
    paper = next(each for each in papers_of(standing.program.documents) if each.id == document)
    return layers_of(standing, paper, states)


def told(found):
    return [(each.level, each.cause, [one.target for one in each.overrides]) for each in found]


def test_the_jurisdiction_comes_before_the_document(county):
    found = layers(county.folder)
    assert told(found) == [
        ("jurisdiction", "program.clauses", ["disputes"]),
        ("agreement", "documents.mou.overrides", ["labor"]),
    ]
    assert list(found[0].parents) == ["disputes-0123456789abcdef"]
    assert found[0].overrides[0].file == f"{county.folder.as_posix()}/clauses/mou/a.md"
    assert not any(each.diagnostics for each in found)


def test_a_kind_without_a_folder_has_no_layer(county):
    assert layers(county.folder, "policy") == ()


def test_a_folder_that_two_fields_name_counts_once(county):
    county("program.yaml", PROGRAM.replace("own/mou", "clauses/mou"))
    assert told(layers(county.folder)) == [("jurisdiction", "program.clauses", ["disputes"])]


def test_the_pack_of_the_state_is_the_lowest(county, tmp_path):
    county("us-ny/mou/vote.md", HEAD.format("binding"), tmp_path / "states")
    county("us-wa/mou/vote.md", HEAD.format("binding"), tmp_path / "states")
    assert told(layers(county.folder, states=tmp_path / "states"))[0] == ("state", "program.state", ["binding"])


def test_a_base_comes_before_what_extends_it(county, tmp_path):
    base = tmp_path / "base"
    county("program.yaml", "base: yes\n" + PROGRAM, base)
    county("clauses/mou/a.md", HEAD.format("insurance"), base)
    county("own/mou/c.md", HEAD.format("term"), base)
    county("program.yaml", "extends: ../base\nchange:\n  program: {clauses: 'clauses'}\n")
    found = layers(county.folder)
    assert told(found) == [
        ("jurisdiction", "program.clauses", ["insurance"]),
        ("jurisdiction", "program.clauses", ["disputes"]),
        ("agreement", "documents.mou.overrides", ["term"]),
    ]
    assert found[0].folder == f"{tmp_path.as_posix()}/base/clauses/mou"


def test_a_folder_in_git_is_read_from_its_revision(county, monkeypatch):
    folder = county.folder
    author = ["-c", "user.name=A", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    shutil.rmtree(folder / "clauses")
    monkeypatch.chdir(folder)
    found = layers("git:HEAD:.")
    assert [one[2] for one in told(found)] == [["disputes"], ["labor"]]
    assert list(found[0].parents) == ["disputes-0123456789abcdef"]
    assert layers(folder)[0].diagnostics[0].code == "LK731"


def test_a_link_is_not_followed(county):
    (county.folder / "own/mou/b.md").rename(county.folder / "b.md")
    (county.folder / "own/mou/b.md").symlink_to(county.folder / "b.md")
    shutil.move(county.folder / "clauses", county.folder / "elsewhere")
    (county.folder / "clauses").symlink_to(county.folder / "elsewhere", target_is_directory=True)
    found = layers(county.folder)
    assert not any(each.overrides for each in found)
    assert ["link" in one.message for each in found for one in each.diagnostics] == [True, True]


def test_what_systems_leave_behind_is_no_override(county):
    for name in (".DS_Store", "~$a.md", "Thumbs.db"):
        county(f"own/mou/{name}", "x")
    assert layers(county.folder)[1].diagnostics == ()
    county("own/mou/note.txt", "x")
    assert [each.code for each in layers(county.folder)[1].diagnostics] == ["LK731"]


def test_a_folder_that_only_a_base_names_has_to_be_named_again(county, tmp_path):
    """What the base names counts from its own folder: an override beside the program would be read by nobody."""
    county("program.yaml", "base: yes\n" + PROGRAM, tmp_path / "base")
    jurisdiction = load(county("program.yaml", "extends: ../base\n"))
    papers = {each.id: each for each in papers_of(jurisdiction.resolve().program.documents)}
    listed, policy = papers["mou"], papers["policy"]
    homes = [home_of(jurisdiction, each) for each in (listed, policy)]
    assert [(each.folder, each.cause, each.value, each.is_named, each.edit) for each in homes] == [
        ("own/mou", "documents.mou.overrides", "own/mou", False, None),
        ("clauses/police-policy", "program.clauses", "clauses", False, None),
    ]
    asked = Asked(OverrideKind.REMOVE, "disputes", "Counsel", date(2026, 1, 15), "Ours.")
    made = make_override(jurisdiction, listed, asked)
    assert (made.where, made.line, made.added) == ("documents.mou", "overrides: own/mou", False)
