"""Who may override a rule: a charging authority does so for the charges and places that are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.roles.kinds import RoleKind
from leadkit.policy.compile.places import in_areas
from leadkit.policy.compile.say import ALWAYS, among, every

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression


def charges_of(builder: Builder, actor: str) -> Expression:
    """What a role's word is asked for; everything, where the actor is no role or its role is for all."""
    from leadkit.policy.compile.charges import level

    role = builder.program.roles.get(actor)
    if role is None:
        return ALWAYS
    levels = role.levels if role.kind is RoleKind.CHARGING_AUTHORITY else ()
    return every(
        among(level(builder), levels) if levels else None,
        in_areas(builder, role.areas),
    )
