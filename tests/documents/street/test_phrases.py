"""What the papers print for the words of the model's lists of choices."""

from __future__ import annotations

from enum import StrEnum

import pytest

from leadkit.documents.library import default_root
from leadkit.documents.template.phrases import read_phrases
from leadkit.model.agreement.change import DecidedBy
from leadkit.model.agreement.protections import InsuranceKind
from leadkit.model.eligibility.exclusions import WeaponKind, WeaponUse
from leadkit.model.eligibility.offences import Act, ConsentRequired
from leadkit.model.eligibility.person import ResidenceKind
from leadkit.model.eligibility.warrants import (
    SupervisionEffect,
    SupervisionKind,
    Underlying,
    WarrantAction,
    WarrantKind,
)
from leadkit.model.events import Event, Frequency
from leadkit.model.measures.evaluation import Standing
from leadkit.model.pathways.kinds import ReferralSource
from leadkit.model.procedure.after import Graduation, LaterOffencesRule
from leadkit.model.procedure.availability import AfterHoursAction, NoAnswerRule
from leadkit.model.procedure.charge import ArrestModeKind, Filing, Outcome, Paper, RecordKept, ReleaseEvent
from leadkit.model.procedure.clocks import OnExpiry
from leadkit.model.procedure.contact import CapacityChecked, Precedence
from leadkit.model.procedure.oversight import IncidentKind
from leadkit.model.procedure.steps import HandoffKind, IntakeKind, PlaceKind
from leadkit.model.procedure.things import (
    CustodyStatus,
    DependentAction,
    DrugEvidence,
    LabRule,
    PropertyAction,
    Restraint,
    RetentionEvent,
    Syringes,
    VideoRelease,
)
from leadkit.model.services.kinds import ServiceKind
from leadkit.model.sharing.basis import CourtOrderStandard, DeIdentification
from leadkit.model.sharing.duties import Part2Answer
from leadkit.model.sharing.expiry import RevocationMeans
from leadkit.model.sharing.keeping import AfterKeeping, SafeguardKind
from leadkit.model.sharing.vocabulary import (
    Action,
    Detail,
    ProhibitedUse,
    Purpose,
    RecipientClass,
    Redisclosure,
    Scope,
    Sensitivity,
    UseLimit,
)
from leadkit.values.level import Level

PHRASES: dict[str, dict[str, type[StrEnum]]] = {
    "shared": {
        "means": RevocationMeans,
        "changed_by": DecidedBy, "event": Event, "on_expiry": OnExpiry, "place": PlaceKind,
        "dependent": DependentAction, "video_release": VideoRelease, "crisis_precedence": Precedence,
        "later_rule": LaterOffencesRule, "arrest_mode": ArrestModeKind, "paper": Paper, "record_kept": RecordKept,
        "filing": Filing, "release_event": ReleaseEvent, "outcome": Outcome, "level": Level,
        "handoff": HandoffKind, "after_hours": AfterHoursAction, "no_answer": NoAnswerRule,
        "custody": CustodyStatus, "restraint": Restraint, "drugs": DrugEvidence, "lab": LabRule,
        "retention_until": RetentionEvent, "syringes": Syringes, "thing": PropertyAction,
        "capacity": CapacityChecked, "referral_source": ReferralSource, "weapon_kind": WeaponKind,
        "weapon_use": WeaponUse, "warrant_kind": WarrantKind, "underlying": Underlying,
        "warrant_action": WarrantAction, "supervision_kind": SupervisionKind,
        "supervision_effect": SupervisionEffect, "residence_kind": ResidenceKind,
        "offence_consent": ConsentRequired, "act": Act, "on_exit": AfterKeeping, "after_keeping": AfterKeeping,
        "incident": IncidentKind, "frequency": Frequency, "standing": Standing, "detail": Detail, "action": Action,
        "scope": Scope, "use_limit": UseLimit, "redisclosure": Redisclosure, "purpose": Purpose,
        "de_identification": DeIdentification, "order_standard": CourtOrderStandard, "part2": Part2Answer,
        "safeguard": SafeguardKind, "recipient_class": RecipientClass, "sensitivity": Sensitivity,
        "pledged": ProhibitedUse, "graduation": Graduation, "insurance": InsuranceKind, "service_kind": ServiceKind,
    },
    "referral-protocol": {"intake_kind": IntakeKind},
}  # fmt: skip


def _phrases(folder: str) -> dict[str, set[str]]:
    file = default_root() / folder / "phrases.yaml"
    return {name: set(words) for name, words in read_phrases(file.read_text(encoding="utf-8"), file.name).items()}


@pytest.mark.parametrize(("folder", "name"), [(folder, name) for folder, names in PHRASES.items() for name in names])
def test_every_word_of_a_list_of_choices_has_its_phrase(folder: str, name: str) -> None:
    found, wanted = _phrases(folder)[name], {word.value for word in PHRASES[folder][name]}
    assert found == wanted, found ^ wanted
