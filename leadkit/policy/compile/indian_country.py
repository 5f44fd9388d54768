"""Land of a tribe: the terms on which people are referred there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.areas import AreaKind
from leadkit.policy.compile.places import in_areas
from leadkit.policy.compile.say import every, yes
from leadkit.policy.policy import Strength

if TYPE_CHECKING:
    from leadkit.model.areas import Area
    from leadkit.policy.compile.builder import Builder


def compile_indian_country(builder: Builder) -> None:
    """A rule for each area that is Indian country, unless it is decided that no agreement is needed there.

    The terms are written in words, so they are asked in these words. Where nothing says what they are, a referral there
    is somebody's to decide: no silence makes a tribe's land that of the program.
    """
    for name, area in builder.program.areas.items():
        if area.indian_country is not None or area.kind is AreaKind.INDIAN_COUNTRY:
            _terms(builder, name, area)


def _terms(builder: Builder, name: str, area: Area) -> None:
    path = ("areas", name, "indian_country")
    there = in_areas(builder, [name])
    land = area.indian_country
    terms = " ".join(one for one in (land.agreement, land.handling) if one) if land else ""
    if terms:
        question = f"Do the terms for referrals on this land keep the person from being referred? {terms}"
        against = yes(builder.yes_no("against-tribal-terms", question))
        builder.bar(
            path, f"The terms for referrals on this land keep the person out. {terms}", every(there, against), area
        )
        return
    said = builder.said.of((*path, "agreement"))
    if said is None or said.why != "none":
        tribe = f"land of the {land.tribe}" if land else "Indian country"
        text = f"The place is {tribe}, and nothing says on what terms people are referred there."
        builder.bar(path, text, there, area, strength=Strength.PRESUMPTIVE)
