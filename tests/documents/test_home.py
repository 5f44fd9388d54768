"""A box that no line prints stands in the section of its own thing."""

from __future__ import annotations

import pytest

from leadkit.documents.template.home import home_of

SECTIONS = ["area-east", "area-north-east", "area-mf-9.20", "closing"]


@pytest.mark.parametrize(
    ("path", "home"),
    [
        ("areas.east.bounds", "area-east"),
        ("areas.north-east.bounds", "area-north-east"),
        ("areas.mf-9.20.bounds", "area-mf-9.20"),
        ("areas.west.bounds", "closing"),
        ("agreement.term", "closing"),
    ],
)
def test_a_box_finds_the_section_of_its_thing(path: str, home: str) -> None:
    assert SECTIONS[home_of(path, SECTIONS)] == home
