"""Who asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lead.program import JUSTICE, Role, program


@dataclass(frozen=True)
class Actor:
    """Somebody who asks, as the agreement knows them: one role, or several, at an agency.

    Attributes:
        user: The account, by its number; None for whoever has none.
        role: The first role, by its id: records that the actor makes name it.
        agency: The agency, by its id.
        ready: Whether the account is active and its second factor was given.
        also: The other roles.
    """

    user: int | None
    role: str
    agency: str
    ready: bool = True
    also: tuple[str, ...] = ()

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles, by their ids, that are filled and that the agency has."""
        return frozenset(one for one in (self.role, *self.also) if self._filled(one))

    def _filled(self, id_: str) -> bool:
        role = program().roles.get(id_)
        return role is not None and not role.vacant and self.agency in role.agencies

    @cached_property
    def said(self) -> Role | None:
        """What the agreement says of the roles, in one."""
        held = [program().roles[one] for one in (self.role, *self.also) if one in self.roles]
        return held[0].with_(held[1:]) if held else None

    @property
    def standing(self) -> bool:
        """Whether the agreement knows this actor and the account may be used."""
        return self.ready and self.said is not None

    @property
    def desks(self) -> tuple[str, ...]:
        """The desks that the actor answers."""
        return self.said.desks if self.standing and self.said else ()

    def is_named(self, named: Iterable[str]) -> bool:
        """Whether the agreement means the actor, by a role, its kind or its agency."""
        return bool(self.said and self.said.names & {*named})

    def acting(self, named: Iterable[str]) -> str:
        """The role in which the actor does what the agreement gives to some: the one that it means, else the first."""
        meant = {one.id for one in program().roles.values() if one.names & {*named}} & self.roles
        return next((one for one in (self.role, *self.also) if one in meant), self.role)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The recipients of the agreement that the actor is: the roles, the agency, and the bodies where it sits."""
        known = (self.role, *self.also)
        return frozenset(
            {*known, self.agency, *(body for role in known for body in program().sits_in(role, self.agency))}
        )

    @cached_property
    def of_justice(self) -> bool:
        """Whether the actor is police, a prosecutor, a court or a supervising agency, by any of its ids."""
        known = (program().recipients.get(one) for one in (self.role, *self.also, self.agency))
        return any(set(one.classes) & set(JUSTICE) for one in known if one) or bool(
            {"officer", "police", "prosecutor", "supervision"} & set(self.said.desks if self.said else ())
        )
