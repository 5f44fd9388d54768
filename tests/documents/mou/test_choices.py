"""Every word that a program may choose has its words and its place in the memorandum."""

from __future__ import annotations

from enum import StrEnum

import pytest

from leadkit.documents.library import default_root, load
from leadkit.model.agreement.authority import FilingKind, Instrument
from leadkit.model.agreement.change import AnnexRole, DecidedBy, PrecedenceRank
from leadkit.model.agreement.parties import Subject
from leadkit.model.agreement.protections import InsuranceKind, LastResort, NoticeMeans, ReservedPower
from leadkit.model.agreement.term import RenewalBy, SuspensionOf
from leadkit.model.eligibility.consent import AfterRefusal
from leadkit.model.eligibility.warrants import SupervisionKind
from leadkit.model.events import Frequency
from leadkit.model.governance.kinds import Authority, DecisionRule, Meets, Minutes
from leadkit.model.pathways.kinds import ReferralSource
from leadkit.model.procedure.availability import AfterHoursAction, NoAnswerRule
from leadkit.model.procedure.charge import Filing, Outcome, ReleaseEvent
from leadkit.model.procedure.contact import CapacityChecked, Precedence
from leadkit.model.procedure.oversight import IncidentKind
from leadkit.model.procedure.steps import HandoffKind
from leadkit.model.procedure.things import (
    CustodyStatus,
    DrugEvidence,
    LabRule,
    PropertyAction,
    Restraint,
    RetentionEvent,
    Syringes,
)
from leadkit.model.program.kinds import Principle
from leadkit.model.sharing.basis import CourtOrderStandard, DeIdentification
from leadkit.model.sharing.duties import Part2Answer
from leadkit.model.sharing.keeping import AfterKeeping
from leadkit.model.sharing.vocabulary import (
    Action,
    Detail,
    Purpose,
    RecipientClass,
    Redisclosure,
    Scope,
    UseLimit,
)
from leadkit.values.level import Level

PHRASES: dict[str, type[StrEnum]] = {
    "instrument": Instrument, "power": Authority, "meets": Meets, "minutes": Minutes, "host_rule": DecisionRule,
    "referral_source": ReferralSource, "filing": Filing, "release_event": ReleaseEvent, "outcome": Outcome,
    "level": Level, "after_refusal": AfterRefusal, "preserved": ReservedPower, "detail": Detail, "scope": Scope,
    "use_limit": UseLimit, "action": Action, "redisclosure": Redisclosure, "purpose": Purpose,
    "de_identification": DeIdentification,
    "order_standard": CourtOrderStandard, "part2": Part2Answer, "filing_act": FilingKind, "decided_by": DecidedBy,
    "annex_role": AnnexRole, "renewal": RenewalBy, "suspended": SuspensionOf, "notice_means": NoticeMeans,
    "last_resort": LastResort, "rank": PrecedenceRank, "insurance": InsuranceKind, "supervision": SupervisionKind,
    "principle": Principle, "precedence": Precedence, "handoff": HandoffKind, "after_hours": AfterHoursAction,
    "no_answer": NoAnswerRule, "custody": CustodyStatus, "restraint": Restraint, "drugs": DrugEvidence, "lab": LabRule,
    "retention_until": RetentionEvent, "syringes": Syringes, "thing": PropertyAction, "capacity": CapacityChecked,
    "incident": IncidentKind, "recipient_class": RecipientClass, "after_keeping": AfterKeeping,
    "after_keeping_of": AfterKeeping, "frequency": Frequency,
}  # fmt: skip


@pytest.mark.parametrize("name", PHRASES)
def test_every_word_of_a_list_of_choices_has_its_phrase(name: str) -> None:
    assert set(load("mou", default_root()).phrases[name]) == {word.value for word in PHRASES[name]}


def test_every_subject_that_may_bind_has_a_place() -> None:
    outline = load("mou", default_root()).outline
    assert outline is not None
    assert {subject.value for subject in Subject} <= set(outline.subjects)
