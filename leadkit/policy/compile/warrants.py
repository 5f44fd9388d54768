"""Open warrants, by kind and action."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from leadkit.model.eligibility.warrants import Underlying, WarrantAction, WarrantKind
from leadkit.policy.compile.say import ALWAYS, among, at_least, denied, every, no, some, yes
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
    bars, somebody decides, whom the program does not name. So for a warrant that no rule names, where there is a rule.
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
    if builder.program.eligibility.warrants:
        _unnamed(builder)


def _bars(rule: WarrantRule) -> bool | None:
    """Whether it bars while it is open; where that is not said, its action tells; None where that is open too."""
    if rule.bars is not None or rule.action is None:
        return rule.bars
    return rule.action in (WarrantAction.EXECUTE, WarrantAction.CLEAR_FIRST)


def _unnamed(builder: Builder) -> None:
    """A rule for each warrant that no rule names, where no exclusion takes every warrant."""
    rules = builder.program.eligibility.warrants.values()
    whole = [kind for kind in _KINDS if all(any(_fits(rule, kind, *one) for rule in rules) for one in _DETAILS)]
    if len(whole) == len(_KINDS):
        return
    _declare(builder)
    parts = [_such(builder, rule) for rule in rules if rule.kind not in whole]
    where = no(some(*([among(_kind(builder), whole)] if whole else []), *parts))
    taken: set[str] = set()
    for one in builder.program.eligibility.exclusions.values():
        if one.test == "open_warrant" and not one.warrants:
            taken.update(one.pathways or builder.pathways)
    builder.bar(
        ("eligibility", "warrants"), "There is an open warrant, and no rule says what holds for such a warrant.",
        at_least(builder.reducer("warrants.unnamed", Count(reduce="count", of=_WARRANTS, where=where)), 1),
        pathways=set(builder.pathways) - taken, strength=Strength.PRESUMPTIVE, restricted=True,
    )  # fmt: skip


_KINDS = {one.value: one.value.replace("_", " ") for one in WarrantKind if one is not WarrantKind.ANY}
_DETAILS = tuple(product((True, False), repeat=2))
"""Whether a warrant was issued in a case of violence, and whether the place that issued it would extradite."""


def _fits(rule: WarrantRule, kind: str, violent: bool, extradited: bool) -> bool:
    """Whether a rule is for such a warrant."""
    return (
        rule.kind in (kind, WarrantKind.ANY)
        and rule.underlying is not (Underlying.NONVIOLENT if violent else Underlying.VIOLENT)
        and rule.extraditable is not (not extradited)
    )


def open_warrants(builder: Builder, name: str, rule: WarrantRule) -> Expression:
    """There is an open warrant of the kind."""
    _declare(builder)
    such = Count(reduce="count", of=_WARRANTS, where=_such(builder, rule))
    return at_least(builder.reducer(f"warrants.{name}", such), 1)


def _such(builder: Builder, rule: WarrantRule) -> Expression:
    """A warrant is one that a rule is for."""
    conditions: list[Expression] = []
    if rule.kind is not WarrantKind.ANY:
        conditions.append(among(_kind(builder), [rule.kind]))
    if rule.underlying in (Underlying.VIOLENT, Underlying.NONVIOLENT):
        violent = builder.yes_no("violent", "Was it issued in a case of violence?", of=_WARRANTS)
        conditions.append(yes(violent) if rule.underlying is Underlying.VIOLENT else denied(violent))
    if rule.extraditable is not None:
        extradited = builder.yes_no("extraditable", "Would the place that issued it extradite?", of=_WARRANTS)
        conditions.append(yes(extradited) if rule.extraditable else denied(extradited))
    return every(*conditions)


def _kind(builder: Builder) -> str:
    return builder.choice("kind", "What kind of warrant is it?", _KINDS, of=_WARRANTS)


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
