"""Open warrants, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.warrants import Underlying, WarrantKind
from leadkit.policy.compile.say import among, at_least, denied, every, yes
from leadkit.policy.policy import Count

if TYPE_CHECKING:
    from leadkit.model.eligibility.warrants import WarrantRule
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_WARRANTS = "warrants"


def compile_warrants(builder: Builder) -> None:
    """A rule for each kind of warrant that bars, unless an exclusion says how strictly it does."""
    excluded = {
        warrant
        for one in builder.program.eligibility.exclusions.values()
        if one.test == "open_warrant"
        for warrant in one.warrants
    }
    for name, rule in builder.program.eligibility.warrants.items():
        if rule.bars and name not in excluded:
            builder.bar(
                ("eligibility", "warrants", name), f"There is an open warrant: {_label(rule)}.",
                open_warrants(builder, name, rule), rule, pathways=rule.pathways, restricted=True,
            )  # fmt: skip


def open_warrants(builder: Builder, name: str, rule: WarrantRule) -> Expression:
    """There is an open warrant of the kind."""
    builder.collection(_WARRANTS, "warrant", "Which warrants against the person are open?", restricted=True)
    kinds = {one.value: one.value.replace("_", " ") for one in WarrantKind if one is not WarrantKind.ANY}
    kind = builder.choice("kind", "What kind of warrant is it?", kinds, of=_WARRANTS)
    conditions = [] if rule.kind is WarrantKind.ANY else [among(kind, [rule.kind])]
    if rule.underlying in (Underlying.VIOLENT, Underlying.NONVIOLENT):
        violent = builder.yes_no("violent", "Was it issued in a case of violence?", of=_WARRANTS)
        conditions.append(yes(violent) if rule.underlying is Underlying.VIOLENT else denied(violent))
    if rule.extraditable is not None:
        extradited = builder.yes_no("extraditable", "Would the place that issued it extradite?", of=_WARRANTS)
        conditions.append(yes(extradited) if rule.extraditable else denied(extradited))
    counted = builder.reducer(f"warrants.{name}", Count(reduce="count", of=_WARRANTS, where=every(*conditions)))
    return at_least(counted, 1)


def _label(rule: WarrantRule) -> str:
    return rule.kind.value.replace("_", " ")
