"""One slip in a name is one finding: nothing that only follows from it is found besides."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.model.root import Program
from leadkit.resources import programs
from tests.sampling import sampled

COUNTY = programs() / "example-county"


def _sections() -> list[tuple[str, str]]:
    """Each section of the example county with its file; a program need not be complete, so some are not there."""
    texts = [(file.name, file.read_text(encoding="utf-8")) for file in sorted(COUNTY.glob("*.yaml"))]
    return [(name, file) for name in Program.model_fields for file, text in texts if f"\n{name}:" in f"\n{text}"]


@pytest.mark.parametrize(("section", "file"), sampled(_sections(), one_in=2))
def test_a_misspelt_section_is_all_that_is_found(section: str, file: str, tmp_path: Path) -> None:
    folder = tmp_path / "county"
    shutil.copytree(COUNTY, folder)
    text = (folder / file).read_text(encoding="utf-8")
    slip = f"{section[:-2]}{section[-1]}:" if len(section) > 4 else f"{section[:-1]}:"
    written = re.sub(rf"^{section}:", slip, text, flags=re.M)
    (folder / file).write_text(written, encoding="utf-8")
    assert [(one.code, one.remedy) for one in check(folder)] == [("LK207", f'Did you mean "{section}"?')]
