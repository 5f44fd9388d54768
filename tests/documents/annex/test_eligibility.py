"""The eligibility annex of each shipped program: who, for what, within which limits, and who may set it aside."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from leadkit.documents import Composition, compose_standing, to_markdown
from leadkit.documents.library import default_root, load
from leadkit.documents.template.words import typographic
from leadkit.model.eligibility.acceptance import AcceptanceRule, OfferAgain, TogetherRule
from leadkit.model.eligibility.consent import AfterRefusal, ComplainantForm, DomesticViolence
from leadkit.model.eligibility.exclusions import Exclusion
from leadkit.model.eligibility.history import CountedFrom, Record
from leadkit.model.eligibility.offences import Act, ConsentRequired
from leadkit.model.eligibility.person import AgeAt, ResidenceKind, WhenImpaired
from leadkit.model.eligibility.warrants import (
    NoAnswer,
    SupervisionEffect,
    SupervisionKind,
    Underlying,
    WarrantAction,
    WarrantKind,
)
from leadkit.model.load import load as load_program
from leadkit.resources import programs
from leadkit.source import read

ANNEX = "eligibility-annex"
PROGRAMS = sorted(folder.name for folder in programs().iterdir() if not read(folder).base)
PHRASES: dict[str, type[StrEnum]] = {
    "act": Act,
    "record": Record,
    "counted_from": CountedFrom,
    "warrant_kind": WarrantKind,
    "underlying": Underlying,
    "warrant_action": WarrantAction,
    "supervision_kind": SupervisionKind,
    "supervision_effect": SupervisionEffect,
    "no_answer": NoAnswer,
    "complainant_required": ConsentRequired,
    "complainant_form": ComplainantForm,
    "after_refusal": AfterRefusal,
    "domestic_violence": DomesticViolence,
    "acceptance": AcceptanceRule,
    "together": TogetherRule,
    "again": OfferAgain,
    "when_impaired": WhenImpaired,
    "age_at": AgeAt,
    "residence_kind": ResidenceKind,
}


@cache
def _composed(name: str) -> Composition:
    return compose_standing(load_program(programs() / name).resolve(), ANNEX)


def _text(composition: Composition) -> str:
    assert composition.document is not None, [one.message for one in composition.diagnostics]
    return to_markdown(composition.document)


@pytest.fixture
def annex(over_county: Callable[[str], Path]) -> Callable[[str], str]:
    """Print the annex of the example county with a piece of YAML laid over it."""
    return lambda piece: _text(compose_standing(load_program(over_county(piece)).resolve(), ANNEX))


@pytest.mark.parametrize("name", PHRASES)
def test_every_word_of_a_list_of_choices_has_its_phrase(name: str) -> None:
    assert set(load(ANNEX, default_root()).phrases[name]) == {word.value for word in PHRASES[name]}


def test_every_test_of_an_exclusion_has_its_sentence() -> None:
    union, *_ = get_args(Exclusion)
    tests = {word for each in get_args(union) for word in get_args(each.model_fields["test"].annotation)}
    assert set(load(ANNEX, default_root()).phrases["test"]) == tests - {"other"}


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_names_every_offence_limit_and_exclusion_with_its_law(name: str) -> None:
    program = load_program(programs() / name).resolve().program
    assert program is not None
    text = _text(_composed(name))
    for offence in program.eligibility.offences.values():
        assert offence.label is None or typographic(offence.label).replace("|", "\\|") in text
    for exclusion in program.eligibility.exclusions.values():
        assert exclusion.label is None or typographic(exclusion.label) in text
    plain = re.sub(r"^\s*> .*$", "", text, flags=re.MULTILINE)
    assert not re.findall(r"\b(None(?!, save)|True|False|View|[a-z]+_[a-z]+)\b", plain)


def test_the_law_is_cited_as_the_catalogue_has_it() -> None:
    text = _text(_composed("example-county"))
    assert "| RCW 69.50.4013(1)(a) |" in text
    assert "| Sampleton Municipal Code § 9.20.030 |" in text


def test_a_limit_prints_as_it_stands_on_the_day() -> None:
    county = load_program(programs() / "example-county")
    limits = {
        day: re.search(r"Any controlled substance, to possess\.\* (.*)", _text(compose_standing(standing, ANNEX)))
        for day in ("2025-06-30", "2025-07-01")
        if (standing := county.resolve(date.fromisoformat(day)))
    }
    assert [found and found[1] for found in limits.values()] == ["At most three (3) grams.", "At most five (5) grams."]


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        ("{amounts: {fentanyl-pills: {at_most: no_limit}}}", "There is no limit."),
        ("{amounts: {goods: {at_most: as_statute}}}", "The limit is that of the statute: RCW 9A.56.050."),
        ("{amounts: {sale: {inclusive: no}}}", "Less than one (1) gram."),
        ("{unlisted: not_eligible}", "An offense that is not listed is not eligible."),
        ("{consent: {complainant: {required: always}}}", "only where the complainant agrees."),
        ("{warrants: {bench-warrant: {action: execute}}}", "*Bench warrant.*\\n\\n  The officer arrests on it."),
        ("{history: {violent: {within: any_time}}}", "It counts at any time."),
        ("{age: {minimum: 16}}", "at least sixteen years old"),
    ],
)
def test_another_rule_prints_another_sentence(piece: str, says: str, annex: Callable[[str], str]) -> None:
    assert says.replace("\\n", "\n") in annex(f"eligibility: {piece}\n")


def test_what_is_open_prints_as_a_box(annex: Callable[[str], str]) -> None:
    text = annex(
        "eligibility: {residence: ~}\n"
        "open: {eligibility.residence: {why: undecided, question: Must a person live here?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> Must a person live here?" in text
