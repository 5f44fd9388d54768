"""A base is checked as one, and a program over a base is the same program as when it is written out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.check.subject import Subject
from leadkit.model.load import Jurisdiction, load
from leadkit.report.shown import rows_of
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml

PLACE = Path(__file__).parents[2] / "jurisdictions"
BASE = PLACE / "new-mexico-base"
OVER_BASE = ["santa-fe-nm", "santa-fe-county-nm"]

over_base = pytest.mark.parametrize("name", OVER_BASE)


@pytest.fixture(scope="module")
def written_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Jurisdiction]:
    """Each program over a base as one folder that extends nothing."""
    made: dict[str, Jurisdiction] = {}
    for name in OVER_BASE:
        folder = tmp_path_factory.mktemp(name)
        (folder / "all.yaml").write_text(to_yaml(plain(load(PLACE / name).source.root)), encoding="utf-8")
        made[name] = load(folder)
    return made


def test_the_base_says_that_it_is_one_and_has_no_other_finding() -> None:
    assert [(one.code, one.severity.value) for one in check(BASE)] == [("LK175", "note")]


@over_base
def test_a_program_over_the_base_is_no_base(name: str) -> None:
    jurisdiction = load(PLACE / name)
    assert not jurisdiction.source.base
    assert jurisdiction.source.folders == ((PLACE / name).as_posix(), BASE.as_posix())


@over_base
def test_it_is_the_same_program_on_each_day_as_when_written_out(
    name: str, written_out: dict[str, Jurisdiction]
) -> None:
    jurisdiction = load(PLACE / name)
    assert jurisdiction.epochs == written_out[name].epochs
    for day in jurisdiction.epochs:
        program = jurisdiction.resolve(day).program
        assert program is not None
        assert program == written_out[name].resolve(day).program, day


@over_base
def test_it_takes_something_of_its_base(name: str) -> None:
    root = load(PLACE / name).source.root
    agencies = root.entries["agencies"].value
    files = {entry.key.span.file.rpartition("/")[0] for entry in agencies.entries.values()}  # type: ignore[union-attr]
    assert files == {(PLACE / name).as_posix(), BASE.as_posix()}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("program.name", "Santa Fe County LEAD"),
        ("program.dates.launched", "2021-01"),
        ("program.state", "NM"),
        ("agencies.county-sheriff.legal_name", "Santa Fe County Sheriff's Office"),
        ("agencies.edgewood-police.legal_name", "Edgewood Police"),
        ("roles.police-referrals.agencies", "county-sheriff, edgewood-police"),
        ("agencies.district-attorney.legal_name", "District Attorney's Office"),
        ("agencies.public-defender.legal_name", "Public Defender"),
        ("pathways.jail-referral.kind", "community_referral"),
        ("pathways.jail-referral.effective_from", "2023"),
        ("program.distinct_from.thrive.government", "City of Santa Fe"),
    ],
)
def test_the_county_says_what_the_sources_say(path: str, value: str) -> None:
    """The one row of domain/programs.md that is about it; SF-12 and SF-13 are its sources."""
    jurisdiction = load(PLACE / "santa-fe-county-nm")
    standing = jurisdiction.resolve(date(2024, 12, 31))
    assert standing.program is not None
    subject = Subject(jurisdiction, standing, standing.program)
    assert rows_of(subject, subject.steps(path))[0].value == value


def test_before_2023_nobody_came_from_the_jail() -> None:
    program = load(PLACE / "santa-fe-county-nm").resolve(date(2022, 12, 31)).program
    assert program is not None
    assert not program.pathways
