"""Who may override a rule: a charging authority does so for the charges and places that are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.roles.kinds import RoleKind
from leadkit.policy.compile.places import in_areas
from leadkit.policy.compile.say import ALWAYS, among, every, no, some

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression
    from leadkit.policy.policy import Owner


def charges_of(builder: Builder, actor: str) -> Expression:
    """What a role's word is asked for; everything, where the actor is no role or its role is for all."""
    from leadkit.policy.compile.charges import level

    role = builder.program.roles.get(actor)
    if role is None:
        return ALWAYS
    levels = role.levels if role.kind is RoleKind.CHARGING_AUTHORITY else ()
    return every(
        among(level(builder), levels) if levels else None,
        _place(builder, actor),
    )


def _place(builder: Builder, actor: str) -> Expression:
    """The contact is where a role has its say; everywhere, where the actor is no role or its role is for all places."""
    role = builder.program.roles.get(actor)
    return in_areas(builder, role.areas if role else ())


def with_nobodys(builder: Builder, owners: Iterable[Owner]) -> tuple[Owner, ...]:
    """Those who may override, where charges that are nobody's own are everybody's whose place it is.

    An office that charges felonies, and that alone is named to override for a record, does so whatever the charge is:
    no presumption is without an owner. For the same reason everybody overrides where it is nobody's place.
    """
    named = tuple(owners)
    own = [one.when for one in named if one.when is not None]
    if len(own) < len(named) or not named:
        return named
    if len(named) == 1:
        return (named[0].model_copy(update={"when": None}),)
    places = [_place(builder, one.by) for one in named]
    nobodys = no(some(*own))
    return tuple(
        one.model_copy(update={"when": some(when, every(nobodys, _there(place, places)))})
        for one, when, place in zip(named, own, places, strict=True)
    )


def _there(place: Expression, places: list[Expression]) -> Expression | None:
    """It is this place, or none of all of them; None where that is so everywhere."""
    if place == ALWAYS:
        return None
    return place if ALWAYS in places else some(place, no(some(*places)))
