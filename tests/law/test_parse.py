"""Reading law: the same shape for the catalogues and for a program's own law."""

import pytest

from leadkit.law import Basis, LawError, LawSource, Measure, parse_offence
from leadkit.values.dates import PartialDate

LEAST = {"citation": "Code § 23-1", "title": "Drinking in public"}


def test_the_least_is_enough_and_says_nothing_more() -> None:
    one = parse_offence("city-23-1", LEAST)
    assert (one.citation, one.title) == ("Code § 23-1", "Drinking in public")
    assert one.bands == ()
    assert one.level is None
    assert one.evidence is None
    assert one.in_force(PartialDate.parse("2026-01-01").first) is None


def test_an_empty_field_is_an_absent_field() -> None:
    assert parse_offence("a", {**LEAST, "note": None, "effective_from": None, "bands": None}) == parse_offence(
        "a", LEAST
    )


def test_a_whole_entry() -> None:
    test = {
        "measure": "weight",
        "op": ">=",
        "amount": "500 mg",
        "basis": "pure",
        "field_measurable": "no",
        "substance": "cocaine",
    }
    priors = {"measure": "prior_convictions", "op": ">=", "amount": "2", "since": "2023-07"}
    one = parse_offence(
        "city-1",
        {
            **LEAST,
            "bands": [{"grade": "Class D felony", "level": "felony", "tests": [test, priors]}],
            "limbs": {"a": {"title": "Sale", "covered": "no"}},
            "effective_from": "2019-07",
            "sources": {"citation": ["SF-1"], "bands": "SF-2"},
            "verified_on": "2026-01-05",
        },
        state="NM",
        sources={"SF-2": LawSource("SF-2", "Ordinance", official=True)},
    )
    weight, history = one.bands[0].tests
    assert (weight.measure, str(weight.amount), weight.basis) == (Measure.WEIGHT, "500 mg", Basis.PURE)
    assert weight.field_measurable is False
    assert (history.count, str(history.since)) == (2, "2023-07")
    assert one.limbs[0].covered is False
    assert [source.id for source in one.sources] == ["SF-1", "SF-2"]
    assert one.sources[1].official
    assert one.known_on == PartialDate.parse("2026-01-05").first


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        ({"citation": None}, "a", '"citation" is missing'),
        ({"title": ""}, "a", '"title" is missing'),
        ({"status": "inforce"}, "a.status", "did you mean in_force"),
        ({"effective_from": "July 2019"}, "a.effective_from", "write a date as"),
        ({"bands": [{"level": "felon"}]}, "a.bands.0.level", "did you mean felony"),
        ({"bands": {"level": "felony"}}, "a.bands", "list"),
        ({"bands": ["felony"]}, "a.bands.0", "fields"),
        ({"bands": [{"tests": [{"op": ">", "amount": "1 g"}]}]}, "a.bands.0.tests.0", "measure"),
        (
            {"bands": [{"tests": [{"measure": "weight", "op": ">", "amount": "3"}]}]},
            "a.bands.0.tests.0.amount",
            "unit",
        ),
        (
            {"bands": [{"tests": [{"measure": "weight", "op": ">", "amount": "$3"}]}]},
            "a.bands.0.tests.0.amount",
            "not a weight",
        ),
        ({"bands": [{"tests": [{"measure": "weight", "op": ">"}]}]}, "a.bands.0.tests.0", "amount"),
        ({"bands": [{"tests": [{"measure": "intent", "op": ">"}]}]}, "a.bands.0.tests.0", "not compared"),
        ({"bands": [{"tests": [{"measure": "value"}]}]}, "a.bands.0.tests.0", "compared"),
        (
            {"bands": [{"tests": [{"measure": "prior_offences", "op": ">", "amount": "two"}]}]},
            "a.bands.0.tests.0.amount",
            "whole",
        ),
        ({"nibrs": {"a": "b"}}, "a.nibrs", "list of texts"),
        ({"limbs": {"x": {"title": "t", "covered": "maybe"}}}, "a.limbs.x.covered", "yes or no"),
        ({"note": ["a"]}, "a.note", "one text"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(change, path: str, words: str) -> None:
    with pytest.raises(LawError) as wrong:
        parse_offence("a", {**LEAST, **change})
    assert wrong.value.path == path
    assert words in wrong.value.sentence


def test_an_unknown_field_is_refused_only_in_the_catalogues() -> None:
    parse_offence("a", {**LEAST, "adopted": "D-1"})
    with pytest.raises(LawError, match="did you mean citation"):
        parse_offence("a", {**LEAST, "citaton": "x"}, strict=True)
