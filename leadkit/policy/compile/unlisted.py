"""Charges that are not on the list of offences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.offences import Unlisted
from leadkit.policy.compile.say import ALWAYS
from leadkit.policy.policy import Scope, Strength

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression
    from leadkit.policy.policy import Owner

UNLISTED = "unlisted"
"""The answer for an offence that is not on the list."""

_LIST = ("eligibility", "offences")


def compile_unlisted(builder: Builder, this: Expression) -> None:
    """What holds for such a charge on the pathways on which charges are judged.

    Only a list that is known to the end keeps it out for good. Where the list, or what holds outside it, is not known
    or not decided, somebody has to decide, and the policy names nobody whom the program does not name.
    """
    eligibility = builder.program.eligibility
    judging = _judging(builder)
    said = builder.said.of(_LIST)
    if said is not None and said.why != "none" and not eligibility.offences:
        builder.bar(
            _LIST, "The list of offenses is not known, so nothing says whether this one is divertible.", ALWAYS,
            scope=Scope.CHARGE, pathways=judging, strength=Strength.PRESUMPTIVE,
        )  # fmt: skip
        return
    known = not (said is not None and said.partly)
    owners: list[Owner] = []
    text = "The offense is not on the list."
    match eligibility.unlisted:
        case None:
            text = "The offense is not on the list, and nothing says what holds then."
        case Unlisted.NOT_ELIGIBLE if not known:
            text = "The offense is not on the list as far as the list is known."
        case Unlisted.OFFICER_JUDGEMENT:
            owners = [builder.owner("officer")]
        case Unlisted.POLICY_GROUP_REVIEW:
            owners = [builder.owner(by) for by in eligibility.decided_by]
    barred = eligibility.unlisted is Unlisted.NOT_ELIGIBLE and known
    builder.bar(
        ("eligibility", "unlisted"), text, this, scope=Scope.CHARGE, pathways=judging,
        strength=Strength.ABSOLUTE if barred else Strength.PRESUMPTIVE, owners=owners,
    )  # fmt: skip


def _judging(builder: Builder) -> set[str]:
    """The pathways that are about charges, and those on which the list asks anything of an offence on it.

    An offence outside the list is never better off than one on it. Where the list asks nothing, as of a social contact
    that needs no charge, it says nothing of other offences either.
    """
    from leadkit.policy.compile.charges import of_a_charge

    about = {name for name, one in builder.program.pathways.items() if of_a_charge(one)}
    listed = (rule for rule in builder.rules if rule.id.startswith(f"{'.'.join(_LIST)}."))
    return about.union(*(rule.pathways for rule in listed))
