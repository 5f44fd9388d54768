"""The kinds of help and those who give it."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from leadkit.model.agencies.contact import Contact, Place
from leadkit.model.base import Item, expected, optional, required
from leadkit.model.beside import explain_other
from leadkit.model.hours import Hours
from leadkit.model.language import Language
from leadkit.model.references import AgencyId, AreaId, Id, ServiceId, StreamId
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.model.services.kinds import Availability, Cost, CountedAs, ReferralMethod, ServiceKind
from leadkit.values.quantities import Duration


class ServiceCategory(Item):
    """One kind of help that the program gives or finds."""

    kind: ServiceKind = required("What kind of help it is.", "housing_first")
    name: Line | None = optional("What the program calls it.", "Supportive housing")
    summary: Prose | None = optional("What it is, in a sentence or two.", "A home first, with no conditions.")
    site: Place | None = optional(
        "Where it is given, where that is a place of its own; the places of its providers stand with them.",
        {"name": "The police precinct", "area": "downtown-core"},
    )
    availability: Availability | None = optional("Whether it can be had now.", "by_referral")
    paid_from: Several[StreamId] = optional("The funding that pays for it.", "opioid-settlement", default=())

    @model_validator(mode="after")
    def _other_has_a_name(self) -> Self:
        """Require a name for a service that is none of the usual ones."""
        explain_other(self, "kind", "name")
        return self


class Capacity(Item):
    """How many a provider can take at one time."""

    count: Count | None = expected("How many it can take at one time.", "20")
    of: CountedAs | None = expected("What is counted: people, beds, homes, places or visits a week.", "beds")
    reserved: Count | None = optional("How many of them are kept for this program.", "8")


class Provider(Item):
    """Somebody who gives a service: an agency of the program, or another organization."""

    agency: AgencyId | None = optional("The agency, by its id, if it is one of the program's.", "bridgeway")
    name: Line | None = optional("Its name, if it is none of the program's agencies.", "Mill Street Shelter")
    categories: Several[ServiceId] = expected("The kinds of help it gives.", ["temporary-shelter"], default=())
    areas: Several[AreaId] = optional("The areas it serves; without them, all.", ["downtown-core"], default=())
    capacity: Capacity | None = optional("How many it can take.", {"count": "20", "of": "beds"})
    hours: Hours | None = optional("When it is open.", "daily 18:00-08:00")
    referral_method: Several[ReferralMethod] = optional(
        "How a participant gets there.", ["warm_handoff", "phone"], default=()
    )
    usual_wait: Duration | None = optional("How long people usually wait.", "2 weeks")
    cost: Cost | None = optional("What a participant pays.", "free")
    medicaid: Flag | None = optional("Whether it bills Medicaid.", "yes")
    languages: Several[Language] = optional(
        "The languages spoken there without an interpreter.", ["en", "es"], default=()
    )
    conditions: Several[Prose] = optional(
        "What it asks of people, if anything. The program itself sets no such condition.",
        ["adults only"],
        default=(),
    )
    location: Place | None = optional("Where it is.", {"street": "12 Mill Street", "city": "Sampleton"})
    confidential_location: Flag = optional(
        "Whether its place must never be published, as with a shelter for survivors of abuse.",
        "no",
        default=False,
    )
    contacts: dict[Id, Contact] = optional(
        "How to reach it, by id. Contacts are internal unless they say otherwise.",
        {"intake": {"kind": "referrals", "phone": "360-555-0120"}},
        default={},
    )

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        """Require an agency or a name."""
        if not self.agency and not self.name:
            raise ValueError('say who gives the service: "agency" for one of the program\'s, else "name"')
        return self
