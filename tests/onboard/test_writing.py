"""The folder that is written: it checks without errors, builds, and holds each answer as it was given."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from leadkit.check.run import check
from leadkit.diagnostic import Severity
from leadkit.documents import build_standing
from leadkit.model.load import load
from leadkit.model.paths import annotation_at
from leadkit.model.pathways.kinds import PathwayKind
from leadkit.model.program.kinds import GovernmentType
from leadkit.model.root import Program
from leadkit.onboard.answers.answers import Answers
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.slug import free_slug
from leadkit.onboard.writing import folder
from leadkit.onboard.writing.folder import texts_of, write_folder
from leadkit.onboard.writing.frame import render_frame
from leadkit.onboard.writing.undecided import UNDECIDED
from leadkit.source.tree import plain as values
from tests.onboard.conftest import Read


def _taken(read: Read, said: Any) -> Answers:
    reading = read(said)
    assert reading.answers is not None, reading.diagnostics
    return reading.answers


@pytest.mark.parametrize("name", ["maple", "least"])
def test_a_new_program_has_no_errors_and_builds_a_draft(
    name: str, read: Read, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = tmp_path / name
    write_folder(_taken(read, request.getfixturevalue(name)), place)
    assert {found.severity for found in check(place)} <= {Severity.NOTE}
    results = build_standing(load(place).resolve(), ["mou", "eligibility-annex"], ["md"], tmp_path / "out", None)
    assert [each.part for result in results for each in result.refused if not each.part] == []
    text = (tmp_path / "out" / "mou.md").read_text(encoding="utf-8")
    assert "Decision needed" in text
    assert "How long does the agreement run?" in text
    assert "June 30, 2027" in text if name == "maple" else "due 2027" in text


def test_nothing_is_said_that_was_not_answered(read: Read, least: dict[str, Any]) -> None:
    texts = texts_of(_taken(read, least))
    assert sorted(texts) == ["agreement.yaml", "open.yaml", "program.yaml"]
    assert texts["program.yaml"] == (
        "# What the program is.\nschema_version: 1\n\nprogram:\n  name: Birch Diversion Program\n  as_of: 2026-11-24\n"
        "  state: NY\n  law: us-ny\n  governments:\n    birch:\n      type: town\n      name: Town of Birch\n"
    )


def test_whatever_is_left_open_has_an_owner_and_a_date(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    write_folder(_taken(read, maple), tmp_path / "maple")
    program = load(tmp_path / "maple").resolve().program
    assert program is not None
    assert {entry.why for entry in program.open.values()} == {"undecided"}
    assert {(entry.owner, str(entry.due)) for entry in program.open.values() if entry.why == "undecided"} == {
        ("County counsel", "2027-06-30"),
        ("Planning group", "2027-06-30"),
    }
    members = program.open["governance.bodies.policy-coordinating-group.members"]
    assert members.why == "undecided"
    assert members.question == "Who sits on the Policy Coordinating Group?"


def _draft(read: Read, said: Any, place: Path) -> tuple[dict[str, Any], str]:
    """What is open in a new program, and its memorandum."""
    write_folder(_taken(read, said), place)
    assert {found.severity for found in check(place)} <= {Severity.NOTE}
    standing = load(place).resolve()
    assert standing.program is not None
    build_standing(standing, ["mou"], ["md"], place.parent / "out", None)
    return dict(standing.program.open), (place.parent / "out" / "mou.md").read_text(encoding="utf-8")


def test_a_government_that_may_sign_is_asked_about_with_whoever_relies_on_it(
    read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    maple["governments"]["maple-county"]["signs"] = "undecided"
    maple["police"]["sheriff"] |= {"government": "maple-county", "signs": "no"}
    found, text = _draft(read, maple, tmp_path / "maple")
    entry = found["agreement.roll_complete"]
    assert (entry.owner, str(entry.due)) == ("County counsel", "2027-06-30")
    assert entry.remark.startswith("It is undecided whether Maple County signs; until it does, nobody signs for Maple")
    assert "It is undecided whether Maple County signs; until it does" in text
    assert "Who else signs the agreement?" in text
    assert found["agencies.*.can_sign"].why == "undecided"


def test_where_no_party_is_known_the_question_who_joins_says_who_is_in_doubt(
    read: Read, least: dict[str, Any], tmp_path: Path
) -> None:
    found, text = _draft(read, least, tmp_path / "birch")
    assert found["agreement.parties"].remark == "It is undecided whether Town of Birch signs."
    assert "agreement.roll_complete" not in found
    assert "It is undecided whether Town of Birch signs." in text


@pytest.mark.parametrize(
    ("group", "role", "asks"),
    [
        ("police", "referring-agency", "Whose officers refer people?"),
        ("prosecutors", "charging", "Which office decides on charges?"),
        ("defenders", "defense", "Who defends people who cannot pay a lawyer?"),
        ("case_management", "case-management", "Who provides case management?"),
        ("project_management", "project-manager", "Who hosts project management?"),
    ],
)
def test_a_part_that_nobody_plays_is_a_question(
    group: str, role: str, asks: str, read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    if group != "project_management":
        maple["project_management"] = "undecided"
    maple[group] = "undecided"
    found, text = _draft(read, maple, tmp_path / "maple")
    entry = found[f"roles.{role}"]
    assert (entry.question, entry.owner, str(entry.due)) == (asks, "Planning group", "2027-06-30")
    assert f"> {asks}" in text


def test_a_part_that_somebody_plays_is_no_question(read: Read, maple: dict[str, Any]) -> None:
    assert "roles.defense:" not in texts_of(_taken(read, maple))["open.yaml"]


def _variants(maple: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Answers from which one is missing, and answers of every kind."""
    for question in QUESTIONS:
        if not question.required:
            yield {name: said for name, said in maple.items() if name != question.name and name != "project_management"}
    bare = deepcopy(maple)
    for group in ("governments", "areas", "police", "prosecutors", "defenders", "case_management", "local_offences"):
        needed = {"name", "type", "kind", "citation", "title", "signs"}
        bare[group] = {
            key: {field: said for field, said in entry.items() if field in needed} for key, entry in bare[group].items()
        }
    yield bare
    every = deepcopy(maple)
    every["pathways"] = [kind.value for kind in PathwayKind]
    for kind in GovernmentType:
        every["governments"][f"g-{kind.value}"] = {"name": f"The {kind.value}", "type": kind.value, "signs": "yes"}
    every["partners"]["library"] = {"name": "Library", "type": "other"}
    for letter in "ab":
        every["prosecutors"]["p" * 69 + letter] = {"name": f"Office {letter}", "type": "prosecutor_all"}
    every["project_management"] = ["health", "hopeworks"]
    yield every


