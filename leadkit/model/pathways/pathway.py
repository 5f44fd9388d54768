"""The kinds of pathway, each with the fields that only it has."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import expected, optional, required
from leadkit.model.eligibility.history import Lookback
from leadkit.model.pathways.common import PathwayBase
from leadkit.model.pathways.kinds import Nexus, PathwayKind, PoliceClearance, Verification
from leadkit.model.references import ActorId
from leadkit.model.scalars import Flag, Prose, Several
from leadkit.values.quantities import Duration

_KIND = "By which kind of pathway people come in."


class ArrestDiversion(PathwayBase):
    """An officer who could arrest offers the program instead; the charge is dealt with under procedure."""

    kind: Literal[PathwayKind.ARREST_DIVERSION] = required(_KIND, "arrest_diversion")
    supervisor_called: Flag | None = optional("Whether the officer asks a supervisor first.", "yes")


class SocialContact(PathwayBase):
    """An officer introduces a known person to the program, with no arrest."""

    kind: Literal[PathwayKind.SOCIAL_CONTACT] = required(_KIND, "social_contact")
    lookback: Lookback | None = expected(
        "How far back earlier conduct may lie: any_time or a stretch of time.", "24 months"
    )
    same_area: Flag | None = expected("Whether that conduct must have happened in an area of the program.", "yes")
    verification: Several[Verification] = expected(
        "How that conduct may be shown; any one of these is enough.",
        ["records", "direct_observation"],
        default=(),
    )
    verified_by: Several[ActorId] = optional("Who verifies it.", "officer", default=())
    risk_basis: Prose | None = expected(
        "Why the person is thought likely to come back to such conduct, in words.",
        "The officer believes that the person will be arrested again without help.",
    )
    nexus: Several[Nexus] = expected(
        "What must lie behind the conduct; any one of these is enough.", ["drugs", "homelessness"], default=()
    )


class CommunityReferral(PathwayBase):
    """Residents, businesses and services refer a person, with no call to the police."""

    kind: Literal[PathwayKind.COMMUNITY_REFERRAL] = required(_KIND, "community_referral")
    police_clearance: PoliceClearance | None = expected(
        "What the police have to do with it: they must clear it (required), have no part in it "
        "(not_required) or are "
        "told (informed).",
        "not_required",
    )
    response_target: Duration | None = expected("How soon somebody should come or call.", "30 minutes")
    caller_update: Duration | None = optional("How soon the caller hears what was done.", "48 hours")
    caller_learns: Prose | None = optional(
        "What the caller is told.", "That somebody came; nothing about the person without a release."
    )
    anonymous: Flag | None = optional("Whether a caller may stay unnamed.", "yes")
    nexus: Several[Nexus] = optional(
        "What should lie behind the conduct; any one of these is enough.",
        ["drugs", "homelessness"],
        default=(),
    )


class OtherPathway(PathwayBase):
    """A pathway with nothing but what every pathway has."""

    kind: Literal[
        PathwayKind.PROSECUTOR_REFERRAL,
        PathwayKind.COURT_REFERRAL,
        PathwayKind.JAIL_REENTRY,
        PathwayKind.CO_RESPONSE,
        PathwayKind.SELF_REFERRAL,
        PathwayKind.FAMILY_REFERRAL,
        PathwayKind.FIRST_RESPONDER,
        PathwayKind.POST_OVERDOSE,
        PathwayKind.SCHOOL,
    ] = required(_KIND, "prosecutor_referral")
    lookback: Lookback | None = optional(
        "How far back the event that opens this pathway may lie, such as an overdose or a release from jail.",
        "72 hours",
    )
    response_target: Duration | None = optional("How soon somebody should come or call.", "3 days")
    nexus: Several[Nexus] = optional(
        "What should lie behind the conduct; any one of these is enough.", ["drugs"], default=()
    )


Pathway = Annotated[ArrestDiversion | SocialContact | CommunityReferral | OtherPathway, Field(discriminator="kind")]
"""A pathway into the program, by its kind."""
