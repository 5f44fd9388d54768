"""The pages of the shipped programs: numbers as in the papers, words that are read easily, and all in Spanish."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import leadkit.model
from leadkit.documents import compose_standing
from leadkit.documents.library import document_ids
from leadkit.documents.reading import hard_to_read
from leadkit.documents.template.phrases import read_phrases
from leadkit.documents.template.words import cardinal
from leadkit.documents.tree.blocks import Box, BoxKind
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Text, Value
from leadkit.documents.tree.trace import walk
from leadkit.model.load import load
from leadkit.model.standing import Standing
from leadkit.resources import programs
from leadkit.site.composing import Composing, pages_root
from leadkit.site.page import PAGES
from tests.sampling import takes_long
from tests.site.scenarios import PROGRAMS

PAPERS = (
    "eligibility-annex", "referral-protocol", "sharing-annex", "governance-charter", "service-directory",
    "measures-annex", "participant-rights", "mou",
)  # fmt: skip
_ENGLISH = re.compile(r"\b(?:the|of|with|and|not|only|within|for|from|none|per)\b", re.IGNORECASE)
_NUMBERS = {cardinal(number): str(number) for number in range(1, 100)}
_NUMBER = re.compile("|".join([*sorted(_NUMBERS, key=len, reverse=True), r"\d[\d,.]*\d|\d"]))


@cache
def _standing(name: str) -> Standing:
    return load(programs() / name).resolve()


@cache
def _pages(name: str, language: str) -> dict[str, Document]:
    standing = _standing(name)
    assert standing.program is not None
    composing = Composing(standing, standing.program)
    made = {id_: composing.document(id_, language) for id_ in PAGES if id_ in document_ids(pages_root())}
    return {id_: one for id_, one in made.items() if one is not None}


def _numbers(text: str) -> frozenset[str]:
    """The numbers that a text says, in figures or in words."""
    return frozenset(_NUMBERS.get(each, each) for each in _NUMBER.findall(text.lower()))


def _said(document: Document) -> dict[str, frozenset[str]]:
    """The numbers that a document says of each field."""
    found: dict[str, frozenset[str]] = {}
    for node in walk(document):
        if isinstance(node, Value) and not node.path.endswith(".sources") and (numbers := _numbers(node.text)):
            found[node.path] = found.get(node.path, frozenset()) | numbers
    return found


@takes_long
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_page_says_the_numbers_of_the_paper(name: str) -> None:
    pages = [_said(page) for page in _pages(name, "en").values()]
    papers = [_said(each) for kind in PAPERS if (each := _paper(name, kind)) is not None]
    compared = 0
    for page in pages:
        for paper in papers:
            both = page.keys() & paper.keys()
            assert {path: page[path] for path in both} == {path: paper[path] for path in both}
            compared += len(both)
    assert compared > (40 if name == "example-county" else 2)


def _paper(name: str, kind: str) -> Document | None:
    standing = _standing(name)
    settings = standing.program.documents if standing.program else {}
    called = [
        id_ for id_, each in settings.items() if each.kind.replace("_", "-") == kind and each.generate is not False
    ]
    return compose_standing(standing, called[0] if called else kind).document


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("page", ["privacy", "services"])
def test_what_addresses_a_person_is_read_with_eight_years_of_school(name: str, page: str) -> None:
    document = _pages(name, "en").get(page)
    if document is not None:
        assert not [each.message for each in hard_to_read(document, 8, "")]


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_page_is_in_spanish_and_what_is_not_is_marked(name: str) -> None:
    pages = _pages(name, "es")
    assert pages.keys() == _pages(name, "en").keys()
    assert {page.language for page in pages.values()} == {"es"}
    unmarked = {
        (id_, node.text)
        for id_, page in pages.items()
        for node in walk(page.articles)
        if isinstance(node, Text | Value) and not node.language and _ENGLISH.search(node.text)
    }
    assert not unmarked


@pytest.mark.parametrize("language", ["en", "es"])
def test_bodies_of_which_no_more_is_known_than_the_name_have_their_page(
    county: Any, put: Callable[..., Path], language: str
) -> None:
    bodies = county["governance"]["bodies"]
    county["governance"]["bodies"] = {
        id_: {"kind": one["kind"], "local_name": one["local_name"]} for id_, one in bodies.items()
    }
    standing = load(put(county)).resolve()
    assert standing.program is not None
    page = Composing(standing, standing.program).document("governance", language)
    assert page is not None
    assert {one["local_name"] for one in bodies.values()} <= {
        node.text for node in walk(page) if isinstance(node, Value)
    }


@pytest.mark.parametrize("page", document_ids(pages_root()))
def test_both_languages_have_phrases_for_the_same_words(page: str) -> None:
    own = pages_root() / page / "phrases.yaml"
    if not own.exists():
        return
    spanish = own.parent / "es" / own.name
    english, other = (
        {name: set(words) for name, words in read_phrases(each.read_text(encoding="utf-8"), str(each)).items()}
        for each in (own, spanish)
    )
    assert english.items() <= other.items()


_OF_NO_ENUM = {"ground", "otherwise", "part"}
"""Kinds of a basis, what follows without the word for nothing, and the sections."""


@pytest.mark.parametrize("page", document_ids(pages_root()))
def test_the_words_of_a_list_are_those_of_the_model(page: str) -> None:
    for each in pkgutil.walk_packages(leadkit.model.__path__, "leadkit.model."):
        importlib.import_module(each.name)
    known = {frozenset(map(str, each)) for each in _below(StrEnum)}
    own = pages_root() / page / "phrases.yaml"
    phrases = read_phrases(own.read_text(encoding="utf-8"), str(own)) if own.exists() else {}
    assert not {name for name, words in phrases.items() if frozenset(words) not in known} - _OF_NO_ENUM


def _below(kind: type[StrEnum]) -> Iterator[type[StrEnum]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def test_a_step_is_named_by_its_number_in_the_list() -> None:
    steps = [node for node in walk(_pages("example-county", "en")["how"]) if getattr(node, "label", "") == "step"]
    assert {each.text for each in steps} >= {"step 13", "step 5"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("language", "told"), [("en", "Nobody is listed here"), ("es", "Nadie figura aquí")])
def test_a_program_that_makes_no_provider_public_says_so_where_help_is_looked_for(
    language: str, told: str, county: Any, put: Callable[..., Path]
) -> None:
    county["services"].pop("visibility", None)
    for provider in county["services"]["providers"].values():
        provider.pop("visibility", None)
    standing = load(put(county)).resolve()
    assert standing.program is not None
    page = Composing(standing, standing.program).document("services", language)
    assert page is not None
    said = [node.text for node in walk(page.articles) if isinstance(node, Text | Value)]
    assert told in " ".join(said)
    assert {"911", "988", "Naloxone" if language == "en" else "Naloxona"} <= {*said}
    assert not any("Harbor Treatment" in each for each in said)


def test_a_provider_that_public_reports_name_is_listed() -> None:
    said = [node.text for node in walk(_pages("santa-fe-nm", "en")["services"]) if isinstance(node, Text | Value)]
    assert {"The Life Link", "Intensive case management"} <= {*said}


_TAGS = re.compile(r"\{%.*?%\}", re.DOTALL)


@pytest.mark.parametrize("page", document_ids(pages_root()))
def test_both_languages_ask_the_same_of_a_program(page: str) -> None:
    """What one of them leaves out because it is kept back, or prints only where it holds, so does the other."""
    for clause in sorted((pages_root() / page).glob("[0-9]*.md")):
        english, spanish = (each.read_text(encoding="utf-8") for each in (clause, clause.parent / "es" / clause.name))
        assert _TAGS.findall(english) == _TAGS.findall(spanish), clause


@pytest.mark.parametrize("language", ["en", "es"])
def test_nobody_is_said_to_decide_about_a_pathway_that_is_not_open(language: str) -> None:
    decides = next(each for each in _pages("example-county", language)["who"].articles if each.id == "decides")
    said = [node.text for node in walk(decides) if isinstance(node, Text | Value)]
    assert any("rrest diversion" in each or "esvío del arresto" in each for each in said)
    assert not any("rosecutor’s referral" in each or "emisión de la fiscalía" in each for each in said)


@pytest.mark.parametrize(
    ("program", "article", "told"),
    [
        ("example-county", "barred", "Violence at the contact.|It holds for |arrest diversion| only."),
        (
            "example-county",
            "record",
            "convictions|: for |ten years|.|It holds for |arrest diversion| only.",
        ),
        ("example-county", "person", "whether the person |spends their time in| |Example County|, and has done so for"),
        (
            "example-county",
            "person",
            "counts.|This is weighed, and bars nobody by itself.|This is asked for |comm",
        ),
        ("santa-fe-nm", "person", "years old.|The |Attorney for the case| may set this aside for one person."),
        ("santa-fe-nm", "offences", "only to possess|; |only opiates|Pre-booking diversion"),
        ("seattle-king-wa", "barred", "Threat of harm to others.|It holds for |arrest diversion| only."),
    ],
)
def test_a_rule_is_told_with_the_pathways_that_it_holds_for_and_how_strict_it_is(
    program: str, article: str, told: str
) -> None:
    found = next(each for each in _pages(program, "en")["who"].articles if each.id == article)
    said = "|".join(node.text for node in walk(found) if isinstance(node, Text | Value))
    assert told.replace("|", "") in said.replace("|", "")


def test_what_is_not_in_force_is_said_once() -> None:
    standing = load(programs() / "santa-fe-nm").resolve(date(2026, 11, 29))
    assert standing.program is not None
    page = Composing(standing, standing.program).document("who", "en")
    assert page is not None
    boxes = [node for node in walk(page) if isinstance(node, Box) and node.kind is BoxKind.NOT_IN_FORCE]
    assert len(boxes) == 1
    assert [each.id for each in page.articles] == ["standing", "offences", "gaps"]


def test_a_page_says_nothing_of_a_program_that_it_does_not_say_itself() -> None:
    said = "".join(node.text for node in walk(_pages("santa-fe-nm", "en")["index"]) if isinstance(node, Text | Value))
    assert "connect people with a case manager" not in said
    assert "as it stood on December 23, 2016" in said
    assert "2014-04-21" not in said
    assert "April 21, 2014" in said
