"""A corpus of mistakes: each is made in a copy of the example county, and check says that and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from leadkit.check import check
from leadkit.resources import programs

HERE = Path(__file__).parent


def _corpus() -> list[pytest.ParameterSet]:
    found = []
    for file in sorted(HERE.glob("*.yaml")):
        for name, mistake in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items():
            found.append(pytest.param(mistake, id=f"{file.stem}-{name}"))
    return found


@pytest.mark.parametrize("mistake", _corpus())
def test_a_mistake_is_found_on_its_line_and_nothing_else_is(mistake: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "county"
    shutil.copytree(programs() / "example-county", folder)
    file = folder / mistake["file"]
    text = file.read_text(encoding="utf-8")
    assert mistake["find"] in text, "the example county no longer has this line"
    file.write_text(text.replace(mistake["find"], mistake["put"], 1), encoding="utf-8", newline="\n")
    found = check(folder)
    first = next((one for one in found if one.code == mistake["code"]), None)
    assert first, [f"{one.code} {one.message}" for one in found]
    span = first.spans[0]
    line = Path(span.file).read_text(encoding="utf-8").splitlines()[span.line - 1]
    assert mistake["at"] in line
    assert mistake["says"] in f"{first.message} {first.remedy}"
    rest = {one.code for one in found if one is not first}
    assert rest == set(mistake.get("also", ())), [f"{one.code} {one.message}" for one in found]
