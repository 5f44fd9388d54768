"""--like takes over the shape of another program: never its agencies, its places or its people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadkit.check.run import check
from leadkit.diagnostic import Severity
from leadkit.model.load import load
from leadkit.onboard.answers.file import read_answers
from leadkit.onboard.answers.like import likeness
from leadkit.onboard.writing.folder import texts_of, write_folder
from leadkit.resources import programs
from tests.onboard.conftest import HERE

LEAST = HERE / "least.yaml"


def _texts(name: str, tmp_path: Path, **more: str) -> str:
    file = tmp_path / "answers.yaml"
    lines = [line for line in LEAST.read_text(encoding="utf-8").splitlines() if line.split(":")[0] not in more]
    file.write_text("\n".join([*lines, *(f"{key}: {value}" for key, value in more.items())]) + "\n", encoding="utf-8")
    answers = read_answers(file, "answers.yaml", likeness(name)).answers
    assert answers is not None
    write_folder(answers, tmp_path / "new")
    assert not [one for one in check(tmp_path / "new") if one.severity is Severity.ERROR]
    return "\n".join(texts_of(answers).values())


def test_the_shape_is_taken_over(tmp_path: Path) -> None:
    text = _texts("example-county", tmp_path)
    for word in ("arrest_diversion", "community_referral", "Policy Coordinating Group"):
        assert word in text


def test_what_the_partners_must_agree_on_is_not_taken_over_into_a_file(tmp_path: Path) -> None:
    like = likeness("example-county")
    taken = read_answers(LEAST, "least.yaml", like).taken
    assert set(dict(taken)) == {"pathways", "policy_group", "work_group", "community_team"}
    assert {"principles", "population", "unit_of_decision", "several_charges", "stage"} <= set(like.said)
    opened = _texts("example-county", tmp_path)
    assert "never_worse_off" not in opened
    assert "To which principles does the program commit itself?" in opened


@pytest.mark.parametrize("name", ["example-county", "albany-ny", "santa-fe-nm", "seattle-king-wa"])
def test_no_name_of_the_other_program_is(name: str, tmp_path: Path) -> None:
    text = _texts(name, tmp_path)
    program = load(programs() / name).resolve().program
    assert program is not None
    names = [program.program.name, *(one.name for one in program.program.governments.values())]
    names += [one.name for one in program.areas.values()]
    for agency in program.agencies.values():
        names += [agency.legal_name, agency.name or agency.legal_name]
    assert names
    assert not [one for one in names if one in text]


def test_offences_of_the_same_state_are_taken_over(tmp_path: Path) -> None:
    text = _texts("example-county", tmp_path, state="WA")
    assert "law: wa-69.50.4013" in text
    assert "smc-" not in text


def test_offences_of_another_state_are_not_taken_over(tmp_path: Path) -> None:
    assert "wa-69.50" not in _texts("example-county", tmp_path)


def test_what_is_answered_or_undecided_stands(tmp_path: Path) -> None:
    text = _texts("example-county", tmp_path, population="youth", pathways="undecided", stage="planning")
    assert "population: youth" in text
    assert "arrest_diversion" not in text
    assert "stage: planning" in text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [("albny-ny", "Did you mean albany-ny"), ("elsewhere", "Name a folder, or one of albany-ny")],
)
def test_a_program_that_is_not_there_is_said(asked: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        likeness(asked)


def test_a_folder_can_be_the_model(tmp_path: Path) -> None:
    answers: Any = read_answers(HERE / "maple.yaml", "maple.yaml").answers
    write_folder(answers, tmp_path / "maple")
    like = likeness(str(tmp_path / "maple"))
    assert like.said["principles"] == ("voluntary", "harm_reduction", "no_immunity", "non_displacement")
    assert like.kinds["police"] == "police, sheriff"
    (tmp_path / "maple" / "program.yaml").unlink()
    with pytest.raises(ValueError, match=r"^the program .* cannot be read"):
        likeness(str(tmp_path / "maple"))
