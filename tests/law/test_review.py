"""The domain review, part B: every correction and addition can be seen in the data."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from leadkit import law
from leadkit.law.exchange import catalogue_json, limit_json, offence_json, plain_json
from leadkit.source import read_text
from leadkit.source.tree import plain

TABLE = Path(__file__).parent / "review_b.yaml"
ROWS = plain(read_text(TABLE.read_text(encoding="utf-8"), TABLE.name)[0])


def _printed(key: str) -> Mapping[str, object]:
    if key in law.catalogues():
        return catalogue_json(law.load(key))
    crime = law.offence(key)
    if crime:
        return offence_json(crime, None, {})
    limit = next((one for one in law.limits() if one.id == key), None)
    if limit:
        return limit_json(limit, None)
    other = law.exclusion_set(key) or law.nibrs(key)
    assert other, f"nothing is called {key}"
    return plain_json(other)


def _at(value: object, path: str) -> object:
    for step in path.split("."):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def _expected(word: object) -> object:
    return {"true": True, "false": False, "null": None}.get(word, word) if isinstance(word, str) else word


@pytest.mark.parametrize("key", ROWS)
def test_review_bullet(key: str) -> None:
    row = ROWS[key]
    assert row["says"]
    assert row.get("elsewhere") or row["shows"]
    for shown in row.get("shows", []):
        found = _at(_printed(shown["id"]), shown["path"])
        place = f"{shown['id']} {shown['path']}: {found!r}"
        if "has" in shown:
            assert shown["has"] in found, place
        elif "lacks" in shown:
            assert found, place
            assert shown["lacks"] not in found, place
        else:
            assert found == _expected(shown["is"]), place


def test_a_ladder_never_hides_behind_one_level() -> None:
    for name in law.catalogues():
        for one in law.load(name).offences.values():
            words = " ".join(band.grade or "" for band in one.bands).lower()
            if "felony" in words:
                assert "felony" in one.levels, one.id
            if "misdemeanor" in words.replace("gross misdemeanor", ""):
                assert "misdemeanor" in one.levels, one.id


def test_civil_offences_have_no_nibrs_code() -> None:
    for name in law.catalogues():
        for one in law.load(name).offences.values():
            if one.levels == ("civil",):
                assert one.nibrs == (), one.id
