"""What every role has."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from leadkit.model.agencies.contact import Contact
from leadkit.model.base import Item, expected, optional
from leadkit.model.hours import Hours
from leadkit.model.references import AgencyId, AreaId, DutyHolderId, Id, PathwayId
from leadkit.model.roles.kinds import RoleStatus
from leadkit.model.scalars import Count, Line, Prose, Several


class RoleBase(Item):
    """A role and the agencies that hold it."""

    title: Line | None = optional("What the role is called locally.", "Program coordinator")
    agencies: Several[AgencyId] = expected(
        "The agencies that hold the role, by their ids. Leave it out only where the role is vacant.",
        ["bridgeway"],
        default=(),
    )
    status: RoleStatus | None = expected("Whether the role is filled: confirmed, proposed or vacant.", "confirmed")
    holder_title: Line | None = optional(
        "The title of the person who holds it, inside the agency.", "Deputy Prosecuting Attorney"
    )
    holder: Line | None = optional(
        "The name of the person. Prefer the title: names change and are never printed in the agreement.",
        "A. Sample",
    )
    people: Count | None = optional("How many people hold it.", "2")
    duties: Several[Prose] = optional(
        "What the holder does, each duty a phrase that begins with a verb.",
        ["keeps the referral log", "convenes the work group"],
        default=(),
    )
    areas: Several[AreaId] = optional(
        "The areas it is held for; without them, everywhere.", ["sampleton-city"], default=()
    )
    pathways: Several[PathwayId] = optional(
        "The pathways it is held for; without them, all.", ["arrest-diversion"], default=()
    )
    hours: Hours | None = optional("When somebody is there.", "24/7")
    answers_to: Several[DutyHolderId] = optional(
        "The role, agency or body it answers to.", "policy-coordinating-group", default=()
    )
    contacts: dict[Id, Contact] = optional(
        "How to reach whoever holds it, by id. Contacts are internal unless they say otherwise.",
        {"duty-line": {"kind": "on_call", "phone": "360-555-0100"}},
        default={},
    )

    @model_validator(mode="after")
    def _vacant_is_empty(self) -> Self:
        """Refuse a vacant role that names an agency."""
        if self.status is RoleStatus.VACANT and self.agencies:
            raise ValueError('"status" says vacant, but "agencies" names who holds the role: keep one of the two')
        return self
