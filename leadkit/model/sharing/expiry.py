"""When a release ends, and how a person takes it back."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.events import Event
from leadkit.model.references import DutyHolderId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.day import Day
from leadkit.values.quantities import Duration


class DateExpiry(Closed):
    """The release ends on a day."""

    kind: Literal["date"] = required("The release ends on a day.", "date")
    on: Day = required("The last day on which the release holds.", "2027-12-31")


class EventExpiry(Closed):
    """The release ends when something happens."""

    kind: Literal["event"] = required("The release ends when something happens.", "event")
    event: Event = required("What ends the release.", "exit")
    words: Line | None = optional("How the form names that event.", "When my case with the program is closed")


class DurationExpiry(Closed):
    """The release ends some time after it was signed, or after something else happened."""

    kind: Literal["duration"] = required("The release ends after a length of time.", "duration")
    length: Duration = required("How long the release holds.", "12 months")
    after: Event = required("What the time is counted from.", "release_signed")


class UntilRevoked(Closed):
    """The release has no end; 42 CFR 2.31 allows that for treatment, payment and operations only."""

    kind: Literal["until_revoked"] = required("The release holds until the person takes it back.", "until_revoked")


Expiry = Annotated[DateExpiry | EventExpiry | DurationExpiry | UntilRevoked, Field(discriminator="kind")]
"""When a release ends, told apart by ``kind``."""


class RevocationMeans(StrEnum):
    """How a person may take a release back."""

    IN_WRITING = "in_writing"
    IN_PERSON = "in_person"
    BY_PHONE = "by_phone"
    BY_MESSAGE = "by_message"


class Revocation(Item):
    """How a person takes a release back, and what then happens."""

    means: Several[RevocationMeans] = expected(
        "How the person may take the release back.", ["in_writing", "in_person"], default=()
    )
    told_to: Several[DutyHolderId] = expected("Whom the person tells.", ["case-management"], default=())
    recipients_told_within: Duration | None = optional("How soon the recipients learn of it.", "1 business day")
    effect: Prose | None = optional(
        "What taking it back changes, and what it cannot change.",
        "Nothing more is shared. What was shared before cannot be called back.",
    )
    ends_participation: Flag | None = optional(
        "Whether taking the release back ends the person's part in the program.", "no"
    )


class GeneralConsent(Closed):
    """A consent that the person may take back at any time."""

    kind: Literal["general"] = required("The person may take the consent back at any time.", "general")


class CriminalJusticeConsent(Closed):
    """A consent tied to a criminal case, which 42 CFR 2.35 allows to stand until an event."""

    kind: Literal["criminal_justice_referral"] = required(
        "The consent is tied to a criminal case under 42 CFR 2.35.", "criminal_justice_referral"
    )
    irrevocable_until: Event = required("The event until which the consent may not be taken back.", "filing_decision")
    words: Line | None = optional("How the form names that event.", "Until the prosecutor has decided about the charge")


ConsentBasis = Annotated[GeneralConsent | CriminalJusticeConsent, Field(discriminator="kind")]
"""Whether a consent is general or tied to a criminal case, told apart by ``kind``."""
