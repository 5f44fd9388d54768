"""The controlled words of the section ``services``."""

from __future__ import annotations

from enum import StrEnum


class ServiceKind(StrEnum):
    """A kind of help."""

    CASE_MANAGEMENT = "case_management"
    HOUSING_FIRST = "housing_first"
    TEMPORARY_SHELTER = "temporary_shelter"
    TREATMENT_MOUD = "treatment_moud"
    TREATMENT_OTHER = "treatment_other"
    DETOX = "detox"
    MENTAL_HEALTH = "mental_health"
    PHYSICAL_HEALTH = "physical_health"
    INFECTIOUS_DISEASE_PREVENTION = "infectious_disease_prevention"
    HARM_REDUCTION = "harm_reduction"
    NALOXONE = "naloxone"
    LEGAL_AID = "legal_aid"
    ID_DOCUMENTS = "id_documents"
    BENEFITS_INCOME = "benefits_income"
    EMPLOYMENT = "employment"
    EDUCATION = "education"
    FOOD = "food"
    TRANSPORT = "transport"
    PEERS = "peers"
    RESTORATIVE = "restorative"
    FAMILY = "family"
    SURVIVOR_SUPPORT = "survivor_support"
    CULTURAL = "cultural"
    OTHER = "other"


class Availability(StrEnum):
    """Whether a service can be had now."""

    AVAILABLE = "available"
    BY_REFERRAL = "by_referral"
    PLANNED = "planned"


class ReferralMethod(StrEnum):
    """How a participant gets to a provider."""

    WARM_HANDOFF = "warm_handoff"
    PHONE = "phone"
    FORM = "form"
    WALK_IN = "walk_in"
    APPOINTMENT = "appointment"
    COORDINATED_ENTRY = "coordinated_entry"


class Cost(StrEnum):
    """What a participant pays."""

    FREE = "free"
    SLIDING_SCALE = "sliding_scale"
    INSURANCE = "insurance"
    FEE = "fee"


class CountedAs(StrEnum):
    """What a capacity counts."""

    PEOPLE = "people"
    BEDS = "beds"
    UNITS = "units"
    SLOTS = "slots"
    VISITS_A_WEEK = "visits_a_week"


class WaitingOrder(StrEnum):
    """In which order people on the waiting list are served.

    ``PATHWAY_RANK`` takes the pathways in the order of their capacity rank; the others decide within one rank.
    """

    PATHWAY_RANK = "pathway_rank"
    FIRST_COME = "first_come"
    GREATEST_NEED = "greatest_need"
    RISK_OF_OVERDOSE = "risk_of_overdose"
    PREGNANCY = "pregnancy"
    FORMER_PARTICIPANT = "former_participant"
    WORK_GROUP_DECIDES = "work_group_decides"


class AlternativeFormat(StrEnum):
    """A form of a document for people who cannot read the usual one."""

    LARGE_PRINT = "large_print"
    BRAILLE = "braille"
    AUDIO = "audio"
    PLAIN_LANGUAGE = "plain_language"
    SCREEN_READER = "screen_reader"
    SIGN_LANGUAGE_VIDEO = "sign_language_video"
    READ_ALOUD = "read_aloud"
