"""Reports, data agreements and the review of equity."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.events import Frequency
from leadkit.model.measures.indicators import Disaggregation
from leadkit.model.references import CategoryId, DocumentId, DutyHolderId, ElementId, IndicatorId
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.quantities import Duration


class Readership(StrEnum):
    """Who a report is for."""

    PUBLIC = "public"
    COUNCIL = "council"
    FUNDER = "funder"
    POLICY_BODY = "policy_body"
    OPERATIONAL_BODY = "operational_body"
    COMMUNITY_BODY = "community_body"
    STATE_AGENCY = "state_agency"
    PARTIES = "parties"


class Report(Item):
    """A report that is due."""

    title: Line = required("What the report is called.", "Quarterly report to the council")
    covers: Prose | None = optional(
        "What the report covers, and what it says that it is not.",
        "Background, protocol changes and a snapshot of participants. It is no evaluation.",
    )
    readers: Several[Readership] = expected("Who the report is for.", ["council", "public"], default=())
    sent_to: Several[DutyHolderId] = optional(
        "The roles, agencies and bodies that receive the report.", ["policy-coordinating-group"], default=()
    )
    prepared_by: Several[DutyHolderId] = expected("Who prepares the report.", ["project-manager"], default=())
    frequency: Frequency | None = expected("How often the report is due.", "quarterly")
    due_after: Duration | None = optional("How long after the end of the time it covers.", "45 days")
    indicators: Several[IndicatorId] = optional("The measures it shows.", ["referrals", "diversions"], default=())
    disaggregations: Several[Disaggregation] = optional(
        "How its figures are broken down, whatever the measures say.", ["race"], default=()
    )
    public: Flag | None = expected("Whether anybody may read it.", "yes")
    suppress_below: Count | None = expected("The size below which a figure is not shown.", "10")
    suppress_complements: Flag | None = optional(
        "Whether other figures are held back too, so that a hidden one cannot be worked out.", "yes"
    )
    required_by: Line | None = optional("What requires the report.", "The funding contract")


class DataAgreementStatus(StrEnum):
    """How far a data agreement has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    SIGNED = "signed"
    ENDED = "ended"


class DataAgreement(Item):
    """Who owes data to whom, and how often."""

    owed_by: Several[DutyHolderId] = required(
        "Who owes the data to the others.", ["sampleton-police", "county-sheriff"]
    )
    owed_to: Several[DutyHolderId] = required("Who has a right to the data.", ["project-manager"])
    what: Prose = required(
        "What is owed, in plain words.", "Every contact that could have been diverted, with race and charge."
    )
    elements: Several[ElementId] = optional("The data elements that are owed.", ["arrest-race"], default=())
    categories: Several[CategoryId] = optional(
        "The categories of information in them.", ["referral-status"], default=()
    )
    frequency: Frequency | None = expected("How often the data are owed.", "monthly")
    due_within: Duration | None = optional("How long after the end of the month or quarter.", "15 days")
    format: Line | None = optional(
        "In what form the data are handed over.", "A table in the agreed layout, through the secure drop box"
    )
    status: DataAgreementStatus | None = expected("How far the data agreement has come.", "signed")
    if_missed: Prose | None = optional(
        "What happens when it does not come.",
        "The data steward asks the agency's head; the policy group hears of it.",
    )
    document: DocumentId | None = optional("The document that prints it.", "data-use-agreement")


class EquityReview(Item):
    """How the parties look for unequal treatment, and what they do about it."""

    led_by: Several[DutyHolderId] = expected("Who leads the review of equity.", ["evaluation-committee"], default=())
    frequency: Frequency | None = expected("How often the review is done.", "yearly")
    indicators: Several[IndicatorId] = optional("The measures it looks at.", ["disparity"], default=())
    compares: Prose | None = optional(
        "Who is compared with whom.", "People diverted with people who could have been, by race."
    )
    community_present: Flag | None = optional("Whether the community body takes part.", "yes")
    correction: Prose | None = expected(
        "What follows from a difference that is found.",
        "The policy group adopts a correction at its next meeting, or says in public why not.",
    )
