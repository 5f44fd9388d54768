"""The example county with fields laid over it, printed as a memorandum."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing
from leadkit.model.load import load
from tests.documents.mou.reading import Printed, text

NOTHING_LAID_OVER = "program: {invented: yes}\n"
OTHERWISE = """
areas: {unincorporated: {hours: 24/7}, sample-river-land: {hours: 24/7}}
pathways: {arrest-diversion: {officer_discretion: no}}
governance:
  bodies:
    policy-coordinating-group: {veto_covers: budget}
    community-leadership-team: {members: {former-participants: {seats: 1}}}
procedure:
  quotas: allowed
  charge_handling: {misdemeanors: {on_no_intake: file, last_day_to_file: 10 months}}
  handoff: {at-arrest: {officer_stays: no, longest: 20 minutes}}
  crisis: {precedence: instead_of_diversion}
  after_hours: {no-answer: {calls: 3, no_answer_rule: supervisor_decides}}
  evidence: {drugs: not_taken, lab: ~, retention: ~}
  property: {cash: booked}
  offer: {miranda_if_custodial: ~, statements_used: ~}
  grievance: {police_complaints: ~}
  critical_incidents: {death: ~}
sharing:
  prohibited: {revocation: {binds: ~}}
  never: {no-names-to-press: {recipient_classes: [employer]}}
  discovery: {log: no}
  retention: {referral-log: {keep: 7 years, then: archive}}
agreement:
  authority: {interlocal: {filing: ~}}
  order_of_precedence: [law, amendments, agreement]
  labor: {contracts_prevail: no}
  termination: {by: [too_few_parties]}
"""
"""The example county with many things the other way round, composed once."""

_KEPT: dict[str, Composition] = {}
_TEXTS: dict[str, str] = {}


@pytest.fixture
def printed(over_county: Callable[[str], Path]) -> Printed:
    """Compose the memorandum of the example county with a piece of YAML laid over it, each piece once."""

    def run(example: str = NOTHING_LAID_OVER) -> Composition:
        if example not in _KEPT:
            standing = load(over_county(example)).resolve()
            assert standing.program is not None, standing.errors
            _KEPT[example] = compose_standing(standing, "mou")
        return _KEPT[example]

    return run


@pytest.fixture
def county(printed: Printed) -> str:
    """The memorandum of the example county."""
    return _read_once(printed, NOTHING_LAID_OVER)


@pytest.fixture
def otherwise(printed: Printed) -> str:
    """The memorandum of the example county with many things the other way round."""
    return _read_once(printed, OTHERWISE)


def _read_once(printed: Printed, example: str) -> str:
    if example not in _TEXTS:
        _TEXTS[example] = text(printed(example))
    return _TEXTS[example]
