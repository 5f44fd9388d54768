"""Who asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lead.program import JUSTICE, Role, program


@dataclass(frozen=True)
class Actor:
    """Somebody who asks, as the agreement knows them: a role at an agency.

    Attributes:
        user: The account, by its number; None for whoever has none.
        role: The role, by its id.
        agency: The agency, by its id.
        ready: Whether the account is active and its second factor was given.
    """

    user: int | None
    role: str
    agency: str
    ready: bool = True

    @cached_property
    def said(self) -> Role | None:
        """The role of the agreement, where it is filled and the agency has it."""
        role = program().roles.get(self.role)
        return role if role and not role.vacant and self.agency in role.agencies else None

    @property
    def standing(self) -> bool:
        """Whether the agreement knows this actor and the account may be used."""
        return self.ready and self.said is not None

    @property
    def desks(self) -> tuple[str, ...]:
        """The desks that the actor answers."""
        return self.said.desks if self.standing and self.said else ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """The recipients of the agreement that the actor is: the role, the agency, and the bodies where it sits."""
        return frozenset({self.role, self.agency, *program().sits_in(self.role, self.agency)})

    @cached_property
    def of_justice(self) -> bool:
        """Whether the actor is police, a prosecutor, a court or a supervising agency, by any of its ids."""
        known = (program().recipients.get(one) for one in (self.role, self.agency))
        return any(set(one.classes) & set(JUSTICE) for one in known if one) or bool(
            {"officer", "police", "prosecutor", "supervision"} & set(self.said.desks if self.said else ())
        )
