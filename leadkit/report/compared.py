"""What two versions of a program decide differently: for a policy meeting, for a pull request, and for programs."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from leadkit.policy.analysis.owners import owners_in_words
from leadkit.policy.policy import Strength
from leadkit.report.analyzed import answers, plain_rules, plain_witness, told
from leadkit.report.github import as_markdown
from leadkit.report.report import counted
from leadkit.report.terminal import Paint, clean

if TYPE_CHECKING:
    from leadkit.policy.analysis.change import Change, Undecided
    from leadkit.policy.analysis.compare import Comparison, Later
    from leadkit.policy.analysis.difference import Difference
    from leadkit.policy.policy import Policy, Rule

VERSION = 1
"""The version of the JSON; a field is only ever added to a version."""

_OUTCOMES = {"eligible": "eligible", "needs_discretion": "needs discretion", "not_eligible": "not eligible"}


def render_text(compared: Comparison, *, colour: bool = False) -> str:
    """Each rule that makes a difference, which cases it decides differently, and one of them."""
    paint = Paint(colour)
    found = compared.found
    lines = [paint.bold(clean(_compared(compared))), _summary(found, later=bool(compared.later))]
    lines += [clean(_later(compared, one)) for one in compared.later]
    for group in _groups(found.changes):
        lines += ["", *(paint.bold(line) for line in _heading(found, group[0]))]
        for change in group:
            lines += [f"  {line}" for line in _change(change)]
    lines += _block("Not decided, so that there may be more:", map(_undecided, found.undecided), paint)
    lines += _block("Different without such a case:", (clean(one.sentence) for one in found.notes), paint)
    return "\n".join(lines) + "\n"


def _compared(compared: Comparison) -> str:
    """Both versions; the folder or the revision of each, where those are not the same."""
    places = compared.places
    shown = [f" ({place})" if place and places[0] != places[1] else "" for place in places]
    names = [f"{one.name} as of {one.on}" for one in (compared.found.old, compared.found.new)]
    return f"{names[0]}{shown[0]}, compared with {names[1]}{shown[1]}."


def _summary(found: Difference, *, later: bool = False) -> str:
    if found.old.pathways.keys().isdisjoint(found.new.pathways):
        return "They share no pathway, so no case comes to both."
    if not found.changes:
        alike = (
            "Every case is decided as before" if not found.undecided else "No case is known that is decided differently"
        )
        same_day = found.old.on == found.new.on
        return f"{alike}{f', on {found.new.on}' if later and same_day else ', on these days' if later else ''}."
    return f"{_counted(found)} decided differently."


def _counted(found: Difference) -> str:
    return f"{counted(len(found.changes), 'kind')} of case {'is' if len(found.changes) == 1 else 'are'}"


def _later(compared: Comparison, later: Later) -> str:
    """What is different from a later day on, and how to see it."""
    if later.found is None:
        return f"From {later.on} on: not compared, for the rules of that day cannot be read. Run: leadkit check"
    found = later.found
    if found.is_none:
        return f"From {later.on} on every case is decided as before."
    told = f"From {later.on} on"
    if found.changes or not (found.undecided or found.notes):
        told += f" {_counted(found)} decided differently."
    elif found.undecided:
        told += " there may be cases that are decided differently."
    else:
        told += " other things are different that no case shows."
    old, new = map(shlex.quote, compared.places)
    return f"{told} To see: leadkit diff {old} {new} --on-old {later.on} --on {later.on}"


def _groups(changes: Iterable[Change]) -> list[list[Change]]:
    """The changes that the same rules make, together, whichever version is the stricter."""
    found: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        both = len(change.counterparts) == len(change.rules)
        found.setdefault((both or change.stricter, *(rule.id for rule in change.rules)), []).append(change)
    return list(found.values())


def _heading(found: Difference, change: Change) -> Iterator[str]:
    """The rules that make the difference, each with what stands in its place in the other version."""
    if change.reason:
        yield clean(change.reason)
    others = {rule.id: rule for rule in change.counterparts}
    for rule in change.rules:
        other = others.get(rule.id)
        before, now = (other, rule) if change.stricter else (rule, other)
        if before is None or now is None:
            yield f"{'New rule' if change.stricter else 'Gone'}: {told(rule)}"
        elif before.text == now.text:
            yield f"Changed: {told(now)}"
            yield f"  {clean(_changed(found, before, now))}"
        else:
            yield f"Changed, before: {told(before)}"
            yield f"Changed, now:    {told(now)}"
    if len(change.rules) > 1:
        yield "Together these rules make a difference:"


def _changed(found: Difference, before: Rule, now: Rule) -> str:
    """What is another of a rule whose words are the same."""
    said = []
    old, new = found.names
    if before.strength is not now.strength:
        said.append(f"from {before.strength.value} to {now.strength.value}")
    if before.strength is not now.strength or set(before.owners) != set(now.owners):
        told_before, told_now = _override(found.old, before, old), _override(found.new, now, new)
        said.append(f"before, {told_before}; now, {told_now}")
    if before.when != now.when:
        said.append("in which cases it holds")
    return f"What changed: {'; '.join(said) or 'the answers that it is asked about'}."


def _override(policy: Policy, rule: Rule, names: Mapping[str, str]) -> str:
    if rule.strength is Strength.ABSOLUTE:
        return "nobody may override it"
    if rule.strength is Strength.ADVISORY:
        return "it changed no outcome"
    return f"{owners_in_words(policy, rule, names)} may override it"


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


def render_markdown(compared: Comparison) -> str:
    """The same as a comment on a pull request."""
    found = compared.found
    lines = [
        "### Who may be diverted: what changes",
        "",
        f"{as_markdown(_compared(compared))} **{_summary(found, later=bool(compared.later))}**",
    ]
    if compared.later:
        lines += ["", *(f"- {as_markdown(_later(compared, one))}" for one in compared.later)]
    for group in _groups(found.changes):
        lines += ["", *(f"**{as_markdown(line.strip())}**  " for line in _heading(found, group[0]))]
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


def render_json(compared: Comparison) -> str:
    """The same as JSON."""
    found = compared.found
    old, new = compared.places
    body = {
        "version": VERSION,
        "old": _policy(found.old, old),
        "new": _policy(found.new, new),
        **_plain_difference(found),
        "later": [
            {"on": one.on.isoformat(), **(_plain_difference(one.found) if one.found else {"unreadable": True})}
            for one in compared.later
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _plain_difference(found: Difference) -> dict[str, Any]:
    return {
        "changes": [_plain(one) for one in found.changes],
        "undecided": [
            {"before": one.before, "after": one.after, "pathway": one.pathway, "rules": plain_rules(one.rules)}
            for one in found.undecided
        ],
        "notes": [{"about": one.about.value, "sentence": one.sentence} for one in found.notes],
    }


def _policy(policy: Policy, place: str) -> dict[str, Any]:
    return {"program": policy.program, "name": policy.name, "on": policy.on, "place": place}


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
