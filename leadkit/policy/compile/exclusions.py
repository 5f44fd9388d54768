"""A rule for each exclusion: what it keeps out, on which pathways, and how strictly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.model.eligibility.exclusions import Scope as Reach
from leadkit.policy.comparisons import names_in
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.compile.by_pathway import ON_ITS_PATHWAY
from leadkit.policy.compile.exclusion_tests import RESTRICTED, TESTS, plain
from leadkit.policy.compile.questions import PLAIN
from leadkit.policy.compile.say import at_least, every, some
from leadkit.policy.language import All, Any, Expression
from leadkit.policy.policy import Count, Scope, Strength

if TYPE_CHECKING:
    from leadkit.model.eligibility.exclusions import Exclusion
    from leadkit.policy.compile.builder import Builder

_WHOLE_CONTACT = frozenset({"other_charge"})
"""Tests that look at one charge and keep out the rest, where the exclusion does not say what it keeps out."""


@dataclass(frozen=True)
class _Bar:
    """The condition of an exclusion on some pathways; None for those that the exclusion names."""

    when: Expression
    pathways: tuple[str, ...] | None = None
    part: str = ""


def compile_exclusions(builder: Builder) -> None:
    """A rule for each exclusion; several, where what it asks differs by pathway."""
    for name, exclusion in builder.program.eligibility.exclusions.items():
        for bar in _bars(builder, name, exclusion):
            when, scope = _scoped(builder, name, exclusion, bar.when)
            builder.bar(
                ("eligibility", "exclusions", name), _text(exclusion), when, exclusion, part=bar.part,
                scope=scope, pathways=bar.pathways, screened_by=_looks_up(exclusion),
                restricted=exclusion.test in RESTRICTED, at_most=_at_most(exclusion),
            )  # fmt: skip


def _at_most(exclusion: Exclusion) -> Strength:
    """The greatest strength: where it is open which warrants are meant, a warrant is somebody's to decide."""
    unnamed = exclusion.test == "open_warrant" and not exclusion.warrants
    return Strength.PRESUMPTIVE if unnamed else Strength.ABSOLUTE


def _looks_up(exclusion: Exclusion) -> tuple[str, ...]:
    """Who alone answers, where others must not see what is compared."""
    if exclusion.test == "no_contact_order_with_participant" and exclusion.looked_up_by:
        return (exclusion.looked_up_by,)
    return ()


def _text(exclusion: Exclusion) -> str:
    words = exclusion.label or (exclusion.question if exclusion.test == "other" else PLAIN[exclusion.test][0])
    return " ".join(one if one.endswith((".", "?")) else f"{one}." for one in (words, exclusion.detail) if one)


def _bars(builder: Builder, name: str, exclusion: Exclusion) -> Iterator[_Bar]:
    by_pathway = ON_ITS_PATHWAY.get(exclusion.test)
    if by_pathway is None:
        when = TESTS.get(exclusion.test, plain)(builder, name, exclusion)
        if when is not None:
            yield _Bar(when)
        return
    groups: list[tuple[Expression | None, list[str]]] = []
    for pathway in exclusion.pathways or builder.pathways:
        when = by_pathway(builder, name, exclusion, pathway)
        same = next((pathways for other, pathways in groups if other == when), None)
        if same is None:
            groups.append((when, [pathway]))
        else:
            same.append(pathway)
    for when, pathways in groups:
        if when is not None:
            yield _Bar(when, tuple(pathways), pathways[0] if len(groups) > 1 else "")


def _scoped(builder: Builder, name: str, exclusion: Exclusion, when: Expression) -> tuple[Expression, Scope]:
    """The condition with what it is about: one charge, or the whole contact, because of a charge or of none."""
    if not _of_charges(when):
        return when, Scope.CONTACT
    whole = exclusion.test in _WHOLE_CONTACT if exclusion.scope is None else exclusion.scope is not Reach.CHARGE
    return (_somewhere(builder, name, when), Scope.CONTACT) if whole else (when, Scope.CHARGE)


def _of_charges(when: Expression) -> bool:
    return any(name.startswith("charge.") for name in names_in(when))


def _only_of_charges(when: Expression) -> bool:
    return all(name.startswith("charge.") for name in names_in(when))


def _somewhere(builder: Builder, name: str, when: Expression) -> Expression:
    """The condition holds for at least one of the charges; what is no fact of a charge stays as it is."""
    if not _of_charges(when):
        return when
    if isinstance(when, Any):
        return some(*(_somewhere(builder, name, one) for one in when.any))
    if isinstance(when, All) and not _only_of_charges(when):
        of_charges = [one for one in when.all if _only_of_charges(one)]
        rest = [_somewhere(builder, name, one) for one in when.all if not _only_of_charges(one)]
        return every(_somewhere(builder, name, every(*of_charges)) if of_charges else None, *rest)
    return at_least(builder.reducer(f"charges.{name}", Count(reduce="count", of=CHARGES, where=when)), 1)
