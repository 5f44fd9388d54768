"""Things and people at the scene: evidence, property, dependents, recordings and transport."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import ActorId, AreaId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.quantities import Duration


class DrugEvidence(StrEnum):
    """What is done with drugs found."""

    BOOK = "book"
    DESTROY_AFTER = "destroy_after"
    NOT_TAKEN = "not_taken"


class LabRule(StrEnum):
    """Whether drugs go to the laboratory."""

    HOLD = "hold"
    SEND = "send"
    NO_TEST = "no_test"


class RetentionEvent(StrEnum):
    """The event until which evidence is kept."""

    NO_FILING_NOTICE = "no_filing_notice"
    INTAKE = "intake"
    LIMITATION_EXPIRED = "limitation_expired"
    COURT_ORDER = "court_order"


class Syringes(StrEnum):
    """What is done with syringes."""

    LEFT_WITH_PERSON = "left_with_person"
    SHARPS_CONTAINER = "sharps_container"
    BOOKED = "booked"


class Evidence(Item):
    """What is done with evidence of a charge that is diverted."""

    drugs: DrugEvidence | None = expected("What is done with drugs: book, destroy_after or not_taken.", "book")
    lab: LabRule | None = optional("Whether they go to the laboratory: hold, send or no_test.", "hold")
    retention_until: RetentionEvent | None = expected(
        "Until which event evidence is kept: no_filing_notice, intake, limitation_expired or court_order.",
        "no_filing_notice",
    )
    retention: Duration | None = optional("How long after that event.", "60 days")
    destroyed_by: Several[ActorId] = optional("Who destroys it.", ["officer"], default=())
    paraphernalia_returned: Flag | None = optional("Whether paraphernalia is given back.", "no")
    syringes: Syringes | None = optional(
        "What is done with syringes: left_with_person, sharps_container or booked.", "sharps_container"
    )
    stolen_goods: Prose | None = optional(
        "What is done with stolen goods.", "Photographed and given back to the store."
    )


class PropertyAction(StrEnum):
    """What is done with a thing or an animal."""

    STAYS_WITH_PERSON = "stays_with_person"
    GOES_ALONG = "goes_along"
    SAFEKEEPING = "safekeeping"
    GIVEN_TO_NAMED_PERSON = "given_to_named_person"
    LEFT_LOCKED = "left_locked"
    TOWED = "towed"
    ANIMAL_CARE = "animal_care"
    BOOKED = "booked"
    EVIDENCE = "evidence"


class PropertyRule(Item):
    """What is done with a person's things."""

    cash: PropertyAction | None = optional("What becomes of cash.", "stays_with_person")
    vehicle: PropertyAction | None = optional("What becomes of a vehicle.", "left_locked")
    pets: PropertyAction | None = optional("What becomes of pets.", "goes_along")
    medication: PropertyAction | None = optional("What becomes of the person's own medication.", "stays_with_person")
    firearm: PropertyAction | None = optional("A firearm lawfully held.", "safekeeping")
    belongings: PropertyAction | None = optional("Bags, bedding and papers.", "goes_along")
    receipt: Flag | None = optional("Whether a receipt is given for what is kept.", "yes")
    remark: Prose | None = optional("Anything else.", "Identity papers are never kept.")


class DependentAction(StrEnum):
    """Who takes care of dependents."""

    STAY_WITH_PERSON = "stay_with_person"
    GIVEN_TO_NAMED_ADULT = "given_to_named_adult"
    CHILD_WELFARE_CALLED = "child_welfare_called"
    ADULT_SERVICES_CALLED = "adult_services_called"


class Dependents(Item):
    """Children or dependent adults who are present."""

    children: DependentAction | None = expected(
        "What happens to children: stay_with_person, given_to_named_adult or child_welfare_called.",
        "stay_with_person",
    )
    dependent_adults: DependentAction | None = optional("What happens to dependent adults.", "given_to_named_adult")
    limits: Prose | None = optional(
        "What the law requires all the same.", "A child in danger is reported as the law requires."
    )


class VideoRelease(StrEnum):
    """Who may get a recording."""

    PUBLIC_RECORDS_LAW = "public_records_law"
    COURT_ORDER_ONLY = "court_order_only"
    PERSON_SHOWN = "person_shown"


class BodyWornVideo(Item):
    """Body-worn cameras at a diversion."""

    record_offer: Flag | None = expected("Whether the offer is recorded.", "yes")
    off_during_intake: Flag | None = expected("Whether the camera is off while a case manager takes an intake.", "yes")
    statute: Line | None = optional("The law that allows it to be off.", "RCW 10.109.010")
    retention_class: Line | None = optional("The class under which the recording is kept.", "Non-case contact")
    retention: Duration | None = optional("How long it is kept.", "60 days")
    release_rule: Several[VideoRelease] = optional(
        "Who may get it: public_records_law, court_order_only or person_shown.",
        "public_records_law",
        default=(),
    )


class Restraint(StrEnum):
    """Whether a person is restrained on the way."""

    NONE = "none"
    IF_NEEDED_FOR_SAFETY = "if_needed_for_safety"
    AS_FOR_ARREST = "as_for_arrest"


class CustodyStatus(StrEnum):
    """Whether a person is in custody on the way."""

    VOLUNTARY = "voluntary"
    IN_CUSTODY = "in_custody"


class Transport(Item):
    """Taking a person to a handoff or a service."""

    by: Several[ActorId] = expected("Who drives the person.", ["officer", "case_manager"], default=())
    custody_status: CustodyStatus | None = expected(
        "Whether the person is in custody on the way: voluntary or in_custody.", "voluntary"
    )
    search: Prose | None = optional("Whether the person is searched first.", "A pat-down, with consent.")
    restraint: Restraint | None = optional(
        "Whether the person is restrained: none, if_needed_for_safety or as_for_arrest.", "none"
    )
    lone_passenger: Prose | None = optional(
        "The rule for women and for children driven alone.",
        "Mileage and time are called in at start and end.",
    )
    insurance: Prose | None = optional("Whose insurance covers the drive.", "That of the agency whose car it is.")
    areas: Several[AreaId] = optional("The areas it is offered in. Without them, all.", ["whole-county"], default=())
