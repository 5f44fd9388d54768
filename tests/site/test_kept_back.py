"""What a program keeps back of its procedure, its sharing and its figures is on no page, in no picture and no paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import load
from leadkit.site.composing import Composing
from leadkit.site.page import Page
from leadkit.site.papers import page_of, public_papers
from tests.sampling import sampled

MARK = "Zqx"
SENTENCES = (
    "title", "label", "name", "action", "failure", "fallback", "what_counts", "paperwork", "definition", "statement",
    "reason", "instead", "duty", "unless", "refusal_explained", "attempts", "brief_first", "remark", "graduation_text",
    "meeting_note", "how_to_attend", "effect_text", "summary", "crisis_communication", "question",
)  # fmt: skip
"""Fields of the program's own words; a word of a list of choices stands under none of them."""
COLLECTIONS = (
    "procedure.steps", "procedure.handoff", "procedure.charge_handling", "sharing.flows", "sharing.never",
    "sharing.releases", "sharing.prohibited", "sharing.exceptions", "measures.indicators", "measures.reports",
    "measures.evaluation.findings", "governance.bodies", "services.providers",
)  # fmt: skip
SECTIONS = ("procedure", "sharing", "measures", "governance", "services")


def _at(county: Any, path: str) -> Any:
    for step in path.split("."):
        county = county[step]
    return county


def _marked(value: Any) -> Iterator[str]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in list(items):
        if isinstance(each, str) and key in SENTENCES:
            value[key] = f"{MARK}{key} {each}"
            yield value[key]
        else:
            yield from _marked(each)


def _pages(folder: Path) -> tuple[Page, ...]:
    standing = load(folder).resolve()
    assert standing.program is not None
    made = Composing(standing, standing.program).composed(("en", "es"))
    assert not made.findings
    return made.pages


def _telling(pages: tuple[Page, ...]) -> list[str]:
    """The pages that tell of what is marked, themselves or in a picture."""
    return [
        page.address.html
        for page in pages
        if MARK in page.text + page.description or any(MARK.encode() in each for each in page.files.values())
    ]


@pytest.mark.parametrize("kept", sampled(COLLECTIONS, 7))
def test_a_member_that_is_kept_back_is_on_no_page(kept: str, county: Any, put: Callable[..., Path]) -> None:
    for member in _at(county, kept).values():
        member["visibility"] = "partners"
    assert [*_marked(_at(county, kept))] or kept in ("sharing.flows", "services.providers")
    assert not _telling(_pages(put(county)))


@pytest.mark.parametrize("kept", sampled(SECTIONS, 2))
def test_a_section_that_is_kept_back_is_on_no_page(kept: str, county: Any, put: Callable[..., Path]) -> None:
    county[kept]["visibility"] = "internal"
    assert [*_marked(county[kept])]
    pages = _pages(put(county))
    assert not _telling(pages)
    if kept == "sharing":
        privacy = next(page.text for page in pages if page.address.html == "privacy.html")
        assert "It has not made them public" in privacy


def test_the_name_of_a_place_on_a_page_is_not_the_id_of_whom_it_does_not_name(
    county: Any, put: Callable[..., Path]
) -> None:
    for where, id_ in (("agencies", "harbor-treatment"), ("sharing.outside", "landlord")):
        _at(county, where)[id_]["visibility"] = "partners"
    privacy = [page.text for page in _pages(put(county)) if page.address.id == "privacy"]
    assert len(privacy) == 2
    for text in privacy:
        assert 'id="privacy-to-kept-back-2"' in text
        assert "harbor-treatment" not in text
        assert "landlord" not in text


def test_what_is_marked_is_told_where_it_is_public(county: Any, put: Callable[..., Path]) -> None:
    for path in COLLECTIONS:
        list(_marked(_at(county, path)))
    told = {page.removeprefix("es/") for page in _telling(_pages(put(county)))}
    assert told >= {"how.html", "privacy.html", "results.html", "governance.html", "services.html"}


def test_the_place_of_a_confidential_provider_is_on_no_page(county: Any, put: Callable[..., Path]) -> None:
    haven = county["services"]["providers"]["haven"]
    haven["areas"] = ["downtown-core"]
    haven["location"] = {"street": f"{MARK} Street 1", "city": f"{MARK}ton", "state": "WA", "visibility": "public"}
    county["open"] = {"services.providers.haven.usual_wait": {
        "why": "undecided", "question": f"How long is the wait on {MARK} Street?", "owner": "project-manager",
    }}  # fmt: skip
    folder = put(county)
    pages = _pages(folder)
    assert not _telling(pages)
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
