"""A whole section may begin and end with the program, like anything inside it."""

from __future__ import annotations

from datetime import date

import pytest

from leadkit.model.resolve import Gone, resolve
from leadkit.source.reading import read_text

TEXT = """\
services: {effective_from: 2014-04-21, effective_until: 2019-10-13, time_limited: no}
funding: {versions: {2014-04-21: {subject_to_appropriation: yes}, 2019-10-14: {ended: true}}}
sources: {effective_until: {title: An id that looks like a field}}
"""


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2014, 4, 20), False),
        (date(2014, 4, 21), True),
        (date(2019, 10, 13), True),
        (date(2019, 10, 14), False),
    ],
)
def test_a_section_holds_between_its_first_and_its_last_day(on: date, holds: bool) -> None:
    root, _ = read_text(TEXT, "program.yaml")
    resolution = resolve(root, on)
    for section in ("services", "funding"):
        assert (section in resolution.root.entries) is holds
        assert ((section,) in resolution.gone) is not holds
    assert "sources" in resolution.root.entries
    assert all(state is Gone.NOT_IN_FORCE for state, _ in resolution.gone.values())
