"""Every word that a program may choose has its phrase in the papers of the table, and no phrase stands for nothing."""

from __future__ import annotations

from enum import StrEnum

import pytest

from leadkit.documents.library import default_root, load
from leadkit.model.agreement.authority import FilingKind, GoverningVote
from leadkit.model.agreement.change import DecidedBy
from leadkit.model.agreement.execution import ApprovalKind
from leadkit.model.events import Event, Frequency
from leadkit.model.funding import AmountFor, ConditionKind, CostBasis, Pays
from leadkit.model.governance.kinds import Authority, DecisionRule, Meets, Minutes
from leadkit.model.measures.evaluation import Design, EvaluationStatus, Standing
from leadkit.model.root import Program
from leadkit.model.sharing.basis import CourtOrderStandard, DeIdentification
from leadkit.model.sharing.duties import Part2Answer
from leadkit.model.sharing.keeping import SafeguardKind
from leadkit.model.sharing.vocabulary import (
    Action,
    Detail,
    Purpose,
    RecipientClass,
    Redisclosure,
    Scope,
    Sensitivity,
    UseLimit,
)

WORDS: dict[str, dict[str, type[StrEnum]]] = {
    "council-memo": {"vote": GoverningVote, "decided_by": DecidedBy, "amount_for": AmountFor},
    "approval-resolution": {"kind": ApprovalKind, "changed_by": DecidedBy, "filing_act": FilingKind},
    "fiscal-note": {"amount_for": AmountFor, "pays": Pays, "condition": ConditionKind, "basis": CostBasis},
    "governance-charter": {
        "power": Authority, "meets": Meets, "minutes": Minutes, "host_rule": DecisionRule, "decides": DecisionRule,
    },
    "sharing-annex": {
        "detail": Detail, "action": Action, "scope": Scope, "use_limit": UseLimit, "redisclosure": Redisclosure,
        "purpose": Purpose, "de_identification": DeIdentification, "order_standard": CourtOrderStandard,
        "part2": Part2Answer, "safeguard": SafeguardKind, "recipient_class": RecipientClass,
        "sensitivity": Sensitivity, "event": Event,
    },
    "planning-mou": {"filing_act": FilingKind, "decided_by": DecidedBy, "decides": DecisionRule},
    "evaluation-plan": {
        "frequency": Frequency, "evaluation_status": EvaluationStatus, "design": Design, "standing": Standing,
    },
}  # fmt: skip


@pytest.mark.parametrize("document", WORDS)
def test_every_word_has_its_phrase(document: str) -> None:
    phrases = load(document, default_root()).phrases
    for name, words in WORDS[document].items():
        assert set(phrases[name]) == {str(word) for word in words}, name


def test_every_section_of_a_program_has_its_heading_in_the_packet() -> None:
    known = set(load("open-decisions", default_root()).phrases["part"])
    assert set(Program.model_fields) - {"schema_version", "open"} <= known
