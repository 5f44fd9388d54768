"""``leadkit import`` of what the program has already: it is held against the program, which stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from .conftest import files

Make = Callable[..., Path]
Run = Callable[..., Result]


def test_a_row_of_a_known_entry_is_held_against_it_and_changes_nothing(program: Path, sheet: Make, run: Run) -> None:
    before = files(program)
    content = (
        "Name,Type,Phone,Hours\nPPD,Police,360-555-0199,24/7\nharbor clinic INC,treatment provider,(360) 555.0150,\n"
    )
    result = run("agencies", sheet(content), program)
    assert result.return_value == 0
    assert files(program) == before
    assert (
        "LK234 note: Row 2 has what agencies.pine-police lacks in the program: phone “360-555-0199”; " in result.output
    )
    assert "LK234 warning" not in result.output  # to add a value is to contradict nothing
    assert "agencies.harbor" not in result.output
    result = run("services", sheet("Name,Kind,Hours\nMill Street Shelter,Food; Showers,daily 18:00-08:00\n"), program)
    assert "categories “showers”, the program “food”; hours “daily 18:00-08:00”, the program “24/7”" in result.output
    assert files(program) == before


def test_a_note_that_the_program_has_not_is_a_difference(program: Path, sheet: Make, run: Run) -> None:
    run("services", sheet("Name,Wheelchairs\nHub,yes\nDen,yes\n"), program)
    once = files(program)
    result = run(
        "services", sheet("Name,Wheelchairs,Dogs\nHub,no,\nDen,Yes,outside\nMill Street Shelter,,yes\n"), program
    )
    for says in (
        "Row 2 says of services.providers.hub: notes “Wheelchairs: no”, the program “Wheelchairs: yes”.",
        "Row 3 says of services.providers.den: notes “Dogs: outside”, the program “Wheelchairs: yes”.",
        "Row 4 has what services.providers.mill-street-shelter lacks in the program: notes “Dogs: yes”.",
    ):
        assert says in result.output
    assert result.output.count("LK234 warning") == 2
    assert result.output.count("LK234 note") == 1
    assert files(program) == once
