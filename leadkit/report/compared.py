"""What two versions of a program decide differently: for a policy meeting, for a pull request, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from leadkit.report.analyzed import answers, plain_rules, plain_witness, told
from leadkit.report.github import as_markdown
from leadkit.report.report import counted
from leadkit.report.terminal import Paint, clean

if TYPE_CHECKING:
    from leadkit.policy.analysis.change import Change, Undecided
    from leadkit.policy.analysis.difference import Difference
    from leadkit.policy.policy import Policy

VERSION = 1
"""The version of the JSON; a field is only ever added to a version."""

_OUTCOMES = {"eligible": "eligible", "needs_discretion": "needs discretion", "not_eligible": "not eligible"}


def render_text(found: Difference, *, colour: bool = False) -> str:
    """Each rule that makes a difference, which cases it decides differently, and one of them."""
    paint = Paint(colour)
    lines = [paint.bold(clean(f"{_name(found.old)}, compared with {_name(found.new)}.")), _summary(found)]
    for group in _groups(found.changes):
        lines += ["", *(paint.bold(line) for line in _heading(group[0]))]
        for change in group:
            lines += [f"  {line}" for line in _change(change)]
    lines += _block("Not decided, so that there may be more:", map(_undecided, found.undecided), paint)
    lines += _block("Different without such a case:", (clean(one.sentence) for one in found.notes), paint)
    return "\n".join(lines) + "\n"


def _name(policy: Policy) -> str:
    return f"{policy.name} as of {policy.on}"


def _summary(found: Difference) -> str:
    if not found.changes:
        return (
            "Every case is decided as before."
            if not found.undecided
            else "No case is known that is decided differently."
        )
    verb = "is" if len(found.changes) == 1 else "are"
    return f"{counted(len(found.changes), 'kind')} of case {verb} decided differently."


def _groups(changes: Iterable[Change]) -> list[list[Change]]:
    """The changes that the same rules make, together, whichever version is the stricter."""
    found: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        both = len(change.counterparts) == len(change.rules)
        found.setdefault((both or change.stricter, *(rule.id for rule in change.rules)), []).append(change)
    return list(found.values())


def _heading(change: Change) -> Iterator[str]:
    """The rules that make the difference, each with what stands in its place in the other version."""
    if change.reason:
        yield clean(change.reason)
    others = {rule.id: rule for rule in change.counterparts}
    for rule in change.rules:
        other = others.get(rule.id)
        before, now = (other, rule) if change.stricter else (rule, other)
        if before is None or now is None:
            yield f"{'New rule' if change.stricter else 'Gone'}: {told(rule)}"
        else:
            yield f"Changed, before: {told(before)}"
            yield f"Changed, now:    {told(now)}"
    if len(change.rules) > 1:
        yield "Together these rules make a difference:"


def _change(change: Change) -> Iterator[str]:
    yield clean(_turn(change))
    yield from (f"  {line}" for line in _example(change))


def _turn(change: Change) -> str:
    """The two outcomes and the pathways."""
    outcomes = f"{_OUTCOMES[change.before].capitalize()} before, {_OUTCOMES[change.after]} now"
    pathways = [*change.pathways]
    several = f"pathways {', '.join(pathways[:-1])} and {pathways[-1]}"
    return f"{outcomes}, on the {f'pathway {pathways[0]}' if len(pathways) == 1 else several}."


def _example(change: Change) -> list[str]:
    """One such case; where discretion is needed for other reasons, only one of those, for the rest is told already."""
    if change.anyway:
        return [*_because(change)][:1]
    shown = [*answers(change.witness), *_because(change)]
    return (
        ["For example:", *(f"  {line}" for line in shown)] if shown else ["In every case that nothing else keeps out."]
    )


def _because(change: Change) -> Iterator[str]:
    """Why the case needs discretion in the version that is not the stricter."""
    lenient = change.witness.decided[0 if change.stricter else 1]
    when = "Before" if change.stricter else "Now"
    for rule in lenient.deciding:
        if change.anyway:
            yield f"That is where discretion is needed before and now, as here: {told(rule)}"
        elif rule.id not in {one.id for one in change.rules}:
            yield f"{when}, somebody's discretion is needed: {told(rule)}"


def _undecided(one: Undecided) -> str:
    rules = "; ".join(told(rule) for rule in one.rules) or "several charges"
    before, after = _OUTCOMES[one.before], _OUTCOMES[one.after]
    return clean(
        f"whether any case on the pathway {one.pathway} is {before} before and {after} now. It turns on: {rules}"
    )


def _block(title: str, lines: Iterable[str], paint: Paint) -> list[str]:
    found = list(lines)
    return ["", paint.bold(title), *(f"  {line}" for line in found)] if found else []


def render_markdown(found: Difference) -> str:
    """The same as a comment on a pull request."""
    lines = [
        "### Who may be diverted: what changes",
        "",
        f"{as_markdown(_name(found.old))}, compared with {as_markdown(_name(found.new))}. **{_summary(found)}**",
    ]
    for group in _groups(found.changes):
        lines += ["", *(f"**{as_markdown(line)}**  " for line in _heading(group[0]))]
        for change in group:
            lines.append(f"- {as_markdown(_turn(change))}")
            lines += [f"{_margin(line)}  - {as_markdown(line)}" for line in _example(change)]
    if found.undecided:
        lines += ["", "**Not decided, so that there may be more:**", ""]
        lines += [f"- {as_markdown(_undecided(one))}" for one in found.undecided]
    if found.notes:
        lines += ["", "**Different without such a case:**", ""]
        lines += [f"- {as_markdown(one.sentence)}" for one in found.notes]
    return "\n".join(lines) + "\n"


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def render_json(found: Difference) -> str:
    """The same as JSON."""
    body = {
        "version": VERSION,
        "old": _policy(found.old),
        "new": _policy(found.new),
        "changes": [_plain(one) for one in found.changes],
        "undecided": [
            {"before": one.before, "after": one.after, "pathway": one.pathway, "rules": plain_rules(one.rules)}
            for one in found.undecided
        ],
        "notes": [{"about": one.about.value, "sentence": one.sentence} for one in found.notes],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _policy(policy: Policy) -> dict[str, Any]:
    return {"program": policy.program, "name": policy.name, "on": policy.on}


def _plain(change: Change) -> dict[str, Any]:
    return {
        "before": change.before,
        "after": change.after,
        "rules": plain_rules(change.rules),
        "rules_of": "new" if change.stricter else "old",
        "reason": change.reason or None,
        "counterparts": plain_rules(change.counterparts),
        "pathways": list(change.pathways),
        "witness": plain_witness(change.witness),
    }
