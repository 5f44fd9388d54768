"""How the agreement comes into force: approvals, signatures and effect."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.references import AnnexId, ApprovalId, GovernmentId, PartyId
from leadkit.model.scalars import Count, Flag, Line, Several
from leadkit.values.dates import PartialDate
from leadkit.values.day import Day


class ApprovalKind(StrEnum):
    """By what act a governing body approves."""

    ORDINANCE = "ordinance"
    RESOLUTION = "resolution"
    TRIBAL_RESOLUTION = "tribal_resolution"
    ORDER = "order"
    CONTRACT = "contract"
    MOTION = "motion"
    BOARD_VOTE = "board_vote"


class ApprovalStatus(StrEnum):
    """How far an approval has come."""

    NEEDED = "needed"
    INTRODUCED = "introduced"
    ADOPTED = "adopted"
    FAILED = "failed"


class Approval(Item):
    """An act by which a governing body lets a party enter the agreement."""

    body: Line = required("The governing body that acts.", "City Council")
    government: GovernmentId | None = optional("The government it acts for.", "sampleton")
    parties: Several[PartyId] = expected("The parties that it lets in.", ["sampleton-government"], default=())
    kind: ApprovalKind | None = expected("By what act the body approves.", "ordinance")
    number: Line | None = expected("The number of the act.", "Ordinance 2023-41")
    date: PartialDate | None = expected("When it was adopted.", "2023-12-04")
    status: ApprovalStatus | None = expected("How far the approval has come.", "adopted")
    vote: Line | None = optional("How the governing body voted.", "6 to 1")
    annexes: Several[AnnexId] = optional(
        "Annexes that were approved with the agreement, and so change only by the same road.",
        ["funding-schedule"],
        default=(),
    )
    delegates: Flag | None = optional("Whether it lets the policy body change the annexes that are its own.", "yes")
    form_approved_by: Line | None = optional("The title of counsel who approved it as to form.", "City Attorney")
    attested_by: Line | None = optional("The title of the clerk who attests it.", "City Clerk")
    seal: Flag | None = optional("Whether a seal is set on it.", "yes")


class SignatureStatus(StrEnum):
    """Whether somebody has signed."""

    PENDING = "pending"
    SIGNED = "signed"
    DECLINED = "declined"


class SigningMethod(StrEnum):
    """How somebody signs."""

    INK = "ink"
    ELECTRONIC = "electronic"


class Signature(Item):
    """A line on the signature page."""

    party: PartyId = required("The party that is bound by it.", "sampleton-police")
    title: Line | None = expected("The title of the person who signs.", "Chief of Police")
    name: Line | None = optional("The name of the person who signs, once known.", "A. N. Example")
    status: SignatureStatus | None = expected("Whether the signature is there.", "signed")
    date: Day | None = optional("The day on which it was signed.", "2023-12-11")
    method: SigningMethod | None = optional("Whether it was signed in ink or electronically.", "ink")
    under: Several[ApprovalId] = optional("The approvals that let this person sign.", ["city-ordinance"], default=())
    form_approved_by: Line | None = optional("The title of counsel who approves as to form.", "City Attorney")
    form_approved_on: Day | None = optional("The day of that approval.", "2023-12-08")
    attested_by: Line | None = optional("The title of the clerk who attests.", "City Clerk")
    seal: Flag | None = optional("Whether a seal is set beside it.", "yes")


class EffectiveWhenAll(Item):
    """In force once every party has signed."""

    kind: Literal["all"] = required("In force once every party has signed.", "all")


class EffectiveWhenSome(Item):
    """In force once enough parties have signed, among them those that it cannot do without."""

    kind: Literal["n_of"] = required("In force once enough parties have signed.", "n_of")
    at_least: Count = required("How many must have signed.", "6")
    among_them: Several[PartyId] = optional(
        "The parties that must be among them.", ["county-prosecutor", "sampleton-police"], default=()
    )


class EffectiveForEach(Item):
    """In force for each party when that party has signed."""

    kind: Literal["each"] = required("In force for each party when that party has signed.", "each")


class EffectiveOn(Item):
    """In force on a day, whoever has signed by then."""

    kind: Literal["on_day"] = required("In force on a named day.", "on_day")
    day: Day = required("The day on which it comes into force.", "2024-01-01")


EffectiveWhen = Annotated[
    EffectiveWhenAll | EffectiveWhenSome | EffectiveForEach | EffectiveOn, Field(discriminator="kind")
]
"""When the agreement comes into force, told apart by ``kind``."""
