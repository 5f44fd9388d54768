"""Open warrants, by kind and action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.warrants import Underlying, WarrantAction, WarrantKind
from leadkit.policy.compile.say import ALWAYS, among, at_least, denied, every, yes
from leadkit.policy.policy import Count, Strength

if TYPE_CHECKING:
    from leadkit.model.eligibility.warrants import WarrantRule
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_WARRANTS = "warrants"
_DONE = {
    WarrantAction.EXECUTE: "the person is arrested on it",
    WarrantAction.CLEAR_FIRST: "it is cleared before the person is taken",
    WarrantAction.LIAISON_RECALL: "the liaison prosecutor asks the court to recall it",
    WarrantAction.NOT_JUDICIAL: "no judge signed it, so it gives no power of arrest",
    WarrantAction.PROCEED_WITH_NOTE: "the diversion may go on, and it is noted",
}
_STRENGTH = {True: Strength.ABSOLUTE, False: Strength.ADVISORY, None: Strength.PRESUMPTIVE}
"""How strict a rule on warrants is by whether it bars."""


def compile_warrants(builder: Builder) -> None:
    """A rule for each kind of warrant, unless an exclusion says how strictly it bars.

    One that does not bar is told with its action and weighed: a warrant is never ignored. Where nothing says whether it
    bars, somebody decides, whom the program does not name.
    """
    excluded = {
        warrant
        for one in builder.program.eligibility.exclusions.values()
        if one.test == "open_warrant"
        for warrant in one.warrants
    }
    for name, rule in builder.program.eligibility.warrants.items():
        if name in excluded:
            continue
        builder.bar(
            ("eligibility", "warrants", name), _text(rule), open_warrants(builder, name, rule), rule,
            pathways=rule.pathways or None, strength=_STRENGTH[_bars(rule)], restricted=True,
        )  # fmt: skip


def _bars(rule: WarrantRule) -> bool | None:
    """Whether it bars while it is open; where that is not said, its action tells; None where that is open too."""
    if rule.bars is not None or rule.action is None:
        return rule.bars
    return rule.action in (WarrantAction.EXECUTE, WarrantAction.CLEAR_FIRST)


def open_warrants(builder: Builder, name: str, rule: WarrantRule) -> Expression:
    """There is an open warrant of the kind."""
    _declare(builder)
    kinds = {one.value: one.value.replace("_", " ") for one in WarrantKind if one is not WarrantKind.ANY}
    conditions: list[Expression] = []
    if rule.kind is not WarrantKind.ANY:
        conditions.append(
            among(builder.choice("kind", "What kind of warrant is it?", kinds, of=_WARRANTS), [rule.kind])
        )
    if rule.underlying in (Underlying.VIOLENT, Underlying.NONVIOLENT):
        violent = builder.yes_no("violent", "Was it issued in a case of violence?", of=_WARRANTS)
        conditions.append(yes(violent) if rule.underlying is Underlying.VIOLENT else denied(violent))
    if rule.extraditable is not None:
        extradited = builder.yes_no("extraditable", "Would the place that issued it extradite?", of=_WARRANTS)
        conditions.append(yes(extradited) if rule.extraditable else denied(extradited))
    where = every(*conditions)
    return at_least(builder.reducer(f"warrants.{name}", Count(reduce="count", of=_WARRANTS, where=where)), 1)


def any_warrant(builder: Builder) -> Expression:
    """There is an open warrant of whatever kind."""
    _declare(builder)
    return at_least(builder.reducer("warrants.any", Count(reduce="count", of=_WARRANTS, where=ALWAYS)), 1)


def _declare(builder: Builder) -> None:
    builder.collection(_WARRANTS, "warrant", "Which warrants against the person are open?", restricted=True)


def _text(rule: WarrantRule) -> str:
    done = f": {_DONE[rule.action]}" if rule.action else "" if rule.bars is not None else ": what follows is not said"
    kind = "" if rule.kind is WarrantKind.ANY else f" ({rule.kind.value.replace('_', ' ')})"
    return f"There is an open warrant{kind}{done}."