def test_every_gap_has_a_question(read: Read, maple: dict[str, Any]) -> None:
    for said in _variants(maple):
        assert "open.yaml" in texts_of(_taken(read, said))


def test_answers_of_every_kind_give_a_program_without_errors(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    *_, bare, every = _variants(maple)
    operating = {**maple, "status": "operating"}
    for number, said in enumerate((bare, every, operating)):
        place = tmp_path / str(number)
        write_folder(_taken(read, said), place)
        assert not [found for found in check(place) if found.severity is Severity.ERROR]


@pytest.mark.parametrize("path", UNDECIDED)
def test_every_question_is_about_a_field_of_the_model(path: str) -> None:
    steps = path.split(".")
    kinds = ["arrest_diversion", "social_contact", "community_referral"]
    kinds += ["project_manager", "charging_authority"] if steps[0] == "roles" else []
    tried = [[*steps[:2], kind, *steps[2:]] for kind in kinds] if "*" in steps else []
    assert any(annotation_at(Program, each) is not None for each in [steps, *tried])
    assert UNDECIDED[path].asks.endswith("?")


def test_the_same_answers_give_the_same_bytes(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    answers = _taken(read, maple)
    for name in ("one", "two"):
        assert write_folder(answers, tmp_path / name)
    files = [
        {file.relative_to(place): file.read_bytes() for file in place.rglob("*") if file.is_file()}
        for place in (tmp_path / "one", tmp_path / "two")
    ]
    assert files[0] == files[1]
    assert not [data for data in files[0].values() if b"\r" in data or b"cookiecutter." in data]


HOSTILE = [
    "{{ cycler.__init__.__globals__.os.system('touch ran') }}",
    "{% include '/etc/passwd' %}",
    "{{ cookiecutter.update({'slug': '../../x'}) }}",
    "../../x",
    "..\\..\\x",
    "/etc/passwd",
    "CON",
    "nul.txt",
    "yes",
    "~",
    "null",
    "2026-11-24",
    "&a [*b, {c: !!python/object d}] # e",
    "- a: b",
    "'\"`$(touch ran)`\"'",
    "<script>alert(1)</script>",
    "# *bold* [x](y) | # §",
    "Peña 北京 😀",
    "{name}",
    "x" * 300,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_hostile_text_is_text(text: str, read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    maple |= {"name": text, "counsel": text, "policy_group": text}
    maple["governments"]["maple-county"] |= {"name": text, "governing_body": text, "signatory": text}
    maple["police"]["sheriff"]["name"] = text
    maple["local_offences"]["mf-9.20"] |= {"citation": text, "title": text}
    place = tmp_path / "desk" / "maple"
    place.parent.mkdir()
    write_folder(_taken(read, maple), place)
    jurisdiction = load(place)
    assert not jurisdiction.source.diagnostics
    said: Any = values(jurisdiction.source.root)
    assert said["program"]["name"] == said["governance"]["bodies"]["policy-coordinating-group"]["local_name"] == text
    assert said["program"]["governments"]["maple-county"]["governing_body"] == text
    assert said["agencies"]["sheriff"]["legal_name"] == said["law"]["local"]["mf-9.20"]["title"] == text
    assert said["open"]["agreement.term"]["owner"] == text
    assert not [found for found in check(place) if found.severity is Severity.ERROR]
    assert [entry.name for entry in place.parent.iterdir()] == ["maple"]
    assert not list(tmp_path.rglob("ran*"))


SCRIPT = """
import sys
from pathlib import Path
from leadkit.onboard.answers.file import read_answers
from leadkit.onboard.writing.folder import write_folder
answers = read_answers(Path("answers.json"), "answers.json").answers
print(*write_folder(answers, Path("maple")), sep="\\n")
"""


def test_nothing_is_written_into_the_home_folder_and_no_configuration_is_read(
    maple: dict[str, Any], tmp_path: Path
) -> None:
    home, desk = tmp_path / "home", tmp_path / "desk"
    home.mkdir()
    desk.mkdir()
    (home / ".cookiecutterrc").write_text(
        "default_context: {slug: '{{ cycler.__init__.__globals__.os.mkdir(\"ran\") }}'}\n"
    )
    (desk / "answers.json").write_text(json.dumps({**maple, "name": HOSTILE[0]}), encoding="utf-8")
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home)}
    environment["COOKIECUTTER_CONFIG"] = str(home / ".cookiecutterrc")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=desk, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "program.yaml" in done.stdout
    assert [entry.name for entry in home.iterdir()] == [".cookiecutterrc"]
    assert sorted(entry.name for entry in desk.iterdir()) == ["answers.json", "maple"]


@pytest.mark.parametrize("slug", ["../x", "{{ 1 }}", "", "A", "a--b", "a/b", "a\n"])
def test_the_template_engine_is_given_slugs_only(slug: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        render_frame(slug, tmp_path, tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Maple County", "maple-county"),
        ("../../x", "x"),
        ("CON", "entry-con"),
        ("X-Ray Clinic", "entry-x-ray-clinic"),
        ("北京", "program"),
        ("Doña Ana", "dona-ana"),
        ("a" * 90, "a" * 60),
    ],
)
def test_a_name_becomes_a_slug(name: str, slug: str) -> None:
    assert free_slug(name) == slug
    assert free_slug(name, {slug}) == f"{slug}-2"


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
    answers, place = _taken(read, least), tmp_path / "desk" / "birch"
    place.parent.mkdir()
    if there:
        place.mkdir()
    real, seen = folder._copied, iter(range(9))

    def fail(*_: Path) -> Path:
        raise trouble

    monkeypatch.setattr(folder.Path, "rename", fail)
    monkeypatch.setattr(folder, "_copied", lambda *both: real(*both) if next(seen) < 4 else fail())
    with pytest.raises(trouble):
        write_folder(answers, place)
    assert list(place.parent.iterdir()) == ([place] if there else [])
    assert not there or not list(place.iterdir())


def test_the_read_me_is_headed_by_the_program_s_name_as_text(read: Read, least: dict[str, Any], tmp_path: Path) -> None:
    for number, (name, heading) in enumerate(
        [
            ("Birch Diversion Program", "# Birch Diversion Program"),
            ("*A* [b](c) {{ cookiecutter.slug }}", r"# \*A\* \[b\](c) {{ cookiecutter.slug }}"),
        ]
    ):
        write_folder(_taken(read, {**least, "name": name}), tmp_path / str(number))
        readme = (tmp_path / str(number) / "README.md").read_text(encoding="utf-8")
        assert readme.startswith(f"{heading}\n\nThis folder describes")


@pytest.mark.parametrize(
    ("stage", "title"),
    [("planning", "Memorandum of Understanding to Plan Birch"), ("operating", "Memorandum of Understanding: Birch")],
)
def test_the_title_says_what_is_agreed(stage: str, title: str, read: Read, least: dict[str, Any]) -> None:
    assert title in texts_of(_taken(read, {**least, "stage": stage}))["agreement.yaml"]


def test_a_draft_that_cites_no_law_says_nothing_of_verification(
    read: Read, least: dict[str, Any], tmp_path: Path
) -> None:
    _, text = _draft(read, least, tmp_path / "birch")
    assert "This is a draft for review by counsel." in text
    assert "verified" not in text
    name = "Birch Code § 1 Program"
    assert "No statute cited here has been verified." in _draft(read, {**least, "name": name}, tmp_path / "code")[1]


def test_an_empty_folder_is_filled_and_stays_the_same_folder(read: Read, least: dict[str, Any], tmp_path: Path) -> None:
    place = tmp_path / "birch"
    place.mkdir()
    before = place.stat().st_ino
    write_folder(_taken(read, least), place)
    assert place.stat().st_ino == before
    assert (place / ".github" / "workflows" / "check.yml").is_file()


@pytest.mark.parametrize("there", [True, False])
def test_what_comes_into_the_place_meanwhile_stays(
    there: bool, read: Read, least: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, place = _taken(read, least), tmp_path / "birch"
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
    answers, real, place = _taken(read, least), Path.read_bytes, tmp_path / "birch"
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
