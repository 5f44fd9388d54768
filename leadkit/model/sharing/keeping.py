"""How information is kept, protected and accounted for, and what happens when a rule is broken."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.events import Event
from leadkit.model.references import AgencyId, CategoryId, DocumentId, DutyHolderId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.model.sharing.vocabulary import ProhibitedUse, RegimeKind
from leadkit.values.day import Day
from leadkit.values.quantities import Duration


class Regime(Item):
    """A body of law on privacy or records that the program works under."""

    kind: RegimeKind = required("Which body of law applies.", "part2")
    citation: Line | None = optional("The law as counsel would cite it.", "42 CFR Part 2")
    binds: Several[DutyHolderId] = optional(
        "The agencies and roles it binds. Left out, it binds all.", ["harbor-treatment"], default=()
    )
    effect: Prose | None = optional(
        "What it means for this program, in plain words.",
        "Records leave the clinic with a written consent only.",
    )


class Prohibition(Item):
    """A use that the parties give up."""

    use: ProhibitedUse = required("The use that is given up.", "informant_use")
    binds: Several[DutyHolderId] = optional(
        "Who gives it up. Left out, every party does.", ["sampleton-police", "county-sheriff"], default=()
    )
    unless: Prose | None = optional(
        "The exceptions, in plain words.", "Imminent harm, a mandated report, or a crime on the premises."
    )
    derivative: Flag | None = optional("Whether what is found because of it may not be used either.", "yes")


class SafeguardKind(StrEnum):
    """Agreements that must stand before records move."""

    QUALIFIED_SERVICE_ORGANIZATION = "qualified_service_organization"
    BUSINESS_ASSOCIATE = "business_associate"
    DATA_USE = "data_use"
    CJIS_SECURITY = "cjis_security"
    CONFIDENTIALITY_PLEDGE = "confidentiality_pledge"


class SafeguardStatus(StrEnum):
    """How far an agreement has come."""

    NEEDED = "needed"
    DRAFTED = "drafted"
    SIGNED = "signed"


class Safeguard(Item):
    """An agreement on protecting information that must stand before records move."""

    kind: SafeguardKind = required("What kind of agreement it is.", "business_associate")
    holder: Several[AgencyId] = expected("Whose records they are.", ["public-health"], default=())
    recipient: Several[AgencyId] = expected("Who works with those records.", ["bridgeway"], default=())
    status: SafeguardStatus | None = expected("How far the agreement has come.", "signed")
    signed: Day | None = optional("The day it was signed.", "2024-02-20")
    before_any_sharing: Flag | None = optional("Whether nothing moves before it is signed.", "yes")
    document: DocumentId | None = optional("The document that prints it.", "baa-bridgeway")


class AfterKeeping(StrEnum):
    """What becomes of records when their time is over."""

    DESTROY = "destroy"
    RETURN = "return"
    DE_IDENTIFY = "de_identify"
    ARCHIVE = "archive"


class RetentionRule(Item):
    """How long one class of records is kept."""

    categories: Several[CategoryId] = expected("The categories in these records.", ["engagement"], default=())
    holder: Several[DutyHolderId] = optional("Who keeps these records.", ["bridgeway"], default=())
    keep: Duration | None = expected("How long they are kept.", "6 years")
    after: Event | None = optional("What the time is counted from.", "exit")
    then: AfterKeeping | None = expected("What becomes of them then.", "destroy")
    schedule: Line | None = optional("The records schedule that sets it.", "Local Government Common Records Schedule")
    legal_hold: Flag | None = optional("Whether a legal hold stops the clock.", "yes")


class Breach(Item):
    """What happens when information reaches somebody it should not."""

    notify_within: Duration | None = expected("How soon the party that finds it tells the others.", "24 hours")
    notify: Several[DutyHolderId] = expected("Who is told of a breach.", ["data-steward"], default=())
    participant_within: Duration | None = optional("How soon the person is told.", "30 days")
    statute: Several[Line] = optional(
        "The laws on notice of a breach.", ["45 CFR 164.404", "42 CFR 2.16", "RCW 42.56.590"], default=()
    )
    plan: Prose | None = optional(
        "What is done next, after notice.",
        "Access is closed the same day; the data steward reports the cause.",
    )


class Accounting(Item):
    """The account of disclosures that a person may ask for."""

    kept_by: Several[DutyHolderId] = expected("Who keeps the account.", ["data-steward"], default=())
    covers: Several[CategoryId] = optional(
        "The categories whose sharing is written down. Left out, all are.",
        ["clinical", "sud-records"],
        default=(),
    )
    reaches_back: Duration | None = optional("How far back the account reaches.", "6 years")
    answered_within: Duration | None = optional("How soon a person's request is answered.", "30 days")


class WorseOffRemedy(Item):
    """What is done when taking part has left a person worse off, against the first golden rule."""

    promise: Prose | None = expected(
        "The rule itself, in the program's own words.",
        "Nobody is worse off for having taken part in the program.",
    )
    remedy: Prose | None = expected(
        "What the party that broke it does.",
        "The agency withdraws the action that rested on shared information.",
    )
    reported_to: Several[DutyHolderId] = optional(
        "Who is told that the rule was broken.", ["project-manager"], default=()
    )
    decided_by: DutyHolderId | None = optional("Who decides what is done.", "policy-coordinating-group")
    within: Duration | None = optional("How soon a remedy is decided.", "10 business days")


class CriminalHistoryAnswer(StrEnum):
    """What agencies outside the justice system learn of a criminal history."""

    NOTHING = "nothing"
    ELIGIBLE_YES_NO = "eligible_yes_no"
    ELIGIBLE_WITH_REASON_CODE = "eligible_with_reason_code"


class CriminalHistoryRule(Item):
    """Who sees criminal history, and what all others learn (28 CFR Part 20)."""

    seen_by: Several[DutyHolderId] = expected("Who sees it; justice agencies only.", ["screening-desk"], default=())
    others_learn: CriminalHistoryAnswer | None = expected("What everybody else learns.", "eligible_with_reason_code")
    statute: Several[Line] = optional(
        "The law behind the rule on criminal history.", ["28 CFR Part 20", "chapter 10.97 RCW"], default=()
    )


class Ownership(Item):
    """Whose records they are, and what becomes of them when a party leaves."""

    owner: Prose | None = expected(
        "Who owns the records that the program makes.", "Each agency owns the records that it made."
    )
    on_exit: AfterKeeping | None = expected("What a party that leaves does with the others' records.", "return")
    on_exit_within: Duration | None = optional("How soon a party that leaves must do so.", "60 days")
