"""Each object of a program is kept back once, with every text marked: no mark of it reaches a page or a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import Jurisdiction, load
from leadkit.model.walk import Path as Place
from leadkit.site.part import Making
from leadkit.site.several.pages import pages_of_several
from leadkit.site.wanted import Wanted
from tests.sampling import sampled
from tests.site.marking import MARK, hide, hideable, marked, members

GROUPS = 3
"""So many builds hide each object once, with the others around it as they were."""
WHOLE = (
    "agencies", "areas", "roles", "pathways", "eligibility.offences", "eligibility.amounts", "eligibility.exclusions",
    "eligibility.history", "eligibility.acceptance", "governance.bodies", "services.providers", "agreement.parties",
    "procedure.clocks", "procedure.steps", "procedure.handoff", "procedure.charge_handling", "sharing.flows",
    "sharing.never", "sharing.releases", "sharing.prohibited", "sharing.exceptions", "measures.indicators",
    "measures.reports", "measures.evaluation.findings", "procedure", "sharing", "measures", "governance", "services",
)  # fmt: skip
"""Collections and sections, of which nothing is left then."""


def _told(jurisdiction: Jurisdiction, *, alone: bool = False) -> dict[str, set[int]]:
    """The marks of each page with its files, as it is made with all or alone, and of those that compare programs."""
    wanted = Wanted(search=False)
    making = Making(jurisdiction, wanted, "county")
    part = making.part
    assert part.program is not None
    assert part.pages, part.findings
    several = pages_of_several({"county": part}, {"county": part.program}, wanted)
    addresses = [page.address for page in part.pages]
    singly = [page for each in addresses if alone and (page := making.page(each, addresses))]
    found: dict[str, set[int]] = {}
    for page in (*part.pages, *several, *singly):
        files = b"".join(page.files.values()).decode(errors="replace")
        whole = json.dumps([page.title, page.description, page.text, files])
        found.setdefault(page.address.html, set()).update(int(each) for each in MARK.findall(whole))
    return found


@pytest.mark.parametrize("group", sampled(range(GROUPS), GROUPS))
def test_no_mark_of_an_object_that_is_kept_back_is_told(group: int, county: Any, put: Callable[..., Path]) -> None:
    marks = marked(county)
    assert len(marks) > 1000
    hidden = hideable(county)[group::GROUPS]
    for place, path in enumerate(hidden):
        hide(county, path, ("internal", "partners")[place % 2])
    told = _told(load(put(county)), alone=True)
    assert not _leaks(told, marks, hidden)
    shown = {page.rpartition("/")[2] for page, on_it in told.items() if on_it}  # what is not hidden is there
    assert shown >= {"how.html", "privacy.html", "results.html", "governance.html", "services.html", "who.html"}


@pytest.mark.parametrize("kept", sampled(WHOLE, 10))
def test_no_mark_of_a_collection_that_is_kept_back_as_a_whole_is_told(
    kept: str, county: Any, put: Callable[..., Path]
) -> None:
    marks, hidden = marked(county), members(county, kept)
    for path in hidden:
        hide(county, path)
    assert not _leaks(_told(load(put(county))), marks, hidden)


def _leaks(told: dict[str, set[int]], marks: dict[int, Place], hidden: list[Place]) -> set[tuple[str, str]]:
    """Each page with the path of each text on it that is kept back."""
    return {
        (page, ".".join(map(str, marks[mark])))
        for page, found in told.items()
        for mark in found
        if any(marks[mark][: len(path)] == path for path in hidden)
    }
