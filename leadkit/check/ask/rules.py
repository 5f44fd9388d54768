"""The rules of eligibility, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.model.eligibility.rule import Rule
    from leadkit.model.root import Program

_LOOKED_UP = frozenset({"active_case", "open_warrant"})
"""Tests of an exclusion that are answered from the files of justice agencies, and by nobody who is merely asked."""
_ABOUT_RECORDS = _LOOKED_UP | {
    "treatment_court_case",
    "mental_health_court_case",
    "on_probation",
    "on_parole",
    "doc_supervision",
    "supervising_agency_consent",
}
"""Tests whose very answer tells of an arrest, a case or a sentence."""


def rules_of(program: Program) -> Iterator[tuple[tuple[str, ...], Rule]]:
    """Every rule that may keep a person out, with its path."""
    eligibility = program.eligibility
    for name in ("amounts", "exclusions", "history", "supervision"):
        for key, rule in getattr(eligibility, name).items():
            yield ("eligibility", name, key), rule
    for name in ("age", "residence"):
        one = getattr(eligibility, name)
        if one is not None:
            yield ("eligibility", name), one


def looks_up_records(path: tuple[str, ...], rule: Rule) -> bool:
    """Whether somebody must read criminal history to apply a rule."""
    return path[1] == "history" or getattr(rule, "test", None) in _LOOKED_UP


def about_records(path: tuple[str, ...], rule: Rule) -> bool:
    """Whether it tells criminal history to say that a rule bars somebody, and why."""
    return path[1] in ("history", "supervision") or getattr(rule, "test", None) in _ABOUT_RECORDS
