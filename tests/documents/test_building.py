"""Documents as files: whole or not at all, refused with a reason, the same bytes anywhere."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents import build

HERE = Path(__file__).parent
SCRIPT = """
import os, sys, time
from_now = float(os.environ.get("SECONDS_FROM_NOW", "0"))
clock = time.time
time.time = lambda: clock() + from_now
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from conftest import ON, sample
from leadkit.documents import build
from leadkit.documents.building import WRITERS
result = build(sample(from_public_sources=True), "mou", ON, list(WRITERS), Path(sys.argv[2]),
               templates=Path(sys.argv[1]) / "templates")
for file in result.files:
    print(file.format, file.sha256)
"""


@pytest.fixture
def built(program, templates, tmp_path):
    def run(document="mou", formats=("docx", "md"), out=tmp_path / "out", **changes):
        return build(program(**changes), document, date(2026, 3, 1), formats, out, templates=templates)

    return run


def test_files_are_listed_with_their_hashes(built, tmp_path):
    result = built()
    assert [each.path.name for each in result.files] == ["mou.docx", "mou.md"]
    for each in result.files:
        content = each.path.read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (each.sha256, each.size)
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["mou.docx", "mou.md"]
    assert result.refused == ()


def test_a_document_with_errors_is_refused_and_its_file_stays(built, tmp_path):
    before = built().files[1].path.read_bytes()
    result = built(open={})
    assert result.files == ()
    assert result.refused[0].part == ""
    assert "agreement.renewal" in result.refused[0].reason
    assert (tmp_path / "out" / "mou.md").read_bytes() == before


def test_refused_build_touches_nothing(built, tmp_path):
    built(open={}, out=tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_an_unknown_document_or_format_is_a_finding(built):
    for result in (built(document="muo"), built(formats=("docx", "odt"))):
        assert [each.code for each in result.diagnostics] == ["LK717"]
        assert result.files == () and len(result.refused) == 1


def test_a_place_that_cannot_be_written_is_a_finding_and_hides_no_other(built, tmp_path):
    out = tmp_path / "taken"
    (out / "mou.docx").mkdir(parents=True)
    result = built(out=out)
    assert [each.code for each in result.diagnostics] == ["LK716"]
    assert [each.format for each in result.files] == ["md"]
    assert sorted(each.name for each in out.iterdir()) == ["mou.docx", "mou.md"]


def test_a_letter_that_the_fonts_lack_refuses_the_pdf_and_no_other(built, tmp_path):
    result = built(formats=("pdf", "md"), jurisdiction="漢字 County")
    assert [each.code for each in result.diagnostics] == ["LK718", "LK718"]
    assert "漢 (U+6F22) in jurisdiction" in result.diagnostics[0].message
    assert [each.format for each in result.files] == ["md"]
    assert result.refused


def run_elsewhere(folder: Path, **environment: str) -> str:
    folder.mkdir()
    variables = {**os.environ, **environment}
    command = [sys.executable, "-c", SCRIPT, str(HERE), str(folder / "out")]
    done = subprocess.run(command, cwd=folder, env=variables, check=True, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8")


def test_same_bytes_in_another_process_on_another_day_zone_locale_folder_and_hash_seed(tmp_path):
    first = run_elsewhere(tmp_path / "one", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LANG="C", LC_ALL="C")
    second = run_elsewhere(
        tmp_path / "two", PYTHONHASHSEED="2", TZ="America/Los_Angeles", LANG="de_DE.UTF-8", LC_ALL="C.UTF-8",
        PYTHONUTF8="0", SECONDS_FROM_NOW="200000",
    )  # fmt: skip
    assert first == second
    assert [line.split()[0] for line in first.splitlines()] == ["docx", "pdf", "html", "md"]


def test_importing_the_room_brings_in_no_library():
    script = (
        "import sys, leadkit.documents, leadkit.documents.codes\n"
        "heavy = {'docx', 'jinja2', 'markdown_it', 'lxml', 'pydantic', 'typst', 'yaml'} & set(sys.modules)\n"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_markdown_alone_needs_no_word_library(tmp_path):
    script = SCRIPT.replace("list(WRITERS)", '["md"]') + "sys.exit(bool({'docx', 'typst'} & set(sys.modules)))"
    command = [sys.executable, "-c", script, str(HERE), str(tmp_path)]
    assert subprocess.run(command, capture_output=True, timeout=60).returncode == 0
