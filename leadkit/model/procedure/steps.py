"""The steps from contact to case management, and the handoff."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import ActorId, AreaId, ClockId, DocumentId, PathwayId, StepId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.quantities import Duration


class PlaceKind(StrEnum):
    """Where something happens."""

    SCENE = "scene"
    PRECINCT = "precinct"
    STATION = "station"
    CAR = "car"
    MEETING_POINT = "meeting_point"
    PROVIDER_SITE = "provider_site"
    DETOX = "detox"
    ASSESSMENT_CENTER = "assessment_center"
    HOSPITAL = "hospital"
    JAIL = "jail"
    COURT = "court"
    SCHOOL = "school"
    SHELTER = "shelter"
    PHONE = "phone"
    ONLINE = "online"


class Step(Item):
    """One step: who does what, where, within what time, and what comes next."""

    actor: ActorId | None = expected("Who acts: a role, an agency, or a word such as officer.", "officer")
    action: Prose | None = expected("What they do, as one instruction.", "Offer the program and call a case manager.")
    pathways: Several[PathwayId] = optional(
        "The pathways that have this step. Without them, all.", ["arrest-diversion"], default=()
    )
    within: Duration | None = optional("How soon after the step before it.", "30 minutes")
    clock: ClockId | None = optional("The clock that this step runs against.", "intake")
    place: Several[PlaceKind] = optional("Where it happens.", ["scene"], default=())
    form: Several[DocumentId] = optional("The form that is filled in.", "screening-form", default=())
    next: Several[StepId] = optional("The step or steps that may follow.", ["handoff"], default=())
    on_fail: StepId | None = optional("The step that follows where this one fails.", "ordinary-process")
    failure: Prose | None = optional("What counts as failing, and what then happens.", "Nobody answers in 30 minutes.")


class HandoffKind(StrEnum):
    """How a person passes from an officer to a case manager; a warm handoff is made in person."""

    WARM = "warm"
    TRANSPORT = "transport"
    PHONE = "phone"
    APPOINTMENT = "appointment"


class Handoff(Item):
    """How a person passes from the officer to a case manager."""

    pathways: Several[PathwayId] = optional(
        "The pathways this is for. Without them, all that have no entry of their own.",
        ["arrest-diversion"],
        default=(),
    )
    areas: Several[AreaId] = optional("The areas this is for. Without them, all.", ["unincorporated"], default=())
    kind: Several[HandoffKind] = expected("How: warm, transport, phone or appointment.", "warm", default=())
    place: Several[PlaceKind] = optional("Where it may happen.", ["scene", "precinct"], default=())
    target: Duration | None = expected("How soon a case manager should be there.", "30 minutes")
    longest: Duration | None = optional("How long the officer waits at most.", "60 minutes")
    clock: ClockId | None = optional("The clock it runs against.", "handoff")
    received_by: Several[ActorId] = optional("Who takes the person over.", ["case-management"], default=())
    officer_stays: Flag | None = optional("Whether the officer stays until the case manager is there.", "yes")
    fallback: Prose | None = expected(
        "What happens where no case manager comes in time.", "The case manager speaks to the person by phone."
    )


class IntakeKind(StrEnum):
    """What the intake consists of."""

    BRIEF_SCREEN = "brief_screen"
    FULL_ASSESSMENT = "full_assessment"
    ASSESSMENT_AND_PLAN = "assessment_and_plan"


class Intake(Item):
    """The intake: what it is, and what counts as done."""

    kind: IntakeKind | None = expected(
        "What it consists of: brief_screen, full_assessment or assessment_and_plan.", "full_assessment"
    )
    what_counts: Prose | None = expected(
        "What must have happened for intake to be finished.",
        "The assessment is complete and the release is signed.",
    )
    clock: ClockId | None = expected("The clock within which it must be finished.", "intake")
    done_by: Several[ActorId] = optional("Who does it.", ["case-management"], default=())
    place: Several[PlaceKind] = optional("Where the intake is done.", ["provider_site"], default=())
    form: Several[DocumentId] = optional("The forms used.", ["intake-form"], default=())
    brief_first: Prose | None = optional("What is asked at the scene before the intake.", "Needs for the next days.")
    reported_as: Line | None = optional("What is told to the charging authority.", "Intake done: yes or no")
    attempts: Prose | None = optional(
        "How a person who misses intake is looked for.", "Three visits in the first two weeks."
    )
