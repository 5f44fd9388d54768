"""Programs that differ in one thing and another: each renders a service, and each service passes its tests.

The configurations are chosen so that every two choices of two factors meet in one of them at least.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product
from pathlib import Path

import pytest

from tests.gates.deploy.services import closing_line, rendered_into

FACTORS: dict[str, dict[str, str]] = {
    "database": {"sqlite": "", "postgresql": ""},
    "community": {"open": "", "closed": "pathways: {community-referral: {enabled: no}}"},
    "social": {"open": "", "closed": "pathways: {social-contact: {enabled: no}}"},
    "prosecutors": {
        "several": "",
        "one": "roles: {misdemeanor-charging: ~, county-misdemeanor-charging: ~}",
    },
    "vacant": {
        "nobody": "",
        "liaison": "roles: {liaison-prosecutor: {status: vacant, agencies: ~}}",
        "privacy": "roles: {data-steward: ~}",
    },
    "languages": {
        "two": "",
        "one": "deployment: {languages: [en]}",
    },
    "part2": {"yes": "", "no": "agencies: {harbor-treatment: {hipaa_status: [covered_entity], part2_test: ~}}"},
}
"""By factor its choices, each with what it lays over the example county."""

SLOW = "lead/desks/privacy/tests/test_purging.py"
FAST = ("tests/test_table.py", "tests/test_pages.py", "tests/test_records.py", "lead/desks", f"--ignore={SLOW}")
"""The tests that a change of the program may break; the whole suite is run for the programs that are shipped."""


def pairwise() -> list[dict[str, str]]:
    """Few configurations in which every pair of choices is: the greedy choice, the same each time."""
    every = [dict(zip(FACTORS, chosen, strict=True)) for chosen in product(*FACTORS.values())]
    wanted = {pair for one in every for pair in _pairs(one)}
    chosen: list[dict[str, str]] = []
    while wanted:
        best = max(every, key=lambda one: len(wanted & _pairs(one)))
        wanted -= _pairs(best)
        chosen.append(best)
    return chosen


def _pairs(one: dict[str, str]) -> set[tuple[tuple[str, str], tuple[str, str]]]:
    return set(combinations(one.items(), 2))


GRID = pairwise()


def test_every_two_choices_meet() -> None:
    sizes = [len(choices) for choices in FACTORS.values()]
    assert len({pair for one in GRID for pair in _pairs(one)}) == sum(a * b for a, b in combinations(sizes, 2))
    assert len(GRID) <= 9


@pytest.mark.gate("python:django", "python:pytest_django", "pg_ctlcluster", "python:psycopg")
@pytest.mark.parametrize("one", GRID, ids=lambda one: "-".join(one.values()))
def test_a_service_of_every_kind_of_program_passes_its_tests(
    one: dict[str, str], over_county: Callable[[str], Path], postgresql: str, tmp_path: Path
) -> None:
    folder = over_county(_laid_over(one))
    service = rendered_into("example-county", tmp_path / "service", folder)
    said = {"DATABASE_URL": postgresql.format(name="postgres")} if one["database"] == "postgresql" else {}
    assert " passed" in closing_line(service, *FAST, **said)


def _laid_over(one: dict[str, str]) -> str:
    """The pieces of a configuration in one; two that are about one section of the program are joined."""
    sections: dict[str, list[str]] = {}
    for factor, choice in one.items():
        piece = FACTORS[factor][choice]
        if piece:
            section, _colon, held = piece.partition(": ")
            sections.setdefault(section, []).append(held[1:-1])
    return "\n".join(f"{section}: {{{', '.join(held)}}}" for section, held in sections.items()) or "{}"
