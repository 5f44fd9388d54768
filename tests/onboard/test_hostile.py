"""Hostile answers: no code runs, and nothing is written outside the folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leadkit.check.run import check
from leadkit.diagnostic import Severity
from leadkit.model.load import load
from leadkit.onboard.writing.folder import write_folder
from leadkit.onboard.writing.frame import render_frame
from leadkit.source.tree import plain as values
from tests.onboard.conftest import Read, taken

HOSTILE = [
    "{{ cycler.__init__.__globals__.os.system('touch ran') }}",
    "{% include '/etc/passwd' %}",
    "{{ cookiecutter.update({'slug': '../../x'}) }}",
    "../../x",
    "..\\..\\x",
    "/etc/passwd",
    "CON",
    "nul.txt",
    "on",
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
    write_folder(taken(read, maple), place)
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
