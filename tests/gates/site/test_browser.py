"""The site in a real browser: nothing that a program says is run, and nothing is asked of anybody else."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadkit.resources import programs
from leadkit.site.search import can_search
from leadkit.site.serving.server import SiteServer
from leadkit.site.serving.workshop import Workshop
from leadkit.site.wanted import Wanted
from leadkit.source import read
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml
from tests.site.conftest import QUIET, published
from tests.site.hostile import made_hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.gate("chromium", "python:playwright")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a hostile program beside one that is not."""
    folder = tmp_path_factory.mktemp("hostile")
    county = made_hostile(copy.deepcopy(plain(read(programs() / "example-county").root)))
    (folder / "county").mkdir()
    (folder / "county/program.yaml").write_text(to_yaml(county), encoding="utf-8")
    made = published([folder / "county", programs() / "albany-ny"], folder / "out", Wanted(search=can_search()))
    assert not made.failed, made.findings
    return folder / "out"


@pytest.fixture(scope="module")
def address(hostile: Path) -> Iterator[str]:
    """Where it is served as to whoever writes it: with the script that loads a page again."""
    with SiteServer(Workshop({}, hostile, QUIET), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_no_page_runs_what_a_program_says_or_asks_anything_of_others(
    browser: Browser, hostile: Path, address: str
) -> None:
    """The policy of the page is switched off, so that nothing but the page itself keeps a script from running."""
    context = browser.new_context(bypass_csp=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.add_init_script("window.ran = 0; window.evil = () => { window.ran += 1; };")
    page = context.new_page()
    pages = sorted(path.relative_to(hostile / "site").as_posix() for path in (hostile / "site").rglob("*.html"))
    assert len(pages) > 15
    for path in pages:
        page.goto(f"{address}/{path}")
        for handled in ("click", "error", "focus"):
            page.evaluate(
                "name => document.querySelectorAll('*').forEach(one => one.dispatchEvent(new Event(name)))", handled
            )
        assert page.evaluate("window.ran") == 0, path
    context.close()
    assert asked
    assert not [url for url in asked if not url.startswith(f"{address}/")]


def test_the_policy_of_the_page_stands_in_the_way_of_no_part_of_it(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("index.html", "compare.html", "county/who.html", "albany-ny/es/who.html"):
        page.goto(f"{address}/{path}")
    context.close()
    assert said == []
