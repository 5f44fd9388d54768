"""Each object of a program is kept back once, with every text marked: no mark of it reaches a page or a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import Jurisdiction, load
from leadkit.site.part import Making
from leadkit.site.several.pages import pages_of_several
from leadkit.site.wanted import Wanted
from tests.sampling import sampled
from tests.site.marking import MARK, hide, hideable, marked

GROUPS = 3
"""So many builds hide each object once, with the others around it as they were."""


def _told(jurisdiction: Jurisdiction) -> dict[str, set[int]]:
    """The marks of each page with its files, and of the pages on which several programs are compared."""
    wanted = Wanted(search=False)
    part = Making(jurisdiction, wanted, "county").part
    assert part.program is not None
    assert part.pages, part.findings
    several = pages_of_several({"county": part}, {"county": part.program}, wanted)
    found: dict[str, set[int]] = {}
    for page in (*part.pages, *several):
        files = b"".join(page.files.values()).decode(errors="replace")
        whole = json.dumps([page.title, page.description, page.text, files])
        found[page.address.html] = {int(each) for each in MARK.findall(whole)}
    return found


@pytest.mark.parametrize("group", sampled(range(GROUPS), GROUPS))
def test_no_mark_of_an_object_that_is_kept_back_is_told(group: int, county: Any, put: Callable[..., Path]) -> None:
    marks = marked(county)
    assert len(marks) > 1000
    hidden = hideable(county)[group::GROUPS]
    for place, path in enumerate(hidden):
        hide(county, path, ("internal", "partners")[place % 2])
    told = _told(load(put(county)))
    leaks = {
        (page, ".".join(map(str, marks[mark])))
        for page, found in told.items()
        for mark in found
        if any(marks[mark][: len(path)] == path for path in hidden)
    }
    assert not leaks
    assert sum(map(len, told.values())) > 100  # what is not hidden is there, so that a mark would have been
