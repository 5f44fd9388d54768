"""After enrollment: later offences, statuses, exit, letters and case conferences."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import ActorId, BodyId, DocumentId, LimitId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.quantities import Duration


class LaterOffencesRule(StrEnum):
    """How later offences of a participant are treated."""

    NO_IMMUNITY = "no_immunity"
    COORDINATE = "coordinate"
    PROSECUTOR_REVIEW = "prosecutor_review"


class LaterOffences(Item):
    """Later and earlier cases of a participant. Taking part gives no immunity."""

    rule: Several[LaterOffencesRule] = expected(
        "How they are treated: no_immunity, coordinate or prosecutor_review.", ["no_immunity"], default=()
    )
    coordinated_by: Several[ActorId] = optional("Who coordinates them.", ["liaison-prosecutor"], default=())
    detail: Prose | None = optional("What that means.", "The liaison prosecutor may ask for a continuance.")


class ParticipantStatus(StrEnum):
    """Where a participant stands."""

    REFERRED = "referred"
    SCREENED = "screened"
    OFFERED = "offered"
    DECLINED = "declined"
    INELIGIBLE = "ineligible"
    WAITLISTED = "waitlisted"
    HANDED_OFF = "handed_off"
    INTAKE_PENDING = "intake_pending"
    ENROLLED = "enrolled"
    ACTIVE = "active"
    INACTIVE = "inactive"
    DISENGAGED = "disengaged"
    EXITED = "exited"
    DECEASED = "deceased"
    TERMINATED = "terminated"
    REENROLLED = "reenrolled"


class Graduation(StrEnum):
    """Whether there is a graduation: none, one the participant chooses, or by criteria."""

    NONE = "none"
    SELF_CHOSEN = "self_chosen"
    CRITERIA = "criteria"


class Exit(Item):
    """How taking part comes to an end."""

    graduation: Graduation | None = expected(
        "Whether there is a graduation: none, self_chosen or criteria.", "self_chosen"
    )
    termination_by: Several[ActorId] = optional(
        "Who may end services against the participant's will.", ["operational-work-group"], default=()
    )
    criteria: Several[Line] = optional("On what grounds, set beforehand.", ["Violence against staff"], default=())
    discretion_of: ActorId | None = optional("At whose discretion, where one office has the say.", "felony-charging")
    appeal: Prose | None = optional("How a participant may object.", "In writing to the project manager in 30 days.")
    return_allowed: Flag | None = optional("Whether a person may come back.", "yes")
    inactive_after: Duration | None = optional("After what time without contact a participant is inactive.", "90 days")
    outreach: Prose | None = optional("What is done before that.", "Outreach every two weeks.")


class StatusLetters(Item):
    """Letters that the program must or may issue, such as for the vacatur of a record."""

    purpose: Prose | None = expected("What the letter is for.", "To show substantial compliance for a vacatur.")
    statute: Line | None = optional("The law that gives it a meaning.", "RCW 9.96.060")
    limit: LimitId | None = optional("The legal limit that describes it.", "wa-vacatur-letter")
    issued_by: Several[ActorId] = expected("Who issues it.", ["project-manager"], default=())
    form: DocumentId | None = optional("The form of the letter.", "status-letter")
    after: Duration | None = optional("After what time of taking part.", "6 months")
    within: Duration | None = optional("How soon after it is asked for.", "14 days")
    needs_release: Flag | None = optional("Whether the participant's release is needed.", "yes")


class CaseConferences(Item):
    """Meetings about single participants."""

    body: BodyId | None = expected("The body that meets.", "operational-work-group")
    every: Duration | None = optional("How often the conference is held.", "2 weeks")
    roster_rule: Prose | None = optional(
        "Who may be in the room for which participant.", "Only agencies that the release names."
    )
    confidentiality: Prose | None = optional("What is promised.", "Each member signs a pledge once a year.")
    participant_told: Flag | None = optional("Whether the participant is told beforehand.", "yes")
    minutes: Prose | None = optional("What is written down.", "Actions only; no health information.")
