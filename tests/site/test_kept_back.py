"""What stands where something is kept back: its name, its place and its papers give nothing of it away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from leadkit.model.load import load
from leadkit.site.composing import Composing
from leadkit.site.page import Page
from leadkit.site.papers import page_of, public_papers
from tests.site.marking import hide

MARK = "Zqx"


def _pages(folder: Path) -> tuple[Page, ...]:
    standing = load(folder).resolve()
    assert standing.program is not None
    made = Composing(standing, standing.program).composed(("en", "es"))
    assert not made.findings
    return made.pages


def test_a_program_that_keeps_its_sharing_to_itself_says_so(county: Any, put: Callable[..., Path]) -> None:
    hide(county, ("sharing",))
    privacy = next(page.text for page in _pages(put(county)) if page.address.html == "privacy.html")
    assert "It has not made them public" in privacy


def test_the_name_of_a_place_on_a_page_is_not_the_id_of_whom_it_does_not_name(
    county: Any, put: Callable[..., Path]
) -> None:
    for path in (("agencies", "harbor-treatment"), ("sharing", "outside", "landlord")):
        hide(county, path, "partners")
    privacy = [page.text for page in _pages(put(county)) if page.address.id == "privacy"]
    assert len(privacy) == 2
    for text in privacy:
        assert 'id="privacy-to-kept-back-2"' in text
        assert "harbor-treatment" not in text
        assert "landlord" not in text


def test_the_place_of_a_confidential_provider_is_on_no_page(county: Any, put: Callable[..., Path]) -> None:
    haven = county["services"]["providers"]["haven"]
    haven["areas"] = ["downtown-core"]
    haven["location"] = {"street": f"{MARK} Street 1", "city": f"{MARK}ton", "state": "WA", "visibility": "public"}
    county["open"] = {"services.providers.haven.usual_wait": {
        "why": "undecided", "question": f"How long is the wait on {MARK} Street?", "owner": "project-manager",
    }}  # fmt: skip
    folder = put(county)
    pages = _pages(folder)
    assert not [
        page.address
        for page in pages
        if MARK in page.text or any(MARK.encode() in each for each in page.files.values())
    ]
    services = next(page.text for page in pages if page.address.html == "services.html")
    assert "the place is not told" in services
    assert "360-555-0125" in services
    near = services.partition("## By Place")[2].partition("## Who Gives It")[0]
    assert "Haven House" not in near
    standing = load(folder).resolve()
    assert standing.program is not None
    made = public_papers(standing, standing.program, ["service-directory"])  # its question names the place
    assert not made.papers
    assert "services.providers.haven.usual_wait" in made.findings[0].message


def test_a_public_paper_that_prints_what_is_kept_back_is_not_published(county: Any, put: Callable[..., Path]) -> None:
    for visibility, names in (("public", ["protocol.html", "protocol.pdf"]), ("partners", [])):
        county["procedure"]["visibility"] = visibility
        standing = load(put(county)).resolve()
        assert standing.program is not None
        made = public_papers(standing, standing.program, ["protocol", "screening-form"])
        assert sorted(file.name for paper in made.papers for file in paper.files) == names
        assert [each.code for each in made.findings] == ([] if names else ["LK865"])
        page = page_of(made, standing, "", "es")
        assert (page is not None) is bool(names)
        if page is not None:
            assert all(file.sha256 in page.text for paper in made.papers for file in paper.files)
            assert 'href="../papers/protocol.pdf"' in page.text
