"""Consent of the participant, and of those who may be asked; and what victims are owed."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.eligibility.offences import ConsentRequired
from leadkit.model.eligibility.warrants import NoAnswer
from leadkit.model.references import ActorId, AgencyId, DocumentId
from leadkit.model.scalars import Line, Prose, Several
from leadkit.values.quantities import Duration


class AfterRefusal(StrEnum):
    """What follows where a person says no."""

    ORDINARY_PROCESS = "ordinary_process"
    NOTHING = "nothing"
    OFFICER_DISCRETION = "officer_discretion"


class ParticipantConsent(Item):
    """The person's own consent. It is always needed, and it can always be taken back."""

    form: DocumentId | None = optional("The form that records it.", "participation-acknowledgment")
    recorded_by: Several[ActorId] = optional("Who records it.", "case_manager", default=())
    how_revoked: Prose | None = optional(
        "How the person takes it back.", "By telling any case manager, in words or in writing."
    )
    after_refusal: AfterRefusal | None = expected(
        "What follows a no: ordinary_process, nothing or officer_discretion.", "ordinary_process"
    )


class ComplainantForm(StrEnum):
    """What the complainant says; a statement of preference leaves the decision with the prosecutor."""

    DECLINES_PROSECUTION = "declines_prosecution"
    AGREES_TO_DIVERSION = "agrees_to_diversion"
    STATES_PREFERENCE = "states_preference"
    NOT_ASKED = "not_asked"


class ComplainantConsent(Item):
    """Whether a complainant is asked, and what counts as an answer."""

    required: ConsentRequired | None = expected(
        "When a complainant must consent: never, if_person_victim or always.", "if_person_victim"
    )
    form: Several[ComplainantForm] = expected(
        "What the complainant says: declines_prosecution, agrees_to_diversion, states_preference or "
        "not_asked. Where several are named, each is needed.",
        ["agrees_to_diversion", "declines_prosecution"],
        default=(),
    )
    recorded_by: Several[ActorId] = optional("Who records the answer.", "officer", default=())
    window: Duration | None = optional("How long the complainant has to answer.", "24 hours")
    no_answer: NoAnswer | None = optional(
        "What silence means: counts_as_consent, counts_as_refusal, ask_again or decided_without.",
        "decided_without",
    )
    may_change: Prose | None = optional(
        "Whether and until when the complainant may think again.", "Until the filing decision."
    )


class SupervisingConsent(Item):
    """How a supervising agency's consent is got; whose is needed stands under supervision."""

    asked_by: Several[ActorId] = optional("Who asks the agency.", "project-manager", default=())
    recorded_as: Prose | None = optional("How its answer is recorded.", "In writing, with name and date.")


class GuardianConsent(Item):
    """Consent of a parent or guardian for a young person."""

    required_under: Line | None = expected("Until which age it is needed.", "Under 18")
    exceptions: Prose | None = optional("When it is not needed.", "Services the young person may agree to alone.")
    recorded_by: Several[ActorId] = optional("Who records it.", "case_manager", default=())


class Consents(Item):
    """Whose consent is needed."""

    participant: ParticipantConsent | None = expected(
        "The person's own consent: always needed, always revocable.", {"after_refusal": "ordinary_process"}
    )
    complainant: ComplainantConsent | None = expected(
        "Whether a complainant must consent.", {"required": "never", "form": "not_asked"}
    )
    supervising_agency: SupervisingConsent | None = optional(
        "How a supervising agency's consent is got.", {"asked_by": "project-manager"}
    )
    guardian: GuardianConsent | None = optional(
        "Consent of a parent or guardian, where the program takes young people.",
        {"required_under": "Under 18"},
    )


class DomesticViolence(StrEnum):
    """How domestic violence is treated where there is a victim."""

    EXCLUDED = "excluded"
    REVIEWED = "reviewed"
    NO_RULE = "no_rule"


class Victims(Item):
    """What the program owes to victims and complainants."""

    regime: Line | None = optional("The law on victims' rights that holds here.", "RCW 7.69.030")
    notice: Prose | None = optional(
        "What a victim is told, when, and by whom.", "The officer hands out the rights card."
    )
    preference_form: DocumentId | None = optional("The form on which a victim states a preference.", "preference-form")
    restitution: Prose | None = optional(
        "How restitution is dealt with.", "The prosecutor keeps the right to ask for it."
    )
    safety_screen: Prose | None = optional(
        "How it is checked that a diversion puts nobody at risk.",
        "The officer asks about fear and earlier calls.",
    )
    screened_by: Several[ActorId] = optional("Who makes the safety check.", "officer", default=())
    business_signer: Line | None = optional(
        "Who may answer for a business.", "A store manager or loss-prevention lead on duty"
    )
    domestic_violence: DomesticViolence | None = optional(
        "Whether cases of domestic violence are excluded, reviewed, or without a rule.", "excluded"
    )
    contact: AgencyId | None = optional("The agency a victim can turn to.", "county-prosecutor")
