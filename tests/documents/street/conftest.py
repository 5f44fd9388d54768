"""The papers for the street: of the example county, of real programs, and of the county with fields laid over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing, to_markdown
from leadkit.documents.tree.document import Document
from leadkit.model.load import load
from leadkit.model.root import Program
from leadkit.model.standing import Standing
from leadkit.resources import programs


@cache
def _standing(name: str) -> Standing:
    return load(programs() / name).resolve()


@cache
def _composed(paper: str, name: str) -> Composition:
    return compose_standing(_standing(name), paper)


@cache
def _printed(paper: str, name: str) -> str:
    return _words(_composed(paper, name))


def _words(composition: Composition) -> str:
    assert composition.document is not None, [one.message for one in composition.diagnostics]
    return to_markdown(composition.document)


@pytest.fixture
def paper() -> Callable[..., str]:
    """The words of a paper of a shipped program: ``paper("protocol")``."""
    return lambda paper, name="example-county": _printed(paper, name)


OTHERWISE = """
program: {several_charges: any, unit_of_decision: charge}
documents:
  protocol: {pathways: ~}
  police-policy-city: {status: adopted, adopted_on: 2026-05-04}
  pocket-card: {expires: ~}
pathways:
  arrest-diversion: {supervisor_called: no, channels: {duty-line: {phone: 360-555-0199}}}
  social-contact: {channels: {desk: {visibility: internal}}}
  community-referral: {anonymous: no, channels: {phone: {visibility: internal}}}
  post-overdose: {visibility: partners}
eligibility:
  amounts: {controlled-substance: {weighed: pure}, damage: {at_most: $400}}
  exclusions:
    violence-now: {strength: presumptive, override_by: [felony-charging]}
    threat-of-harm: {strength: advisory}
    no-contact: {screened_by: [records-check]}
procedure:
  quotas: allowed
  police_contact_after_referral: yes
  crisis: {precedence: instead_of_diversion}
  clocks: {plan: {on_expiry: next_clock}}
  exit: {return_allowed: no, inactive_after: ~}
  offer: {admission_required: yes}
  after_hours: {no-answer: {no_answer_rule: supervisor_decides}}
  arrest_mode: {felonies: {mandatory: yes, statute: RCW 10}}
  evidence: {drugs: destroy_after, lab: ~}
  body_worn_video: {record_offer: no}
  training: {officers: {length: ~}}
  charge_handling: {felonies: {last_day_to_file: 30 months, held_for: ~, outcome: dismissed}}
sharing: {discovery: {log: no}}
"""
"""The example county with many things the other way round."""

_ALTERED: dict[str, Standing] = {}
_OTHERWISE: dict[str, str] = {}


@pytest.fixture
def tree() -> Callable[[str], Document]:
    """The tree of a paper of the example county."""

    def run(paper: str) -> Document:
        document = _composed(paper, "example-county").document
        assert document is not None
        return document

    return run


@pytest.fixture
def program() -> Program:
    """The example county."""
    found = _standing("example-county").program
    assert found is not None
    return found


@pytest.fixture
def altered(over_county: Callable[[str], Path]) -> Callable[..., str]:
    """The words of a paper of the example county with a piece of YAML laid over it."""

    def run(paper: str, piece: str) -> str:
        if piece not in _ALTERED:
            _ALTERED[piece] = load(over_county(piece)).resolve()
        assert _ALTERED[piece].program is not None, _ALTERED[piece].errors
        return _words(compose_standing(_ALTERED[piece], paper))

    return run


@pytest.fixture
def otherwise(altered: Callable[..., str]) -> Callable[[str], str]:
    """The words of a paper of the example county with many things the other way round, composed once."""

    def run(paper: str) -> str:
        if paper not in _OTHERWISE:
            _OTHERWISE[paper] = altered(paper, OTHERWISE)
        return _OTHERWISE[paper]

    return run


@pytest.fixture
def refusal(over_county: Callable[[str], Path]) -> Callable[..., str]:
    """Why a program has no such paper: a shipped one by its name, or the county with a piece of YAML laid over it."""

    def run(paper: str, name: str = "", piece: str = "") -> str:
        if piece and piece not in _ALTERED:
            _ALTERED[piece] = load(over_county(piece)).resolve()
        composition = compose_standing(_standing(name) if name else _ALTERED[piece], paper)
        assert composition.document is None
        return " ".join(one.message for one in composition.diagnostics)

    return run
