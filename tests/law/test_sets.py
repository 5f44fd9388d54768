"""Exclusion sets: an incomplete list never clears anybody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit import law
from leadkit.law import Membership, parse_set

ON = date(2026, 11, 24)
SETS = [one for name in law.catalogues() for one in law.load(name).sets.values()]
COMPLETE = parse_set(
    "sample",
    {
        "citation": "O.C.G.A. § 17-10-6.1(a)",
        "title": "Sample list",
        "complete": "yes",
        "members": [
            {"citation": "16-5-1", "title": "Murder"},
            {
                "citation": "16-6-4(c)",
                "title": "Aggravated child molestation",
                "condition": "with an exception",
            },
        ],
    },
    "GA",
    {},
)


@pytest.mark.parametrize(
    ("key", "record", "membership"),
    [
        ("ny-violent-felony", "N.Y. Penal Law § 160.15", "member"),
        ("ny-violent-felony", "Penal Law 160.15(3)", "member"),
        ("ny-violent-felony", "PL160.15", "member"),
        ("ny-violent-felony", "pl   §160.15 (3)", "member"),
        ("ny-violent-felony", "120.05", "member"),
        ("ny-violent-felony", "230.34-a", "member"),
        ("ny-violent-felony", "230.34", "unknown"),
        ("ny-violent-felony", "230.34(1)", "unknown"),
        ("ny-violent-felony", "230.34(5)(a)", "member"),
        ("ny-violent-felony", "265.02", "unknown"),
        ("ny-violent-felony", "Penal Law 130.50", "member"),
        ("ny-violent-felony", "Attempted 160.15", "unknown"),
        ("ny-violent-felony", "110-160.15", "unknown"),
        ("ny-violent-felony", "Conspiracy to commit Penal Law 160.15", "unknown"),
        ("ny-violent-felony", "Penal Law 220.03", "unknown"),
        ("ny-violent-felony", "robbery", "unknown"),
        ("ny-violent-felony", "", "unknown"),
        ("ny-violent-felony", "RCW 9A.32.030", "unknown"),
        ("wa-serious-violent", "RCW 9A.32.030", "member"),
        ("wa-serious-violent", "9A.32.030(1)(a)", "member"),
        ("wa-violent", "SMC 12A.06.010", "unknown"),
        ("nm-serious-violent", "NMSA 1978 § 30-2-1", "member"),
        ("nm-serious-violent", "NMSA 1978, § 30-16-2", "unknown"),
        ("ca-serious-felony", "Cal. Penal Code § 211", "member"),
        ("ca-serious-felony", "PC 664/187(a)", "member"),
        ("ca-serious-felony", "664/211", "unknown"),
        ("ca-serious-felony", "VC 211", "unknown"),
        ("ca-serious-felony", "Cal. Health & Saf. Code § 211", "unknown"),
        ("ca-lead-pilot-conditions", "PC 187", "unknown"),
        ("pa-crime-of-violence", "18 Pa.C.S. § 3701(a)(1)(ii)", "member"),
        ("tx-42a054", "Tex. Penal Code § 19.02", "member"),
        ("tx-42a054", "PC 19.02", "member"),
        ("ga-serious-violent-felony", "O.C.G.A. § 16-8-41", "member"),
        ("ga-serious-violent-felony", "O.C.G.A. § 16-8-2", "unknown"),
    ],
)
def test_match(key: str, record: str, membership: str) -> None:
    found = law.exclusion_set(key).match(record, ON)
    assert found.membership == membership, found.reason
    assert found.reason


def test_ten_sets() -> None:
    assert len(SETS) == 10


@given(
    st.sampled_from(SETS),
    st.text(max_size=30) | st.from_regex(r"[0-9]{1,3}[.-][0-9]{1,3}(\([a-z0-9]\))?", fullmatch=True),
)
def test_an_incomplete_set_never_clears(one, record) -> None:
    if not one.complete:
        assert one.match(record, ON).membership is not Membership.NOT_A_MEMBER


@pytest.mark.parametrize(
    ("record", "membership"),
    [
        ("O.C.G.A. § 16-8-2", Membership.NOT_A_MEMBER),
        ("16-8-2", Membership.NOT_A_MEMBER),
        ("16-5-1", Membership.MEMBER),
        ("16-6-4(c)", Membership.UNKNOWN),
        ("16-6-4", Membership.UNKNOWN),
        ("attempted 16-5-1", Membership.UNKNOWN),
        ("attempted 16-8-2", Membership.UNKNOWN),
        ("RCW 9A.32.030", Membership.UNKNOWN),
        ("theft", Membership.UNKNOWN),
    ],
)
def test_a_complete_set_clears_only_its_own_code(record: str, membership: Membership) -> None:
    assert COMPLETE.match(record, ON).membership is membership


def test_completeness_has_a_date() -> None:
    georgia = law.exclusion_set("ga-serious-violent-felony")
    assert georgia.match("O.C.G.A. § 16-8-2", date(2019, 6, 1)).membership is Membership.NOT_A_MEMBER
    assert georgia.match("O.C.G.A. § 16-8-2", date(2023, 6, 1)).membership is Membership.UNKNOWN


def test_a_set_clears_only_while_it_is_known_to_be_complete() -> None:
    georgia = law.exclusion_set("ga-serious-violent-felony")
    assert [georgia.clears(date(year, 6, 1)) for year in (2019, 2020, 2023)] == [True, False, False]
    assert COMPLETE.clears(ON)
    assert not any(one.clears(ON) for one in SETS if not one.complete)


@pytest.mark.parametrize(
    ("key", "amount"), [("wa-9A.56.050", "$750"), ("wa-9A.56.040", None), ("tx-31.04", None), ("nm-30-16-1", None)]
)
def test_an_offence_ends_at_an_amount_only_where_every_grade_does(key: str, amount: str | None) -> None:
    end = law.offence(key).ceiling
    assert (str(end.amount) if end else None) == amount
