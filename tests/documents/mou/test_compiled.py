"""The memorandum of a program that was compiled from public sources claims nothing that no source says."""

from __future__ import annotations

import re

import pytest

from tests.documents.mou.test_mou import _program, _text
from tests.programs import PROGRAMS

COMPILED = [name for name in PROGRAMS if _program(name).program.compiled_from_public_sources]
each_compiled = pytest.mark.parametrize("name", COMPILED)


@each_compiled
def test_it_says_at_once_that_it_describes_practice(name: str) -> None:
    before = _text(name).split("## Article 1")[0]
    assert "nothing in them is known to stand in a text that the agencies signed" in before
    assert "The Parties therefore agree" not in before


@each_compiled
def test_sources_stand_below_what_rests_on_them(name: str) -> None:
    whole = _text(name)
    assert re.search(r"^\*Sources?: ", whole, re.MULTILINE)
    for cited in re.findall(r"^\*Sources?: ([^(*]+?)(?: \([^*]*)?\.\*", whole, re.MULTILINE):
        assert {each.strip() for each in cited.split(",")} <= set(_program(name).sources)


@each_compiled
def test_no_number_no_wish_and_no_duty_is_made_up(name: str) -> None:
    whole = _text(name)
    assert "one seat" not in whole
    assert "wish to govern" not in whole
    assert not re.findall(r"^.* (?:each )?will:$", whole, re.MULTILINE)


@each_compiled
def test_no_label_is_an_id(name: str) -> None:
    labels = re.findall(r"^> ([^>*\n]+)\. The sources searched do not say\.", _text(name), re.MULTILINE)
    assert labels
    assert not [label for label in labels if re.search(r"_|\bby id\b|^[a-z]", label)]


def test_principles_are_named_and_not_spelled_out() -> None:
    assert "The sources name these principles: harm reduction, no condition of abstinence" in _text("santa-fe-nm")
    assert "meets people where they are" not in _text("santa-fe-nm")


def test_what_was_concluded_is_marked_as_inferred() -> None:
    assert "*Sources: SEA-1, SEA-20, NAT-1, SEA-8 (inferred).*" in _text("seattle-king-wa")


def test_disputed_values_stand_with_what_the_other_source_says() -> None:
    assert "disputed" in _text("santa-fe-nm")
    assert "Another source differs. The longest time: 7 days (SF-15)." in _text("santa-fe-nm")


def test_a_complainant_who_must_agree_is_said_to_have_to() -> None:
    assert "Diversion is offered only where the complainant agrees and declines prosecution." in _text("albany-ny")


def test_a_roll_that_is_not_complete_says_so() -> None:
    assert "> Field: agreement.roll_complete" in _text("albany-ny")


PROTECTIONS = (
    "apart from the Program", "No one is held longer", "An unanswered call is no ground", "No count is used",
    "goes only to that agency", "limitation", "is a duty.", "It is a summary for information", "own signature",
)  # fmt: skip


@each_compiled
def test_no_protection_that_leadkit_wrote_is_put_into_what_agencies_signed(name: str) -> None:
    assert not [each for each in PROTECTIONS if each in _text(name)]
    assert "These are words of this document, which are not known to stand in what the agencies signed:" in _text(name)


def test_the_box_of_a_pathway_stands_under_that_pathway() -> None:
    whole = _text("seattle-king-wa")
    place = whole.index("> Field: pathways.arrest-diversion.hours")
    assert whole.index("### 7.2 Arrest diversion") < place < whole.index("### 7.3 Social contact")


@each_compiled
def test_the_list_of_what_is_open_names_each_matter_as_its_box_does(name: str) -> None:
    whole = _text(name)
    listed = re.findall(r"^- .*: Matter not in the public sources: (.*)$", whole, re.MULTILINE)
    boxed = re.findall(r"^> ([^>*\n]+?)(?:\.|\?) The sources searched do not say\.", whole, re.MULTILINE)
    assert set(listed) == set(boxed)


def test_a_range_of_days_is_what_the_sources_give() -> None:
    assert "For intake the sources give seven days to thirty days from the referral." in _text("santa-fe-nm")
    assert "They say also: the focus is opiate addiction" in _text("santa-fe-nm")


def test_a_body_that_is_only_described_takes_a_small_letter() -> None:
    assert "for the working group of officers to decide" in _text("albany-ny")
