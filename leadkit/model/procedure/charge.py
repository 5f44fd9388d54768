"""What becomes of the charge: how the arrest is made, which paper is held, and what ends it."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import ActorId, AreaId, ClockId, DocumentId, OffenceId, PathwayId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.level import Level
from leadkit.values.quantities import Amount, Duration


class ArrestModeKind(StrEnum):
    """How a person is held, or not, at an arrest diversion."""

    NO_ARREST = "no_arrest"
    DETAINED_AND_RELEASED = "detained_and_released"
    APPEARANCE_TICKET = "appearance_ticket"
    CITATION = "citation"
    CUSTODIAL_ARREST = "custodial_arrest"
    BOOKED = "booked"


class ArrestMode(Item):
    """How a person is held where the law leaves a choice, or takes it away."""

    pathways: Several[PathwayId] = optional("The pathways this is for.", ["arrest-diversion"], default=())
    levels: Several[Level] = optional("The levels of offence this is for.", ["misdemeanor"], default=())
    mode: Several[ArrestModeKind] = expected(
        "How: no_arrest, detained_and_released, appearance_ticket, citation, custodial_arrest or booked.",
        "appearance_ticket",
        default=(),
    )
    statute: Line | None = optional("The law that says so.", "N.Y. Crim. Proc. Law 150.20")
    mandatory: Flag | None = optional("Whether the law leaves no choice.", "yes")
    exceptions: Prose | None = optional("Its exceptions.", "Offenses for which the law allows custody.")


class Paper(StrEnum):
    """The paper by which a charge would begin."""

    TICKET = "ticket"
    CITATION = "citation"
    COMPLAINT = "complaint"
    REPORT = "report"
    INFORMATION = "information"
    NONE = "none"


class Filing(StrEnum):
    """What is done with that paper at the diversion."""

    NO_PAPER = "no_paper"
    NOT_SENT = "not_sent"
    SENT_AND_HELD = "sent_and_held"
    HELD_IN_ABEYANCE = "held_in_abeyance"
    SCREENED_OUT = "screened_out"
    FILED_AND_CONTINUED = "filed_and_continued"


class ReleaseEvent(StrEnum):
    """What ends the charge."""

    DIVERTED = "diverted"
    INTAKE = "intake"
    INTAKE_AND_PLAN = "intake_and_plan"
    ASSESSMENT_AND_TREATMENT = "assessment_and_treatment"
    ENGAGEMENT = "engagement"


class ChargingGuideline(Item):
    """What a prosecutor's office says it will charge; it changes what there is to divert.

    Never a promise: each case is looked at by itself.
    """

    office: Several[ActorId] = expected("Whose guideline it is.", "misdemeanor-charging", default=())
    rule: Prose | None = expected("What it says.", "Possession of less than one gram is as a rule not charged.")
    offences: Several[OffenceId] = optional("The offences it is for.", ["possession"], default=())
    levels: Several[Level] = optional("The levels of offence it is for.", ["misdemeanor"], default=())
    below: Amount | None = optional("The amount below which it holds.", "1 g")
    individual_review: Flag | None = optional("Whether each case is still looked at by itself.", "yes")


class Engagement(Item):
    """What it takes for a participant to count as engaged, where a charge or a clock depends on it."""

    what_counts: Prose | None = expected(
        "What a person must have done to count as engaged, in the program's own words.",
        "Two meetings with the case manager within thirty days of intake; no result is asked for.",
    )
    judged_by: Several[ActorId] = optional("Who says whether a person is engaged.", ["case-management"], default=())
    told_as: Line | None = optional("What is told to the charging authority.", "Engaged: yes or no")


class Outcome(StrEnum):
    """How the charge ends once that has happened."""

    NEVER_FILED = "never_filed"
    DECLINED = "declined"
    DISMISSED = "dismissed"


class Effect(StrEnum):
    """How firm that end is: final, or a presumption that the prosecutor may still rebut."""

    FINAL = "final"
    PRESUMPTION = "presumption"


class Otherwise(StrEnum):
    """What may happen to the charge where things go another way."""

    FILE = "file"
    MAY_FILE = "may_file"
    REVIEW = "review"
    NONE = "none"


class RecordKept(StrEnum):
    """What stays on record."""

    NO_RECORD = "no_record"
    ARREST_REMAINS = "arrest_remains"
    REPORT_REMAINS = "report_remains"
    SEALED = "sealed"
    VACATUR_SUPPORT = "vacatur_support"


class ChargeHandling(Item):
    """The states of a charge: which paper is held by whom, what ends it, and what else may happen."""

    pathways: Several[PathwayId] = optional(
        "The pathways this is for. Without them, all that have no entry of their own.",
        ["arrest-diversion"],
        default=(),
    )
    levels: Several[Level] = optional("The levels of offence this is for. Without them, all.", ["felony"], default=())
    offences: Several[OffenceId] = optional("The offences this is for. Without them, all.", ["possession"], default=())
    areas: Several[AreaId] = optional("The areas this is for. Without them, all.", ["sampleton-city"], default=())
    paper: Several[Paper] = expected(
        "The paper that is withheld: ticket, citation, complaint, report, information or none.",
        "report",
        default=(),
    )
    filer: ActorId | None = expected(
        "Who would file it: officer where officers file themselves, or the role that charges.", "officer"
    )
    filing: Filing | None = expected(
        "What is done with the charging paper: no_paper, not_sent, sent_and_held, held_in_abeyance, screened_out or "
        "filed_and_continued.",
        "sent_and_held",
    )
    held_for: ClockId | None = optional("The clock for which it is held.", "intake")
    release_event: ReleaseEvent | None = expected(
        "What ends the charge: diverted (at once), intake, intake_and_plan, assessment_and_treatment or engagement.",
        "intake",
    )
    outcome: Outcome | None = optional("How it then ends: never_filed, declined or dismissed.", "never_filed")
    effect: Effect | None = optional("Whether that is final, or a presumption the prosecutor may rebut.", "presumption")
    decided_by: Several[ActorId] = optional("Who decides.", ["felony-charging"], default=())
    on_declined: Otherwise | None = optional("Where the person says no: file, may_file, review or none.", "file")
    on_no_intake: Otherwise | None = expected(
        "Where intake is not finished in time: file, may_file, review or none.", "may_file"
    )
    on_no_progress: Otherwise | None = optional(
        "Where the person later stops taking part: file, may_file, review or none.", "none"
    )
    on_new_offence: Otherwise | None = optional(
        "Where a new offence is alleged meanwhile: file, may_file, review or none.", "review"
    )
    record: Several[RecordKept] = expected(
        "What stays on record: no_record, arrest_remains, report_remains, sealed or vacatur_support.",
        "arrest_remains",
        default=(),
    )
    limitation_period: Duration | None = optional("How long after the offence the law allows a charge.", "2 years")
    last_day_to_file: Duration | None = optional(
        "How long after the offence the office files at the latest, so that the period does not run out.",
        "23 months",
    )
    notice: DocumentId | None = optional("The notice by which the person learns of it.", "no-filing-notice")
    coded_as: Line | None = optional("How the police record codes it.", "Cleared by diversion")
    paperwork: Prose | None = optional("What the officer writes.", "The report is written as for an arrest.")
