"""What a finding calls an object is a noun, and never the adjective that a class may be named by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_origin

import pytest
from pydantic import BaseModel

from leadkit.check import check
from leadkit.check.shape.nouns import noun_of
from leadkit.diagnostic import nearest
from leadkit.model.root import Program
from leadkit.model.walk import unwrap

HEADS = frozenset(
    """address agency agreement amendment amount annex approval area authority band basis block body budget category
    channel clock condition consent contact contract cost decision disclosure diversion document element entry exclusion
    finding flow government guideline handoff incident indicator kind limb limit line measure member mode observation
    offence officer party pathway phase principle program prohibition provider recital referral regime release report
    requirement role rule safeguard scenario set signature source step stream substance test text tier training
    translation undertaking value verification""".split()  # noqa: SIM905
)
"""What an object may be, by the last word of its noun: an adjective is none of them."""


def _in_collections(annotation: object, seen: set[object], inside: bool = False) -> Iterator[type[BaseModel]]:
    """The classes of the objects that stand in collections, at any depth."""
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        if inside:
            yield core
        if core not in seen:
            seen.add(core)
            for field in core.model_fields.values():
                yield from _in_collections(field.annotation, seen)
        return
    for part in get_args(core):
        yield from _in_collections(part, seen, inside or get_origin(core) in (dict, tuple))


@pytest.mark.parametrize("owner", dict.fromkeys(_in_collections(Program, set())), ids=lambda owner: owner.__name__)
def test_an_object_of_a_collection_is_called_by_a_noun(owner: type[BaseModel]) -> None:
    noun = noun_of(owner)
    head = noun.split(" of ")[0].split(" on ")[0].split(" for ")[0].split(" under ")[0].split(" with ")[0].split()[-1]
    assert head in HEADS, noun


def _written(tmp_path: Path, text: str) -> str:
    (tmp_path / "program.yaml").write_text(text, encoding="utf-8")
    found = [one for one in check(tmp_path) if one.code in ("LK201", "LK202", "LK206")]
    return "\n".join(f"{one.message} {one.remedy}" for one in found)


def test_a_single_object_is_called_by_its_field(tmp_path: Path) -> None:
    text = "schema_version: 1\nprogram: {name: A, state: NY, dates: {lanched: 2024, proclaimed: 2023}}\n"
    said = _written(tmp_path, text)
    assert '"proclaimed" is not a field of "program.dates".' in said
    assert 'Did you mean "launched"?' in said


def test_a_field_that_an_ambiguous_denominator_lacks_is_missing_from_the_denominator(tmp_path: Path) -> None:
    said = _written(
        tmp_path,
        "schema_version: 1\nprogram: {name: A, state: NY}\nmeasures:\n  indicators:\n    share:\n      title: Share\n"
        "      kind: percentage\n      denominator: {kind: ambiguous}\n",
    )
    assert 'The field "readings" is missing from "measures.indicators.share.denominator".' in said


def test_a_list_where_one_word_belongs_is_told_so(tmp_path: Path) -> None:
    said = _written(
        tmp_path,
        "schema_version: 1\nprogram: {name: A, state: NY}\n"
        "eligibility: {offences: {drugs: {conduct: [drug_possession, drug_purchase]}}}\n",
    )
    assert '"conduct" should hold one word, but holds a list.' in said
    assert "an entry of its own" in said


def test_a_list_where_the_kind_of_an_object_belongs_is_told_so(tmp_path: Path) -> None:
    said = _written(
        tmp_path,
        "schema_version: 1\nprogram: {name: A, state: NY}\n"
        "pathways: {door: {kind: [arrest_diversion, social_contact]}}\n",
    )
    assert '"kind" should hold one word, but holds a list.' in said


@pytest.mark.parametrize(("written", "known"), [("announced", "launched"), ("paper", "filer")])
def test_a_word_of_another_meaning_is_not_offered(written: str, known: str) -> None:
    assert nearest(written, [known]) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("can_sgin", "can_sign"),
        ("agencys", "agencies"),
        ("lanched", "launched"),
        ("trem", "term"),
        ("xlaunched", "launched"),
    ],
)
def test_a_slip_is_told_what_was_meant(written: str, meant: str) -> None:
    assert nearest(written, [meant]) == meant
