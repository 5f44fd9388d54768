"""Offences, limits, exclusions, clocks, agencies and telephone numbers, read back from the files, equal the model's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leadkit.documents.building import BuildResult
from leadkit.model.base import Visibility
from leadkit.model.standing import Standing
from leadkit.values.quantities import Duration
from tests.documents.consistency import judging
from tests.documents.consistency.annex import annex_limits
from tests.documents.consistency.deciding import deciders
from tests.documents.consistency.judging import ANNEX, JUDGES, Paper, faults
from tests.documents.consistency.reading import Line, Page, read
from tests.documents.consistency.said import amount, durations, phones
from tests.documents.consistency.tracing import altered, untraced

Papers = list[tuple[Path, Paper]]


def test_every_paper_has_the_facts_of_the_program(papers: Papers) -> None:
    wrong = {path.name: faults(read(path), paper) for path, paper in papers}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_every_value_is_that_of_its_field(built: dict[str, BuildResult], county: Standing) -> None:
    assert county.program is not None
    trees = [each.document_tree for each in built.values() if each.document_tree is not None]
    trees = [tree for tree in trees if tree.language == "en"]  # the words of a value are compared as English
    wrong = {tree.id: [*untraced(tree, tree.id), *altered(tree, county.program)] for tree in trees}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_a_value_that_is_not_that_of_its_field_is_found(built: dict[str, BuildResult], county: Standing) -> None:
    tree = built[ANNEX].document_tree
    assert tree is not None
    assert county.program is not None
    assert county.program.eligibility is not None
    other = county.program.eligibility.model_copy(update={"reviewed_every": Duration.parse("7 months")})
    program = county.program.model_copy(update={"eligibility": other})
    assert list(altered(tree, program)) == ["eligibility.reviewed_every: six months"]


def test_the_papers_print_every_kind_of_fact(papers: Papers) -> None:
    """A judge that finds nothing to judge proves nothing."""
    pages = {(path.stem, path.suffix): read(path) for path, _ in papers}
    annex, card, form, sheet, roster, partners = (
        pages[name, ".md"]
        for name in (ANNEX, "pocket-card", "screening-form", "law-verification-sheet", "party-roster", "partner-list")
    )
    said = papers[0][1].said
    listed = [name for offence, name, _ in said.offences if not offence.excluded]
    assert [row[0] for row in annex.headed("Offense")] == [row[0] for row in card.headed("Offense")] == listed
    assert len(annex_limits(annex)) == len(card.headed("Of what", "At most")) == len(said.limits) == 5
    assert form.text.count(" this: ") == 5
    assert len(sheet.headed("Law", "What it is cited for")) > len(listed)
    assert {row[0] for row in roster.headed("Party")} < said.agencies
    assert {row[0] for row in partners.headed("Partner")} < said.agencies
    assert {unit for _, unit in durations(annex.text)} >= {"hour", "day", "month", "year"}
    assert len(set(phones(card.text + partners.text))) > 5


BREAKS: dict[str, tuple[str, str, str]] = {
    "offences": (ANNEX, "RCW 69.50.4013(1)(a)", "RCW 69.50.4013(1)(c)"),
    "laws": ("law-verification-sheet", "RCW 9A.76.020", "RCW 9A.76.030"),
    "limits": ("pocket-card", "5 g;", "6 g;"),
    "exclusions": ("screening-form", "Flight in a vehicle", "A threat of harm to others"),
    "clocks": ("protocol", "hours", "weeks"),
    "agencies": ("partner-list", "Bridgeway", "Bridgewater"),
    "phones": ("pocket-card", "360-555-0100", "360-555-0199"),
    "deciders": ("screening-form", "Records desk", "Project director"),
}
"""For each kind of fact a paper, what it prints and something else that would be wrong in its place."""


@pytest.mark.parametrize("kind", JUDGES)
def test_every_judge_finds_a_wrong_fact(kind: str, papers: Papers) -> None:
    name, right, wrong = BREAKS[kind]
    path, paper = next((path, paper) for path, paper in papers if path.name == f"{name}.md")
    page = read(path)
    assert right in page.text
    broken = Page(tuple(replace(line, words=line.words.replace(right, wrong)) for line in page.lines))
    assert list(JUDGES[kind](broken, paper))
    assert list(JUDGES[kind](page, paper)) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("screening-form", "the County Prosecutor approves", "the City Attorney approves"),
        ("screening-form", "City Attorney or County Prosecutor. Recorded", "City Attorney. Recorded"),
        ("screening-form", "Bridgeway. Recorded", "Not eligible"),
        ("pocket-card", "Referral desk", "Records desk"),
        ("pocket-card", "No offer", "County Prosecutor"),
        ("pocket-card", "Flight in a vehicle", "An open case with violence or a weapon"),
    ],
)
def test_a_wrong_name_of_who_is_asked_or_decides_is_found(name: str, right: str, wrong: str, papers: Papers) -> None:
    path, paper = next((path, paper) for path, paper in papers if path.name == f"{name}.md")
    page = read(path)
    assert right in page.text
    broken = Page(tuple(replace(line, words=line.words.replace(right, wrong)) for line in page.lines))
    assert list(deciders(broken, paper))


@pytest.mark.parametrize("closer", [Visibility.PARTNERS, Visibility.INTERNAL])
def test_a_number_that_the_readers_may_not_know_is_found(closer: Visibility, papers: Papers) -> None:
    paper = next(paper for path, paper in papers if path.stem == "partner-list")
    hidden = next(number for number, visibility in paper.said.phones.items() if visibility is closer)
    page = Page((Line(f"Call {hidden}."),))
    assert paper.audience == "public"
    assert list(judging.numbers(page, paper))
    restricted = list(judging.numbers(page, replace(paper, audience="restricted")))
    assert bool(restricted) is (closer is Visibility.INTERNAL)


@pytest.mark.parametrize(
    ("told", "meant"),
    [("thirty (30) days", [(30, "day")]), ("a two-year term", [(2, "year")]),
     ("one hundred twenty hours", [(120, "hour")]), ("10 business days", [(10, "business day")])],
)  # fmt: skip
def test_stretches_of_time_are_read_in_words_and_figures(told: str, meant: list[tuple[int, str]]) -> None:
    assert durations(told) == meant


@pytest.mark.parametrize("reader", [durations, amount])
def test_words_and_figures_that_differ_are_found(reader: Callable[[str], object]) -> None:
    with pytest.raises(AssertionError, match="differ"):
        reader("five (6) days" if reader is durations else "five (6) grams")
