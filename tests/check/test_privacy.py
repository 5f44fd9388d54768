"""Ways around the rules on privacy: what must be found however it is written, and what is no way around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check

Over = Callable[[str], Path]


def _flow(name: str, fields: str) -> str:
    return f"sharing: {{flows: {{{name}: {{{fields}}}}}}}\n"


_NO_STATUTE = "citation: ~, law: ~, allows: ~"
_NAMED_HISTORY = "recipient: [project-manager, employer], scope: aggregate_only, detail: full"

FOUND = {
    "criminal history of all under a scope for counts": (
        "LK604",
        _flow("history-between-justice-agencies", _NAMED_HISTORY),
    ),
    "what is never shared, under a scope for counts": (
        "LK607",
        _flow("history-between-justice-agencies", _NAMED_HISTORY),
    ),
    "criminal history whose names are only taken out": (
        "LK604",
        _flow(
            "history-between-justice-agencies",
            "recipient: evaluator, scope: aggregate_only, "
            f"basis: {{kind: de_identified, method: coded, {_NO_STATUTE}}}",
        ),
    ),
    "health records to police under a scope for counts": (
        "LK602",
        _flow(
            "engagement-to-police",
            "categories: clinical, basis: {kind: own_records, release: ~}, scope: aggregate_only, detail: full",
        ),
    ),
    "engagement to police as if they had asked for help": (
        "LK602",
        _flow("engagement-to-police", "basis: {kind: own_records, release: ~}, scope: own_request"),
    ),
    "treatment records in full, said to show nobody": (
        "LK603",
        _flow("treatment-records", "basis: {kind: de_identified, method: aggregate, release: ~}, detail: full"),
    ),
    "health records in code to the press": (
        "LK607",
        _flow(
            "news-for-neighbors",
            "recipient: press, categories: clinical, basis: {kind: de_identified, method: coded, release: ~}",
        ),
    ),
    "a body in which police sit": (
        "LK602",
        _flow("case-conference", "basis: {kind: own_records, release: ~}"),
    ),
    "treatment records in a room with police": (
        "LK607",
        _flow("case-conference", "categories: sud-records"),
    ),
    "a treatment consent to a room with police": (
        "LK605",
        "sharing: {releases: {treatment-release: {blocks: {treatment: {recipients: operational-work-group}}}}}\n",
    ),
    "a treatment consent to an employer and the press": (
        "LK605",
        "sharing: {releases: {treatment-release: {blocks: {treatment: {recipients: [employer, press]}}}}}\n",
    ),
    "a treatment consent that serves a charge": (
        "LK605",
        "sharing: {releases: {treatment-release: {blocks: {treatment: {purpose: [treatment, charging]}}}}}\n",
    ),
    "a body with a case manager among its police that tells the police": (
        "LK602",
        _flow(
            "case-conference",
            "sender: operational-work-group, recipient: sampleton-police, basis: {kind: own_records, release: ~}",
        ),
    ),
}

NOT_FOUND = {
    "counts of criminal history for the evaluator": (
        "LK604",
        _flow(
            "history-between-justice-agencies",
            "recipient: evaluator, scope: aggregate_only, detail: summary, "
            f"basis: {{kind: de_identified, method: aggregate, {_NO_STATUTE}}}",
        ),
    ),
    "criminal history in a room where every seat is a justice agency's": (
        "LK604",
        "governance: {bodies: {evaluation-committee: "
        "{chairs: prosecutor, members: {health: ~, evaluator: ~, community: ~}}}}\n"
        + _flow("history-between-justice-agencies", "recipient: evaluation-committee"),
    ),
}


@pytest.mark.parametrize("what", FOUND)
def test_is_found(what: str, over_county: Over) -> None:
    code, piece = FOUND[what]
    codes = {one.code for one in check(over_county(piece))}
    assert not [each for each in codes if each.startswith("LK2")], "the piece is not well formed"
    assert code in codes


@pytest.mark.parametrize("what", NOT_FOUND)
def test_is_not_found(what: str, over_county: Over) -> None:
    code, piece = NOT_FOUND[what]
    codes = {one.code for one in check(over_county(piece))}
    assert not [each for each in codes if each.startswith("LK2")], "the piece is not well formed"
    assert code not in codes
