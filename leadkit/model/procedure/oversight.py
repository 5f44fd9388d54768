"""Complaints, grave incidents, training, and the ban on quotas."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.beside import explain_other
from leadkit.model.references import ActorId, AgencyId, BodyId, DocumentId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.model.share import Share
from leadkit.values.quantities import Duration


class Grievance(Item):
    """How anybody may complain about the program."""

    made_to: Several[ActorId] = expected("To whom a grievance is made.", ["project-manager"], default=())
    how: Prose | None = optional("How a grievance is made.", "In words, in writing, or through anyone trusted.")
    answer_within: Duration | None = optional("How soon an answer comes.", "14 days")
    decided_by: Several[ActorId] = optional("Who decides.", ["policy-coordinating-group"], default=())
    appeal_to: Several[ActorId] = optional("Who hears an appeal.", ["county-prosecutor"], default=())
    no_retaliation: Flag | None = expected("Whether a complaint may have no bad effect on the person.", "yes")
    police_complaints: Prose | None = optional(
        "Where complaints about officers go.", "To the police department's own office of accountability."
    )
    form: DocumentId | None = optional("The form on which it is made.", "grievance-form")


class IncidentKind(StrEnum):
    """A grave incident."""

    DEATH = "death"
    OVERDOSE = "overdose"
    SERIOUS_INJURY = "serious_injury"
    VIOLENCE = "violence"
    VIOLENT_OFFENCE_CHARGED = "violent_offence_charged"
    STAFF_ASSAULTED = "staff_assaulted"
    USE_OF_FORCE = "use_of_force"
    BREACH_OF_INFORMATION = "breach_of_information"
    MEDIA_ATTENTION = "media_attention"
    OTHER = "other"


class CriticalIncident(Item):
    """What happens after a grave incident."""

    event: IncidentKind = required(
        "The incident: death, overdose, serious_injury, violence, violent_offence_charged, staff_assaulted, "
        "use_of_force, breach_of_information, media_attention or other.",
        "death",
    )
    event_text: Line | None = optional("What the incident is, where the word is other.", "A fire at a provider's site")
    notify: Several[ActorId] = expected("Who is told.", ["project-manager"], default=())
    within: Duration | None = expected("How soon those named are told.", "24 hours")
    review_body: BodyId | None = optional("The body that reviews it.", "policy-coordinating-group")
    review_within: Duration | None = optional("How soon it reviews.", "30 days")
    speaks: ActorId | None = optional("Who speaks to the press.", "media-contact")
    purpose: Prose | None = optional("What the review is for.", "To learn; it is no inquiry into guilt.")

    @model_validator(mode="after")
    def _other_is_explained(self) -> Self:
        """Require the words where the incident is none of the usual ones."""
        explain_other(self, "event", "event_text")
        return self


class Training(Item):
    """Training that somebody gets before or while they take part."""

    audience: Several[ActorId] = expected("Who is trained.", ["officer"], default=())
    agencies: Several[AgencyId] = optional("Of which agencies. Without them, all.", ["sampleton-police"], default=())
    topics: Several[Line] = optional("What the training is about.", ["Harm reduction", "The handoff"], default=())
    length: Duration | None = optional("How long the training takes.", "4 hours")
    share_of_force: Share | None = optional("The share of the force to be trained.", "80%")
    repeated: Duration | None = optional("How often it is repeated.", "2 years")
    given_by: Several[ActorId] = optional("Who gives it.", ["project-manager"], default=())
    before: Prose | None = optional("What may not be done without it.", "No officer refers before the training.")


class Quotas(StrEnum):
    """Whether referrals or arrests may be counted against anybody."""

    FORBIDDEN = "forbidden"
    ALLOWED = "allowed"
