"""The catalogues: complete, readable, honest about what they rest on."""

from datetime import date
from pathlib import Path

import pytest

from leadkit import law
from leadkit.law.citation import read_citation
from leadkit.source import read_text
from leadkit.source.tree import plain

RESEARCH = Path(__file__).parents[3] / "shared" / "domain" / "offences.yaml"
EVERY = [one for name in law.catalogues() for one in law.load(name).offences.values()]
SETS = [one for name in law.catalogues() for one in law.load(name).sets.values()]


def _research() -> dict:
    if not RESEARCH.is_file():
        pytest.skip("the research table is not part of the project")
    return plain(read_text(RESEARCH.read_text(encoding="utf-8"), RESEARCH.name)[0])


def test_seven_states() -> None:
    assert law.catalogues() == ("us-ca", "us-ga", "us-nm", "us-ny", "us-pa", "us-tx", "us-wa")


def test_every_researched_offence_and_set_is_there() -> None:
    table = _research()
    assert {row["id"] for row in table["offences"]} <= {one.id for one in EVERY}
    assert {row["id"] for row in table["exclusion_sets"]} == {one.id for one in SETS}


def test_null_never_becomes_a_value() -> None:
    """A date that the research left open stays open, unless the review gave one (see review_b.yaml)."""
    given_by_review = {"ny-pl-221.05", "ny-pl-221.10"}
    for row in _research()["offences"]:
        one = law.offence(row["id"])
        assert one is not None
        if row["effective_from"] in (None, "null"):
            assert one.effective_from is None, one.id
        if row["effective_to"] in (None, "null") and one.id not in given_by_review:
            assert one.effective_until is None, one.id


def test_an_id_is_found_from_its_first_word() -> None:
    assert all(law.offence(one.id) == one for one in EVERY)
    assert all(law.exclusion_set(one.id) == one for one in SETS)


def test_ids_are_unique_across_kinds() -> None:
    limits = [one.id for one in law.limits()]
    every = [one.id for one in EVERY] + [one.id for one in SETS] + limits
    assert len(every) == len(set(every))


def test_what_an_entry_points_at_exists() -> None:
    for one in EVERY:
        for other in (*one.supersedes, *one.replaced_by, *one.see_also):
            assert law.offence(other), f"{one.id} points at {other}"
        for code in (*one.nibrs, *(code for limb in one.limbs for code in limb.nibrs)):
            assert law.nibrs(code), f"{one.id} names NIBRS {code}"


def test_a_successor_names_what_it_replaced() -> None:
    for one in EVERY:
        for other in one.replaced_by:
            assert one.id in law.offence(other).supersedes, (one.id, other)
        for other in one.supersedes:
            assert one.id in law.offence(other).replaced_by, (one.id, other)


def test_versions_of_one_section_never_overlap() -> None:
    for one in EVERY:
        for other in (law.offence(key) for key in one.replaced_by):
            if one.effective_until and other.effective_from:
                assert one.effective_until.last < other.effective_from.first, (one.id, other.id)


@pytest.mark.parametrize("entries", [EVERY, law.limits()], ids=["offences", "limits"])
def test_evidence_has_a_source_that_bears_it_out(entries) -> None:
    for one in entries:
        assert one.evidence is not None
        if one.evidence is law.Evidence.OFFICIAL_TEXT:
            assert any(source.official for source in one.sources), one.id
        elif one.evidence is law.Evidence.SECONDARY:
            assert one.sources, one.id
        assert all(source.title and source.url for source in one.sources), one.id


def test_addresses_are_whole() -> None:
    for one in EVERY:
        for url in (one.verify_at, *one.verify_also, *(source.url for source in one.sources)):
            assert url is None or (url.startswith("http") and not any(char.isspace() for char in url)), one.id


SECOND_HAND = (
    "justia",
    "findlaw",
    "casetext",
    "public.law",
    "lexace",
    "instalawyer",
    "codecond",
    "pocketlaw",
    "cornell",
)


def test_counsel_is_sent_to_official_publishers_only() -> None:
    for one in (*EVERY, *law.limits()):
        urls = [one.verify_at, *getattr(one, "verify_also", ())]
        urls += [source.url for source in one.sources if source.official]
        assert not [url for url in urls if url and any(name in url for name in SECOND_HAND)], one.id


def test_nobody_has_verified_anything_yet() -> None:
    assert not [one.id for one in EVERY if one.verified_on]


def test_every_member_of_a_set_can_be_matched_or_says_why_not() -> None:
    for one in SETS:
        for member in one.members:
            if member.citation is None:
                assert member.condition, (one.id, member.title)
            else:
                assert read_citation(member.citation).section, (one.id, member.citation)


def test_a_local_law_stays_in_its_place() -> None:
    nyc = law.offence("nyc-ac-10-125")
    assert nyc.applies_in("new york city")
    assert not nyc.applies_in("Albany")
    assert not nyc.applies_in(None)
    assert law.offence("ny-pl-220.03").applies_in("Albany")


def test_a_level_is_named_only_where_every_band_agrees() -> None:
    assert law.offence("ny-pl-220.03").level == "misdemeanor"
    assert law.offence("pa-3929").level is None
    assert law.offence("tx-31.04").level is None
    assert law.offence("tx-31.04").levels == ()


def test_search_needs_every_word() -> None:
    found = law.search("cannabis sale")
    assert {"ny-pl-222.45", "nm-26-2C-28"} <= {one.id for one in found}
    assert all(one.state == "NY" for one in law.search("cannabis", "ny"))
    assert law.search("cannabis zebra") == ()
    assert law.search("  ") == ()


def test_ids_of_a_kind() -> None:
    assert "nm-30-31-20" in law.ids(("us-nm",), "offences")
    assert law.ids(("us-or",), "offences") == frozenset()
    assert "nm-serious-violent" in law.ids(("us-nm",), "sets")
    assert {"or-hb-4002", "us-42-cfr-2"} <= law.ids(("us-or",), "limits")
    assert "ca-1001.87-intake" not in law.ids(("us-or",), "limits")
    with pytest.raises(KeyError):
        law.ids((), "offenses")


def test_an_unknown_catalogue_is_no_catalogue() -> None:
    assert law.of_state("OR") is None
    assert law.offence("or-1") is None
    with pytest.raises(KeyError):
        law.load("us-or")


def test_nibrs() -> None:
    assert len(law.nibrs_codes()) == 85
    assert law.nibrs("09a").name == "Murder and Nonnegligent Manslaughter"
    assert law.nibrs("120").against == "property"
    assert law.nibrs("9A") is None
    assert law.nibrs("35A").active
    assert not law.nibrs("90I").active


def test_limits_bind_only_under_their_condition() -> None:
    (intake,) = law.limits("CA", "intake_window")
    assert intake.binds(frozenset()) is False
    assert intake.binds(frozenset({"bscc_grant"})) is True
    assert law.limits("NM", "intake_window") == ()
    always = next(one for one in law.limits() if one.id == "us-28-cfr-20")
    assert always.binds(frozenset()) is True
    unknown = next(one for one in law.limits() if one.id == "wa-71.24.589")
    assert unknown.binds(frozenset({"bscc_grant"})) is None
    assert intake.in_force(date(2030, 1, 1)) is None
