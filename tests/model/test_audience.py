"""Who may read what: an object says it for all inside it, and what is inside never widens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility
from leadkit.model.load import load


@pytest.mark.parametrize(
    ("said", "path", "audience"),
    [
        ("areas: {riverside-campus: {visibility: internal}}", "areas.riverside-campus.members", Visibility.INTERNAL),
        ("agencies: {bridgeway: {visibility: public}}", "agencies.bridgeway.legal_name", Visibility.PUBLIC),
        ("agencies: {bridgeway: {visibility: ~}}", "agencies.bridgeway.legal_name", Visibility.INTERNAL),
        (
            "agencies: {county-sheriff: {visibility: public, contacts: {duty-sergeant: {visibility: partners}}}}",
            "agencies.county-sheriff.contacts.duty-sergeant.phone",
            Visibility.PARTNERS,
        ),
        (
            "agencies: {county-sheriff: {visibility: internal, contacts: {duty-sergeant: {visibility: public}}}}",
            "agencies.county-sheriff.contacts.duty-sergeant.phone",
            Visibility.INTERNAL,
        ),
    ],
)
def test_an_object_says_it_for_all_inside(
    said: str, path: str, audience: Visibility, over_county: Callable[[str], Path]
) -> None:
    program = load(over_county(said)).resolve().program
    assert program is not None
    assert audience_of(program, path.split(".")) is audience
