"""What every pathway into the program has."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from leadkit.model.agencies.contact import Email, Phone, Place
from leadkit.model.base import Item, expected, optional, required
from leadkit.model.hours import Hours
from leadkit.model.language import Language
from leadkit.model.pathways.kinds import ChannelKind, ConsentFrom, DiversionPoint, PathwayKind, ReferralSource
from leadkit.model.program.kinds import AcronymExpansion
from leadkit.model.references import ActorId, AgencyId, AreaId, Id
from leadkit.model.scalars import Count, Flag, Line, Prose, Several, Url

WITHOUT_ARREST = frozenset(
    (
        PathwayKind.COMMUNITY_REFERRAL,
        PathwayKind.COURT_REFERRAL,
        PathwayKind.JAIL_REENTRY,
        PathwayKind.SELF_REFERRAL,
        PathwayKind.FAMILY_REFERRAL,
        PathwayKind.FIRST_RESPONDER,
        PathwayKind.POST_OVERDOSE,
    )
)
"""Doors at which nobody is about to be arrested, so that there is no probable cause to ask about."""
WITHOUT_AGENCY = frozenset((PathwayKind.SELF_REFERRAL, PathwayKind.FAMILY_REFERRAL))
"""Doors by which people come of their own accord, or are brought by their own."""


class Channel(Item):
    """A way in which a referral is made."""

    kind: ChannelKind = required("What kind of channel it is.", "web_form")
    phone: Phone | None = optional("The number to call or write to.", "360-555-0100")
    email: Email | None = optional("The e-mail address.", "referrals@example.org")
    url: Url | None = optional("The address of the web form.", "https://example.org/refer")
    hours: Hours | None = optional("When it is answered.", "Mon-Fri 07:00-19:00")
    languages: Several[Language] = optional("The languages it works in.", ["en", "es"], default=())
    remark: Prose | None = optional("What a caller should know.", "This line is not for emergencies.")


class PathwayBase(Item):
    """A pathway into the program."""

    name: Line | None = optional("What the program calls this pathway.", "Officer social referral")
    summary: Prose | None = optional(
        "How it works, in two or three sentences for the public.",
        "An officer introduces a person to a case manager.",
    )
    enabled: Flag | None = expected("Whether the pathway is open.", "yes")
    diversion_point: DiversionPoint | None = expected(
        "Where in the course of a case it stands, such as before arrest, before booking or before a charge; "
        "none_social or community where there is no case.",
        "pre_booking",
    )
    agencies: Several[AgencyId] = expected(
        "The agencies whose people may refer by this pathway.",
        ["sampleton-police", "county-sheriff"],
        default=(),
    )
    areas: Several[AreaId] = expected(
        "The areas in which it is open: where the officer, or whoever refers, meets the person.",
        ["whole-county"],
        default=(),
    )
    site: Place | None = optional(
        "Where a person who comes by it is received, where that is a place of its own.",
        {"name": "North Side Resource Center", "area": "downtown-core"},
    )
    hours: Hours | None = expected("When it is open.", "24/7")
    referral_sources: Several[ReferralSource] = expected("Who may refer by it.", ["officer", "sergeant"], default=())
    channels: dict[Id, Channel] = optional(
        "How a referral is made, by id.",
        {"form": {"kind": "web_form", "url": "https://example.org/refer"}},
        default={},
    )
    requires_probable_cause: Flag | None = expected("Whether there must be probable cause to arrest.", "yes")
    officer_discretion: Flag | None = optional(
        "Whether an officer may decide not to refer a person who is eligible.", "yes"
    )
    approvers: Several[ActorId] = optional(
        "Who approves a referral by this pathway; any one of them is enough. Where several must agree, say so "
        "under "
        "eligibility.acceptance.",
        ["supervisor"],
        default=(),
    )
    consent_from: Several[ConsentFrom] = expected(
        "Whose consent this pathway needs; how it is given stands under eligibility.consent.",
        ["participant", "complainant"],
        default=(),
    )
    capacity_rank: Count | None = optional(
        "Its place when there is not room for all: people who come by the pathway ranked 1 are served first.",
        "1",
    )
    only_with_capacity: Flag | None = optional(
        "Whether people are taken by it only as far as room is left after the pathways ranked before it.", "yes"
    )
    self_referral: Flag | None = optional("Whether a person may ask to come in by it without a referral.", "no")
    self_referral_terms: Prose | None = optional(
        "Who may do so, and how.", "Anybody who was a participant before may come back by asking."
    )
    family_referral: Flag | None = optional("Whether relatives and friends may refer by it.", "no")
    acronym_expansion: AcronymExpansion | None = optional(
        "How the letters of the program's name are read on this pathway, where the pathways differ.",
        "let_everyone_advance_with_dignity",
    )

    def spared(self) -> frozenset[str]:
        """What is pointless to ask of this kind of door, by what it is."""
        kind: PathwayKind | None = getattr(self, "kind", None)
        found = {"requires_probable_cause"} if kind in WITHOUT_ARREST else set()
        return frozenset(found | {"agencies"} if kind in WITHOUT_AGENCY else found)

    @model_validator(mode="after")
    def _open_to_those_it_names(self) -> Self:
        """Refuse to list as a source those whom a flag shuts out."""
        for flag, source in (
            ("self_referral", ReferralSource.SELF),
            ("family_referral", ReferralSource.FAMILY),
        ):
            if getattr(self, flag) is False and source in self.referral_sources:
                raise ValueError(f'"{flag}" says no, but "referral_sources" lists {source}: keep one of the two')
        return self
