"""The engine in JavaScript gives the answers of the conformance corpus, in Node and in a browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import leadkit.policy
from tests.gates.browser import FLAGS
from tests.policy.conformance.writing import CORPUS

if TYPE_CHECKING:
    from playwright.sync_api import Page

ENGINE = Path(leadkit.policy.__file__).with_name("engine.js")
READER = Path(__file__).with_name("corpus.mjs")
FILES = sorted(CORPUS.glob("*.jsonl"))
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@pytest.mark.gate("node")
@each_file
def test_node_gives_the_answers_of_the_corpus(file: Path) -> None:
    script = (
        f"import {{ load }} from {json.dumps(ENGINE.as_uri())}; "
        f"import {{ differences }} from {json.dumps(READER.as_uri())}; "
        "import { readFileSync } from 'node:fs'; "
        f"console.log(JSON.stringify(differences(load, readFileSync({json.dumps(str(file))}, 'utf8'))))"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", script], check=True, capture_output=True, encoding="utf-8"
    )
    assert json.loads(done.stdout) == []


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page that has the engine, and nothing else."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page()
        for file in (ENGINE, READER):
            text = file.read_text(encoding="utf-8")
            page.add_script_tag(content=f"{text}\nObject.assign(window, {{ {_exported(text)} }});", type="module")
        yield page
        browser.close()


def _exported(text: str) -> str:
    return "load" if "export function load" in text else "differences"


@pytest.mark.gate("chromium", "python:playwright")
@each_file
def test_a_browser_gives_the_answers_of_the_corpus(file: Path, page: Page) -> None:
    assert page.evaluate("text => differences(load, text)", file.read_text(encoding="utf-8")) == []
