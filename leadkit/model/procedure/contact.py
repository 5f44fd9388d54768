"""At the contact: the offer, crisis and medical need before it, and a person's rights."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import ActorId, DocumentId, PathwayId
from leadkit.model.scalars import Flag, Line, Prose, Several


class CapacityChecked(StrEnum):
    """When it is checked that a person can consent."""

    BEFORE_OFFER = "before_offer"
    BEFORE_RELEASE = "before_release"
    BOTH = "both"
    NOT_CHECKED = "not_checked"


class Offer(Item):
    """How the program is offered."""

    made_by: Several[ActorId] = expected("Who makes the offer.", "officer", default=())
    admission_required: Flag | None = expected(
        "Whether a person must admit anything to be diverted. An admission can carry immigration consequences.",
        "no",
    )
    statements_used: Prose | None = optional(
        "What may be done with what a person says in the offer.",
        "Nothing said in the offer is used against the person.",
    )
    miranda_if_custodial: Flag | None = optional(
        "Whether rights are read before questions where the person is in custody.", "yes"
    )
    counsel_contact: Prose | None = optional(
        "How a person reaches a lawyer before answering.", "The defender's duty line, at any hour."
    )
    capacity_check: CapacityChecked | None = optional(
        "When it is checked that the person can consent: before_offer, before_release, both or not_checked.",
        "both",
    )
    script: Prose | None = optional("What is said, in plain words.", "You can say no, and you can change your mind.")
    must_say: Several[Line] = optional("What must be said.", ["That the offer may be declined"], default=())
    must_not_say: Several[Line] = optional("What must not be said.", ["That treatment is required"], default=())
    form: DocumentId | None = optional("The form that goes with it.", "participant-rights")
    languages: Prose | None = optional("How it is made in another language.", "By the interpreter line, never a child.")
    out_of_hearing: Flag | None = optional("Whether it is made out of hearing of others.", "yes")


class Precedence(StrEnum):
    """Which comes first, help in a crisis or the diversion."""

    BEFORE_DIVERSION = "before_diversion"
    INSTEAD_OF_DIVERSION = "instead_of_diversion"
    BESIDE_DIVERSION = "beside_diversion"


class Crisis(Item):
    """A mental-health crisis at the contact."""

    statute: Line | None = expected("The law under which a person may be held.", "RCW 71.05.153")
    criteria: Prose | None = optional(
        "When it applies.", "A mental disorder with an imminent likelihood of serious harm."
    )
    precedence: Precedence | None = expected(
        "Which comes first: before_diversion, instead_of_diversion or beside_diversion.", "before_diversion"
    )
    destination: Line | None = optional("Where the person is taken.", "The crisis center")
    called: Several[ActorId] = optional("Who is called.", ["clinician"], default=())
    afterwards: Prose | None = optional("What follows.", "The person is referred as a social contact after the hold.")


class MedicalFirst(Item):
    """Medical need at the contact, and overdose."""

    ems_triggers: Several[Line] = expected("When an ambulance is called.", ["Not breathing normally"], default=())
    naloxone_by: Several[ActorId] = optional("Who carries and gives naloxone.", ["officer", "case_manager"], default=())
    good_samaritan_bar: Line | None = optional(
        "The law that bars a charge against people who seek help in an overdose.", "RCW 69.50.315"
    )
    after_overdose_pathway: PathwayId | None = optional("The pathway offered after an overdose.", "social-contact")
    returns: Prose | None = optional("How the offer is made after treatment.", "A case manager visits the hospital.")
