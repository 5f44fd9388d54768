"""``leadkit import``: what a cell says is read as it is meant, or reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from .conftest import PROGRAM, entry

Make = Callable[..., Path]
Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3605550192", "360-555-0192"),
        ("360 555 0179", "360-555-0179"),
        ("360.555.0177 x4", "360-555-0177 x4"),
        ("(360)555-0177, Ext. 12", "360-555-0177 x12"),
        ("1-360-555-0177", "1-360-555-0177"),
        ("988", "988"),
    ],
)
def test_ten_digits_are_a_number_in_any_punctuation(
    written: str, read: str, program: Path, sheet: Make, run: Run
) -> None:
    run("services", sheet(f'Name,Phone\nHub,"{written}"\n'), program)
    assert entry(program, "services", "providers", "hub", "contacts", "general", "phone") == read


@pytest.mark.parametrize(("written", "digits"), [("402-555-013", 9), ("(402) 555-01", 8), ("402-555-013 x12", 9)])
def test_a_number_that_lacks_a_digit_is_reported(
    written: str, digits: int, program: Path, sheet: Make, run: Run
) -> None:
    result = run("agencies", sheet(f'Name,Type,Phone\nHub,jail,"{written}"\n'), program)
    assert result.return_value == 1
    assert f"says “{written}”: a telephone number has ten digits, and this has {digits}." in " ".join(
        result.output.split()
    )


@pytest.mark.parametrize(
    ("written", "street"),
    [
        ("12 Mill Street, Sampleton WA 98999", "12 Mill Street"),
        ("12 Mill Street, Suite 4, Sampleton, WA 98999", "12 Mill Street, Suite 4"),
        ("12 Mill Street\nSampleton WA 98999-1234", "12 Mill Street"),
    ],
)
def test_an_address_is_parted_without_a_comma_before_the_state(
    written: str, street: str, program: Path, sheet: Make, run: Run
) -> None:
    result = run("services", sheet(f'Name,Address\nHub,"{written}"\n'), program)
    place = entry(program, "services", "providers", "hub", "location")
    assert (place["street"], place["city"], place["state"], place["zip"][:5]) == (street, "Sampleton", "WA", "98999")
    assert "LK238" not in result.output


@pytest.mark.parametrize(
    "written",
    ["12 Mill Street Sampleton WA 98999", "12 Mill Street, Suite 4 Sampleton, WA 98999", "12 Mill, Sampleton"],
)
def test_an_address_that_cannot_be_parted_is_said(written: str, program: Path, sheet: Make, run: Run) -> None:
    file = sheet(f'Name,Address\nHub,"{written}"\nDen,12 Mill Street\n')
    result = run("services", file, program)
    assert result.return_value == 0
    assert f"list.csv, line 2\nLK238 note: Cell B2 (Address) says “{written}”, all of" in result.output
    assert result.output.count("LK238 note") == 1
    assert entry(program, "services", "providers", "hub", "location") == {"street": written}
    assert "LK238" not in run("services", file, program).output


def test_beside_a_column_of_cities_an_address_is_a_street(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet('Name,Address,City\nHub,"12 Mill Street, Suite 4",Sampleton\n'), program)
    assert "LK238" not in result.output


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Downtown", "downtown-core"), ("Dwontown core", "downtown-core"), ("The Whole County", "whole-county"),
     ("whole county", "whole-county"), ("countywide", "whole-county")],
)  # fmt: skip
def test_the_nearest_area_is_proposed(written: str, meant: str, program: Path, sheet: Make, run: Run) -> None:
    areas = "areas:\n  whole-county: {name: Pine County, kind: countywide}\n  downtown-core:"
    (program / "program.yaml").write_text(PROGRAM.replace("areas:\n  downtown:", areas), encoding="utf-8")
    result = run("services", sheet(f"Name,Area\nHub,{written}\n"), program)
    assert f"is no area of the program; did you mean {meant}?" in result.output
    assert result.return_value == 1


def test_a_column_of_beds_says_what_is_counted(program: Path, sheet: Make, run: Run) -> None:
    run("services", sheet("Name,Beds\nHub,20\n"), program)
    assert entry(program, "services", "providers", "hub", "capacity") == {"count": "20", "of": "beds"}
    run("services", sheet("Name,Capacity,Capacity of\nDen,20,people\nInn,8,\n"), program)
    assert entry(program, "services", "providers", "den", "capacity") == {"count": "20", "of": "people"}
    assert entry(program, "services", "providers", "inn", "capacity") == {"count": "8"}
