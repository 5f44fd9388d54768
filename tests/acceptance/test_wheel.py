"""The wheel is whole: installed into an empty environment it works from any folder, with no checkout near it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.sampling import takes_long

pytestmark = takes_long

ROOT = Path(__file__).parents[2]


def _run(*command: str | Path, cwd: Path, ok: tuple[int, ...] = (0,)) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode in ok, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def leadkit(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, as it stands in an environment that holds the wheel and what it depends on."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(home)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python", "--disable-pip-version-check")
    _run(*pip, "install", "--quiet", "--no-compile", wheel, cwd=home)
    return scripts / "leadkit"


def test_it_carries_templates_law_and_programs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "leadkit/shipped/templates/documents/mou/outline.yaml",
        "leadkit/shipped/jurisdictions/example-county/program.yaml",
        "leadkit/shipped/jurisdictions/albany-ny/program.yaml",
        "leadkit/law/data/us-ny.yaml",
        "leadkit/shipped/templates/fonts/LiberationSerif-Regular.ttf",
        "leadkit/shipped/templates/jurisdiction/cookiecutter.json",
        "leadkit/shipped/templates/jurisdiction/{{cookiecutter.slug}}/.gitignore",
        "leadkit/shipped/templates/jurisdiction/{{cookiecutter.slug}}/.github/workflows/check.yml",
        "leadkit/model/fields.json",
        "leadkit/py.typed",
    ):
        assert part in names
    assert not [name for name in names if name.startswith(("tests/", "docs/", "benchmarks/"))]


def test_it_runs_from_a_folder_of_its_own(leadkit: Path, tmp_path: Path) -> None:
    assert _run(leadkit, "--version", cwd=tmp_path).startswith("leadkit")
    ask = "import leadkit.resources as r; print(r.programs()); print(r.fonts())"
    shipped, fonts = _run(leadkit.parent / "python", "-c", ask, cwd=tmp_path).split("\n")[:2]
    assert list(Path(fonts).glob("*.ttf"))
    assert Path(shipped).is_dir()
    assert not Path(shipped).is_relative_to(ROOT)
    county = Path(shipped) / "example-county"
    assert "No findings" in _run(leadkit, "check", county, cwd=tmp_path)
    assert "220.03" in _run(leadkit, "law", "show", "ny-pl-220.03", cwd=tmp_path)
    _run(leadkit, "build", county, "--document", "mou", "--format", "docx,md", "--out", "out", cwd=tmp_path)
    made = tmp_path / "out" / "example-county"
    assert (made / "mou.md").read_text(encoding="utf-8").startswith("#")
    assert zipfile.is_zipfile(made / "mou.docx")
