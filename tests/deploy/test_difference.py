"""What changes is told in words, before anything is merged."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.deploy.compile.compiling import DATA
from leadkit.deploy.compile.plain import to_json
from leadkit.deploy.difference import differences

BEFORE: dict[str, Any] = {
    "sharing": {
        "recipients": {"police-liaison": {"label": "Police liaison"}, "prosecutor": {"label": "Prosecutors"}},
        "categories": {"engagement": {"label": "Engaged"}, "intake": {"label": "Intake done"}},
        "cells": [
            {
                "sender": "care", "recipient": "police-liaison", "category": "engagement", "action": "view",
                "purpose": "coordination", "basis": {"kind": "release", "release": "roi"}, "scope": "own_cases",
                "detail": "yes_no", "use_limits": ["no_evidence"], "notice": False,
            }
        ],
        "never": [{"id": "press", "categories": ["intake"], "recipients": ["press"], "reason": "No names."}],
    },
    "consents": {"releases": {"roi": {"title": "Release to police", "version": "1"}}},
    "policy": {"rules": [{"id": "age", "text": "The person is younger than 18.", "place": {"line": 1}}]},
    "forms": {"pathways": {"arrest": {"name": "Arrest diversion", "open": True}}},
    "clocks": {"clocks": {"intake": {"label": "Intake", "at_most": {"unit": "days", "count": 30}}}},
    "roles": {
        "roles": {"care": {"title": "Case management", "agencies": ["bridgeway"]}},
        "agencies": {"bridgeway": {"name": "Bridgeway"}},
    },
}  # fmt: skip
Edit = Callable[[dict[str, Any]], object]


def _told(tmp_path: Path, edit: Edit) -> tuple[str, ...]:
    after = copy.deepcopy(BEFORE)
    edit(after)
    (tmp_path / DATA).mkdir(parents=True)
    for name, data in BEFORE.items():
        (tmp_path / DATA / f"{name}.json").write_bytes(to_json(data))
    return differences(tmp_path, {f"{DATA}/{name}.json": to_json(data) for name, data in after.items()})


def _new_cell(data: dict[str, Any]) -> None:
    cell = data["sharing"]["cells"][0]
    data["sharing"]["cells"].append(cell | {"recipient": "prosecutor", "category": "intake", "purpose": "charging"})


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda data: None, ""),
        (lambda data: data["policy"]["rules"][0].update(place={"line": 9}), ""),
        (_new_cell, "Prosecutors may now see “Intake done” for charging, with a signed release."),
        (
            lambda data: data["sharing"]["cells"].clear(),
            "Police liaison may no longer see “Engaged” for coordination, with a signed release.",
        ),
        (
            lambda data: data["sharing"]["cells"][0].update(detail="full"),
            "Police liaison, “Engaged” for coordination: detail is now full, and was yes or no.",
        ),
        (
            lambda data: data["sharing"]["cells"][0].update(use_limits=[]),
            "Police liaison, “Engaged” for coordination: use limits is now none, and was no evidence.",
        ),
        (
            lambda data: data["sharing"]["cells"][0].update(action="receive"),
            "Police liaison may now receive “Engaged” for coordination, with a signed release.",
        ),
        (lambda data: data["sharing"]["never"].clear(), "No longer forbidden: No names."),
        (
            lambda data: data["sharing"]["never"][0].update(recipients=[]),
            "Reaches others than before: No names.",
        ),
        (
            lambda data: data["consents"]["releases"]["roi"].update(version="2"),
            "“Release to police” has other words; who signed it before agreed to the old ones alone.",
        ),
        (lambda data: data["policy"]["rules"].clear(), "A rule is gone: The person is younger than 18."),
        (
            lambda data: data["policy"]["rules"][0].update(strength="absolute"),
            "A rule has changed: The person is younger than 18; its strength is now absolute, and was not said.",
        ),
        (
            lambda data: data["policy"]["rules"][0].update(citations=[{"law": "RCW"}]),
            "A rule has changed: The person is younger than 18; the law it cites is now other, and was not said.",
        ),
        (
            lambda data: data["policy"]["rules"][0].update(text="The person is younger than 21."),
            "A rule has changed. Before: The person is younger than 18. Now: The person is younger than 21.",
        ),
        (
            lambda data: data["forms"]["pathways"]["arrest"].update(open=False),
            "The pathway “Arrest diversion” is closed now.",
        ),
        (
            lambda data: data["clocks"]["clocks"]["intake"].update(at_most={"unit": "days", "count": 45}),
            "The clock “Intake”: the time allowed is now 45 days, and was 30 days. This holds for people",
        ),
        (
            lambda data: data["roles"]["roles"]["care"].update(vacant=True),
            "Case management: held by nobody now, and by Bridgeway before.",
        ),
    ],
)
def test_each_change_is_one_sentence(edit: Edit, sentence: str, tmp_path: Path) -> None:
    told = _told(tmp_path, edit)
    assert len(told) == bool(sentence)
    assert "".join(told).startswith(sentence)


def _new_pathway(data: dict[str, Any]) -> None:
    data["forms"]["pathways"]["jail"] = {"name": "Jail release", "open": True}
    for rule in data["policy"]["rules"]:
        rule["pathways"] = ["jail"]
    own = {"id": "pathways.jail.areas", "text": "The place is outside.", "pathways": ["jail"]}
    data["policy"]["rules"] += [own, own | {"id": "pathways.jail.nexus", "text": "Nothing lies behind it."}]


def test_a_new_pathway_is_told_in_few_sentences(tmp_path: Path) -> None:
    assert _told(tmp_path, _new_pathway) == (
        "The pathway “Jail release” is open now.",
        "A new rule for “Jail release”: The place is outside; Nothing lies behind it.",
        "A rule that stood before now holds for “Jail release”: The person is younger than 18.",
    )


def test_that_a_pathway_opened_is_told_once(tmp_path: Path) -> None:
    def closed(data: dict[str, Any]) -> None:
        data["forms"]["pathways"]["arrest"]["open"] = False
        data["policy"]["rules"].append({"id": "pathways.arrest.enabled", "text": "The pathway is not open."})

    assert _told(tmp_path, closed) == ("The pathway “Arrest diversion” is closed now.",)


def test_a_data_file_that_somebody_damaged_counts_as_not_there(tmp_path: Path) -> None:
    (tmp_path / DATA).mkdir(parents=True)
    (tmp_path / DATA / "sharing.json").write_bytes(b"\xff{[")
    new = {f"{DATA}/{name}.json": to_json(data) for name, data in BEFORE.items()}
    assert "Police liaison may now see “Engaged” for coordination, with a signed release." in differences(tmp_path, new)
