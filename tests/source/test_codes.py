"""Every code says the truth: its wrong example has the finding, its right one has none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from leadkit.diagnostic import Code
from leadkit.source import Source, read
from leadkit.source.codes import CODES

SHOWN = [code for code in CODES if not code.wrong.startswith("(")]


def read_example(text: str, folder: Path) -> Source:
    base = folder / "state-model"
    base.mkdir()
    (base / "all.yaml").write_text("schema_version: 1\nagencies:\n  police: {name: City Police}\n", encoding="utf-8")
    (folder / "county").mkdir()
    (folder / "county" / "program.yaml").write_text(text + "\n", encoding="utf-8", newline="")
    return read(folder / "county")


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_the_wrong_example_has_the_finding_and_no_other(code: Code, tmp_path: Path) -> None:
    assert {finding.code for finding in read_example(code.wrong, tmp_path).diagnostics} == {code.code}


@pytest.mark.parametrize("code", [code for code in CODES if not code.right.startswith("(")], ids=lambda code: code.code)
def test_the_right_example_is_clean(code: Code, tmp_path: Path) -> None:
    assert not read_example(code.right, tmp_path).diagnostics


def test_most_codes_are_shown_as_yaml() -> None:
    assert len(SHOWN) > len(CODES) / 2


def test_codes_are_unique_in_order_and_of_this_family() -> None:
    numbers = [code.code for code in CODES]
    assert numbers == sorted(set(numbers))
    assert all(number.startswith("LK1") and len(number) == 5 for number in numbers)
    assert len({code.name for code in CODES}) == len(CODES)
    assert all(code.summary and code.why and code.wrong and code.right for code in CODES)


def test_the_texts_come_without_pyyaml_and_without_the_reader() -> None:
    heavy = "{'yaml', 'subprocess', 'hashlib'}"
    code = f"import sys, leadkit.source.codes; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
