"""The folder that is written: it checks without errors, builds, and holds each answer as it was given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadkit.check.run import check
from leadkit.diagnostic import Severity
from leadkit.documents import build_standing
from leadkit.model.load import load
from leadkit.onboard.slug import free_slug
from leadkit.onboard.writing.folder import texts_of, write_folder
from tests.onboard.conftest import Read, draft, taken, variants


@pytest.mark.parametrize("name", ["maple", "least"])
def test_a_new_program_has_no_errors_and_builds_a_draft(
    name: str, read: Read, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = tmp_path / name
    write_folder(taken(read, request.getfixturevalue(name)), place)
    assert {found.severity for found in check(place)} <= {Severity.NOTE}
    results = build_standing(load(place).resolve(), ["mou", "eligibility-annex"], ["md"], tmp_path / "out", None)
    assert [each.part for result in results for each in result.refused if not each.part] == []
    text = (tmp_path / "out" / "mou.md").read_text(encoding="utf-8")
    assert "Decision needed" in text
    assert "How long does the agreement run?" in text
    assert "June 30, 2027" in text if name == "maple" else "due 2027" in text


def test_nothing_is_said_that_was_not_answered(read: Read, least: dict[str, Any]) -> None:
    texts = texts_of(taken(read, least))
    assert sorted(texts) == ["agreement.yaml", "open.yaml", "program.yaml"]
    assert texts["program.yaml"] == (
        "# What the program is.\nschema_version: 1\n\nprogram:\n  name: Birch Diversion Program\n  as_of: 2026-11-24\n"
        "  state: NY\n  law: us-ny\n  governments:\n    birch:\n      type: town\n      name: Town of Birch\n"
    )


def test_answers_of_every_kind_give_a_program_without_errors(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    *_, bare, every = variants(maple)
    operating = {**maple, "status": "operating"}
    for number, said in enumerate((bare, every, operating)):
        place = tmp_path / str(number)
        write_folder(taken(read, said), place)
        assert not [found for found in check(place) if found.severity is Severity.ERROR]


def test_the_same_answers_give_the_same_bytes(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    answers = taken(read, maple)
    for name in ("one", "two"):
        assert write_folder(answers, tmp_path / name)
    files = [
        {file.relative_to(place): file.read_bytes() for file in place.rglob("*") if file.is_file()}
        for place in (tmp_path / "one", tmp_path / "two")
    ]
    assert files[0] == files[1]
    assert not [data for data in files[0].values() if b"\r" in data or b"cookiecutter." in data]


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


def test_the_read_me_is_headed_by_the_program_s_name_as_text(read: Read, least: dict[str, Any], tmp_path: Path) -> None:
    for number, (name, heading) in enumerate(
        [
            ("Birch Diversion Program", "# Birch Diversion Program"),
            ("*A* [b](c) {{ cookiecutter.slug }}", r"# \*A\* \[b\](c) {{ cookiecutter.slug }}"),
        ]
    ):
        write_folder(taken(read, {**least, "name": name}), tmp_path / str(number))
        readme = (tmp_path / str(number) / "README.md").read_text(encoding="utf-8")
        assert readme.startswith(f"{heading}\n\nThis folder describes")


@pytest.mark.parametrize(
    ("stage", "title"),
    [("planning", "Memorandum of Understanding to Plan Birch"), ("operating", "Memorandum of Understanding: Birch")],
)
def test_the_title_says_what_is_agreed(stage: str, title: str, read: Read, least: dict[str, Any]) -> None:
    assert title in texts_of(taken(read, {**least, "stage": stage}))["agreement.yaml"]


def test_a_draft_that_cites_no_law_says_nothing_of_verification(
    read: Read, least: dict[str, Any], tmp_path: Path
) -> None:
    _, text = draft(read, least, tmp_path / "birch")
    assert "This is a draft for review by counsel." in text
    assert "verified" not in text
    name = "Birch Code § 1 Program"
    assert "No statute cited here has been verified." in draft(read, {**least, "name": name}, tmp_path / "code")[1]
