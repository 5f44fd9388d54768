"""What the sections on sharing, agreement and open points accept, and what they refuse."""

import pytest
from pydantic import TypeAdapter, ValidationError

from leadkit.model.agreement import Agreement
from leadkit.model.agreement.execution import Signature
from leadkit.model.measures import Measures
from leadkit.model.open import DecidedNone, OpenEntry, Undecided, Undocumented
from leadkit.model.sharing import Sharing
from leadkit.model.sharing.basis import DeIdentifiedBasis, ReleaseBasis
from leadkit.model.walk import references
from leadkit.values.day import DateKey

FLOW = {
    "sender": "case-management",
    "recipient": "police-liaison",
    "categories": "engagement",
    "actions": "view",
}


def _flow(**fields: object) -> Sharing:
    return Sharing.model_validate({"flows": {"one": {**FLOW, **fields}}})


def test_one_recipient_is_a_list_of_one() -> None:
    assert _flow().flows["one"].recipient == ("police-liaison",)


def test_the_basis_of_a_flow_is_told_apart_by_its_kind() -> None:
    release = _flow(basis={"kind": "release", "release": "roi"}).flows["one"].basis
    figures = _flow(basis={"kind": "de_identified", "method": "aggregate"}).flows["one"].basis
    assert isinstance(release, ReleaseBasis)
    assert isinstance(figures, DeIdentifiedBasis)


@pytest.mark.parametrize(
    "basis",
    [{"kind": "release"}, {"kind": "release", "citation": "RCW 1"}, {"release": "roi"}, {"kind": "trust"}],
)
def test_a_basis_without_what_it_rests_on_is_refused(basis: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        _flow(basis=basis)


def test_a_release_covers_one_thing_so_that_forms_which_the_law_keeps_apart_stay_apart() -> None:
    with pytest.raises(ValidationError):
        Sharing.model_validate({"releases": {"all": {"title": "All", "covers": ["coordination", "part2_proceedings"]}}})


def test_the_references_of_a_flow_name_where_their_ids_are_declared() -> None:
    found = {
        (use.id, use.reference.collections) for use in references(_flow(basis={"kind": "release", "release": "roi"}))
    }
    assert ("engagement", ("sharing.categories",)) in found
    assert ("roi", ("sharing.releases",)) in found


def test_a_signature_needs_a_day() -> None:
    with pytest.raises(ValidationError, match="write the day"):
        Signature.model_validate({"party": "police", "date": "2023-12"})


def test_notices_are_kept_by_party() -> None:
    agreement = Agreement.model_validate({"notices": {"addresses": {"police": {"attention": "Chief"}}}})
    assert [(use.id, use.reference.noun) for use in references(agreement)] == [("police", "party to the agreement")]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ({"why": "undecided", "question": "How long?", "owner": "counsel"}, Undecided),
        ({"why": "undocumented", "looked_in": "SF-1"}, Undocumented),
        ({"why": "none", "adopted": "D-3"}, DecidedNone),
    ],
)
def test_absence_has_three_kinds(entry: dict[str, str], kind: type) -> None:
    assert isinstance(TypeAdapter(OpenEntry).validate_python(entry), kind)


@pytest.mark.parametrize(
    "entry",
    [
        {"why": "undecided", "owner": "counsel"},
        {"why": "undocumented"},
        {"why": "none", "question": "How long?"},
        {"why": "later"},
        {},
    ],
)
def test_an_absence_must_say_what_its_kind_asks_for(entry: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(OpenEntry).validate_python(entry)


@pytest.mark.parametrize("key", ["2018-13", "2018-02-30", "last year", "0000"])
def test_a_figure_is_observed_on_a_real_date(key: str) -> None:
    with pytest.raises(ValidationError):
        Measures.model_validate({"indicators": {"one": {"title": "One", "observations": {key: {"value": "1"}}}}})
    assert TypeAdapter(DateKey).validate_python("2018-02") == "2018-02"
