"""Duties that override confidentiality, and duties toward courts, the public and the person."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.references import CategoryId, DutyHolderId, Id, ReleaseId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.quantities import Duration


class DisclosureKind(StrEnum):
    """Duties and exceptions in law that let or make somebody tell."""

    CHILD_ABUSE_REPORT = "child_abuse_report"
    VULNERABLE_ADULT_REPORT = "vulnerable_adult_report"
    DUTY_TO_WARN = "duty_to_warn"
    IMMINENT_HARM = "imminent_harm"
    CRIME_ON_PREMISES = "crime_on_premises"
    MEDICAL_EMERGENCY = "medical_emergency"
    DEATH = "death"
    COURT_ORDER = "court_order"
    AUDIT = "audit"


class Part2Answer(StrEnum):
    """Whether 42 CFR Part 2 lets a Part 2 program follow the duty with its records."""

    YES = "yes"
    INITIAL_REPORT_ONLY = "initial_report_only"
    WITHOUT_IDENTIFYING_PATIENT = "without_identifying_patient"
    COURT_ORDER_ONLY = "court_order_only"
    NO = "no"


class LegalDisclosure(Item):
    """A duty or exception in law that overrides a person's confidence."""

    kind: DisclosureKind = required("What the duty or exception is.", "child_abuse_report")
    duty: Prose = required(
        "What must or may be told, in plain words.", "Suspected abuse or neglect of a child is reported."
    )
    who: Several[DutyHolderId] = expected(
        "Who has the duty, or may use the exception.", ["case-management"], default=()
    )
    statute: Line | None = expected("The law that sets the duty.", "RCW 26.44.030")
    reported_to: Line | None = optional("Who is told of it.", "The state's child abuse line or the police")
    within: Duration | None = optional("How soon it must be told.", "48 hours")
    part2_allows: Part2Answer | None = expected(
        "Whether a Part 2 program may follow the duty with its own records.", "initial_report_only"
    )
    told_to_participant: Flag | None = optional("Whether the person is told of this limit at intake.", "yes")


class ProsecutorPresence(StrEnum):
    """Whether a prosecutor hears what is said of a participant."""

    NEVER = "never"
    NOT_FOR_CLINICAL = "not_for_clinical"
    LIAISON_ONLY = "liaison_only"
    ALWAYS = "always"


class CourtAnswer(StrEnum):
    """What a case manager tells a court that asks about a participant; whatever is told is true."""

    NOTHING_WITHOUT_ORDER = "nothing_without_order"
    INVOLVEMENT_ONLY = "involvement_only"
    PROGRESS_WITH_RELEASE = "progress_with_release"


class Discovery(Item):
    """What the prosecution must hand over, and how the program keeps the duty small and clear."""

    prosecutor_in_room: ProsecutorPresence | None = expected(
        "Whether a prosecutor sits in the work group while a participant is discussed.", "not_for_clinical"
    )
    liaison_walled_off: Flag | None = optional(
        "Whether the liaison prosecutor stays away from charging the same person.", "yes"
    )
    log: Flag | None = expected("Whether a log shows what each prosecutor and officer was told, and when.", "yes")
    disclosable: Several[CategoryId] = optional(
        "The categories that must be disclosed when a charge is filed.", ["case-status"], default=()
    )
    statute: Several[Line] = optional(
        "The rules on disclosure that prevail over the agreement.",
        ["CrR 4.7", "Brady v. Maryland"],
        default=(),
    )
    preservation: Prose | None = optional(
        "What must be kept for disclosure, and for how long.",
        "Police keep reports and video of a diverted contact until the time to file has run out.",
    )
    case_manager_to_court: CourtAnswer | None = expected(
        "What a case manager tells a court that asks about a participant.", "progress_with_release"
    )
    harmful_facts: Prose | None = optional(
        "What a case manager says where the facts would harm the participant.",
        "That there is nothing helpful to add; never anything untrue.",
    )
    subpoena_steps: tuple[Prose, ...] = expected(
        "What staff do, in order, when a subpoena or order comes.",
        ["Accept it and say nothing of the person.", "Call counsel the same day."],
        default=(),
    )
    subpoena_notice: Duration | None = optional(
        "How soon the person and the agency that holds the record are told.", "2 business days"
    )


class PublicRecords(Item):
    """How requests for public records are answered."""

    statute: Line | None = expected("The public records law.", "chapter 42.56 RCW")
    custodian: Several[DutyHolderId] = expected(
        "Who answers requests for public records.", ["example-county-government"], default=()
    )
    exemptions: dict[Id, Line] = optional(
        "The exemptions that protect participants, by a short name.",
        {"health": "RCW 70.02.020 and 42.56.360"},
        default={},
    )
    response_time: Duration | None = optional("How soon the first answer is due.", "5 business days")
    routing: Prose | None = optional(
        "What another party does with a request it receives.",
        "It sends the request to the custodian the same day.",
    )
    third_party_notice: Duration | None = optional(
        "How long a party has to object before its record is given out.", "10 business days"
    )


class StatusQuestion(StrEnum):
    """Whether anybody asks about immigration status."""

    NEVER = "never"
    ONLY_WHERE_LAW_REQUIRES = "only_where_law_requires"
    BY_COUNSEL_ONLY = "by_counsel_only"


class ImmigrationSharing(StrEnum):
    """What is shared with immigration authorities."""

    NOTHING = "nothing"
    ONLY_WHAT_LAW_REQUIRES = "only_what_law_requires"


class Immigration(Item):
    """Limits on asking and telling about immigration status."""

    ask_status: StatusQuestion | None = expected("Whether anybody asks about status.", "never")
    share: ImmigrationSharing | None = expected(
        "What is shared with immigration authorities.", "only_what_law_requires"
    )
    state_limit: Line | None = optional("The state law that sets the limit.", "RCW 10.93.160")
    saves_federal_law: Flag | None = optional(
        "Whether the agreement says that it limits nothing that 8 USC 1373 protects.", "yes"
    )
    advice: Prose | None = optional(
        "What a person is told about admissions and status.",
        "Ask a lawyer before you admit to anything; an admission can affect your status.",
    )


class CaseFacts(StrEnum):
    """What the press is told of a participant."""

    NOTHING = "nothing"
    WITH_RELEASE = "with_release"


class Media(Item):
    """How the program speaks to the press."""

    spokesperson: Several[DutyHolderId] = expected("Who speaks for the program.", ["media-contact"], default=())
    participants: CaseFacts | None = optional("What the press is told of a participant.", "with_release")
    story_release: ReleaseId | None = optional("The release that a participant signs to tell a story.", "story-release")
    crisis_rule: Prose | None = optional(
        "What the parties do before any of them speaks after a crisis.",
        "The parties speak with each other within two hours, before any of them speaks to the press.",
    )
