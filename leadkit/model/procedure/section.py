"""What happens, step by step, from contact to exit."""

from __future__ import annotations

from leadkit.model.base import Item, expected, optional
from leadkit.model.events import Event
from leadkit.model.procedure.after import (
    CaseConferences,
    Exit,
    LaterOffences,
    ParticipantStatus,
    StatusLetters,
)
from leadkit.model.procedure.availability import AfterHours, ProcedureHours
from leadkit.model.procedure.charge import ArrestMode, ChargeHandling, ChargingGuideline, Engagement, ReleaseEvent
from leadkit.model.procedure.clocks import Clock
from leadkit.model.procedure.contact import Crisis, MedicalFirst, Offer
from leadkit.model.procedure.oversight import CriticalIncident, Grievance, Quotas, Training
from leadkit.model.procedure.steps import Handoff, Intake, Step
from leadkit.model.procedure.things import BodyWornVideo, Dependents, Evidence, PropertyRule, Transport
from leadkit.model.references import Id
from leadkit.model.scalars import Flag, Several


class Procedure(Item):
    """What happens, step by step, from contact to exit."""

    steps: dict[Id, Step] = expected(
        "The steps, by id, in their usual order.",
        {"offer": {"actor": "officer", "action": "Offer the program.", "next": "handoff"}},
        default={},
    )
    handoff: dict[Id, Handoff] = expected(
        "How a person passes from the officer to a case manager, by id: one entry, or several by pathway and area.",
        {"at-the-scene": {"kind": "warm", "target": "30 minutes"}},
        default={},
    )
    clocks: dict[Id, Clock] = expected(
        "The deadlines, by id.",
        {"intake": {"starts": "referral", "at_least": "7 days", "at_most": "30 days"}},
        default={},
    )
    intake: Intake | None = expected("The intake: what it is, and what counts as done.", {"kind": "full_assessment"})
    charge_handling: dict[Id, ChargeHandling] = expected(
        "What becomes of the charge, by id: one entry, or several by pathway, level, offence and area.",
        {
            "felonies": {
                "levels": "felony",
                "paper": "report",
                "filing": "sent_and_held",
                "release_event": "intake",
            }
        },
        default={},
    )
    engagement: Engagement | None = optional(
        "What counts as engaged. It must be said, or be open, where a charge ends with engagement or a clock runs "
        "to it.",
        {"what_counts": "Two meetings with the case manager within thirty days of intake."},
    )
    charging_guidelines: dict[Id, ChargingGuideline] = optional(
        "What the prosecutors' offices say they will charge, by id.",
        {
            "small-amounts": {
                "office": "misdemeanor-charging",
                "rule": "As a rule not charged.",
                "below": "1 g",
            }
        },
        default={},
    )
    arrest_mode: dict[Id, ArrestMode] = optional(
        "How a person is held at an arrest diversion, by id.",
        {"misdemeanors": {"mode": "appearance_ticket"}},
        default={},
    )
    offer: Offer | None = expected("How the program is offered.", {"made_by": "officer", "admission_required": "no"})
    hours: dict[Id, ProcedureHours] = expected(
        "The hours in which referrals are taken, by id. They may narrow the hours of an area or a pathway, and never "
        "widen them.",
        {"city": {"hours": "24/7"}},
        default={},
    )
    after_hours: dict[Id, AfterHours] = expected(
        "What happens after hours or when nobody answers, by id.",
        {"nights": {"action": "next_day", "no_answer_rule": "release_and_refer"}},
        default={},
    )
    crisis: Crisis | None = expected(
        "A mental-health crisis at the contact.",
        {"statute": "RCW 71.05.153", "precedence": "before_diversion"},
    )
    medical_first: MedicalFirst | None = optional(
        "Medical need at the contact, and overdose.", {"ems_triggers": ["Not breathing normally"]}
    )
    evidence: Evidence | None = expected(
        "What is done with evidence.", {"drugs": "book", "retention_until": "no_filing_notice"}
    )
    property: PropertyRule | None = optional("What is done with a person's things.", {"pets": "goes_along"})
    dependents: Dependents | None = optional(
        "Children or dependent adults who are present.", {"children": "stay_with_person"}
    )
    body_worn_video: BodyWornVideo | None = optional(
        "Body-worn cameras at a diversion.", {"record_offer": "yes", "off_during_intake": "yes"}
    )
    transport: Transport | None = optional(
        "Taking a person to a handoff or a service.", {"by": "case_manager", "custody_status": "voluntary"}
    )
    later_offences: LaterOffences | None = expected(
        "Later and earlier cases of a participant.", {"rule": ["no_immunity", "coordinate"]}
    )
    police_contact_after_referral: Flag | None = optional(
        "Whether anything more with the police is asked of a person once referred.", "no"
    )
    participant_statuses: Several[ParticipantStatus] = optional(
        "The statuses that the program uses for a participant.",
        ["referred", "enrolled", "inactive"],
        default=(),
    )
    exit: Exit | None = expected("How taking part comes to an end.", {"graduation": "self_chosen"})
    status_letters: dict[Id, StatusLetters] = optional(
        "Letters that the program must or may issue, by id.",
        {"vacatur": {"purpose": "To show substantial compliance.", "issued_by": "project-manager"}},
        default={},
    )
    case_conferences: CaseConferences | None = optional(
        "Meetings about single participants.", {"body": "operational-work-group", "every": "2 weeks"}
    )
    grievance: Grievance | None = expected("How anybody may complain.", {"made_to": "project-manager"})
    critical_incidents: dict[Id, CriticalIncident] = optional(
        "What happens after a grave incident, by id.",
        {"death": {"event": "death", "notify": "project-manager", "within": "24 hours"}},
        default={},
    )
    training: dict[Id, Training] = optional(
        "Training, by id.", {"officers": {"audience": "officer", "share_of_force": "80%"}}, default={}
    )
    quotas: Quotas | None = optional(
        "Whether referrals or arrests may be counted against anybody: forbidden or allowed.", "forbidden"
    )

    def expected_besides(self) -> tuple[str, ...]:
        """What counts as engaged, where something depends on it."""
        ends_charge = any(one.release_event is ReleaseEvent.ENGAGEMENT for one in self.charge_handling.values())
        ends_clock = any(Event.ENGAGEMENT_SHOWN in (one.starts, one.until) for one in self.clocks.values())
        return ("engagement",) if ends_charge or ends_clock else ()
