"""A decided case in plain words, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from leadkit.policy.cases.public import public
from leadkit.policy.cases.spoken import answer_in_words, fact_at
from leadkit.report.terminal import Paint, clean

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.policy.cases.desk import Desk

OUTCOMES = {
    "eligible": ("Eligible: nothing keeps the person out.", "green"),
    "not_eligible": ("Not eligible: something keeps the person out that nobody may override.", "red"),
    "needs_information": ("Not decided: something must be known first.", "yellow"),
    "needs_discretion": ("Needs discretion: something keeps the person out unless it is overridden.", "yellow"),
}
"""Each outcome in words, and its colour."""


def render_json(
    desk: Desk,
    case: dict[str, Any],
    decision: dict[str, Any],
    *,
    restricted: bool,
    nothing_else: bool = False,
    notes: Sequence[Diagnostic] = (),
) -> str:
    """The decision with the day and the pathway, as any party may see it, or as those who may know criminal history."""
    shown = decision if restricted else public(desk.policy, decision, nothing_else=nothing_else)
    open_ = [one.model_dump(mode="json") for one in desk.policy.open if case["pathway"] in one.pathways]
    told = {"program": desk.policy.program, "on": case["on"], "pathway": case["pathway"], **shown, "open": open_}
    told["notes"] = [{"code": one.code, "path": one.path, "message": one.message} for one in notes]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def render_text(
    desk: Desk,
    case: dict[str, Any],
    decision: dict[str, Any],
    *,
    restricted: bool,
    nothing_else: bool = False,
    notes: Sequence[Diagnostic] = (),
    colour: bool = False,
) -> str:
    """The decision in plain words: the outcome, why, whose discretion, what is missing.

    Args:
        desk: Where it was decided.
        case: The case.
        decision: The decision.
        restricted: Whether for those who may know criminal history.
        nothing_else: Whether the case says that it names everything.
        notes: What was found that does not keep the case from being taken.
        colour: Whether with colour.
    """
    shown = decision if restricted else public(desk.policy, decision, nothing_else=nothing_else)
    paint = Paint(colour)
    words, hue = OUTCOMES[decision["outcome"]]
    undecided = decision["outcome"] == "needs_information"
    head = f"{desk.policy.name}: {desk.policy.pathways[case['pathway']].name}, contact on {case['on']}"
    blocks = [[paint.dim(clean(head)), paint.bold(paint.colour(words, hue))]]
    blocks += [
        _block("To note about the case:", (clean(f"{one.message} {one.remedy or ''}".rstrip()) for one in notes)),
        _block("Why:", [] if undecided else reasons_in_words(desk, shown["reasons"])),
        _block("Charge by charge:", _charges(shown["charges"] or ())),
        _block("Who may override:", _whose(desk, shown)),
        _block("The fewest answers that can settle it:", _deciding(desk, shown)),
        _block("What is not known:", (question(desk, name) for name in shown["missing"])),
        _block("Rules that wait for it:", undecided_in_words(desk, shown["reasons"]) if undecided else []),
        _block("To be weighed:", reasons_in_words(desk, shown["weighed"])),
        _block("What the program leaves open about such cases:", _open(desk, case["pathway"])),
        [] if restricted else _left_out(desk, case["pathway"]),
    ]
    return "\n\n".join("\n".join(clean_lines) for block in blocks if (clean_lines := list(block))) + "\n"


def question(desk: Desk, name: str) -> str:
    """A fact as a question, with its name and who supplies the answer."""
    fact, _ = fact_at(desk.policy, name)
    assert fact is not None
    asked = ", ".join(named(desk, one) for one in fact.asked_of)
    return clean(f"{_of_entry(desk, name)}{fact.question} ({name}{f'; {asked}' if asked else ''})")


def named(desk: Desk, actor: str) -> str:
    """What a role, an agency or another actor is called."""
    return desk.names.get(actor, actor.replace("_", " "))


def _block(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [title, *(f"  {line}" for line in found)] if found else []


def _of_entry(desk: Desk, name: str) -> str:
    """The entry that a fact belongs to, such as ``charge 1: ``."""
    parts = name.split(".", 2)
    if len(parts) < 3 or name in desk.policy.reducers:
        return ""
    return f"{desk.policy.collections[parts[0]].entry.capitalize()} {parts[1]}: "


def reasons_in_words(desk: Desk, reasons: list[dict[str, Any]]) -> list[str]:
    """Each reason with its rule, the line of that, the law and the facts, in lines."""
    return list(_reasons(desk, reasons))


def _reasons(desk: Desk, reasons: list[dict[str, Any]]) -> Iterator[str]:
    rules = {rule.id: rule for rule in desk.policy.rules}
    for reason in reasons:
        of_charge = f"Charge {reason['charge']}: " if reason["charge"] else ""
        if "rule" not in reason:
            yield clean(f"{of_charge}{reason['public_reason'] or reason['reason_code']}")
            continue
        rule = rules[reason["rule"]]
        said = reason.get("restricted_reason") or reason["public_reason"]
        yield clean(f"{of_charge}{rule.text}{f' {said}' if said and not _alike(said, rule.text) else ''}")
        law = f" ({', '.join(reason['citations'])})" if reason["citations"] else ""
        yield clean(f"    {_where(reason)}{reason['rule']}{law}")
        facts = {**reason["facts"], **(reason.get("restricted_facts") or {})}
        if facts:
            told = (f"{name} = {answer_in_words(desk.policy, name, value)}" for name, value in facts.items())
            yield clean(f"    {'; '.join(told)}")


def _alike(one: str, other: str) -> bool:
    """Whether two sentences say the same, in whatever tense."""
    first, second = ([_TODAY.get(word, word) for word in said.lower().split()] for said in (one, other))
    return first == second


_TODAY = {"did": "does", "was": "is", "were": "are", "had": "has"}
"""Words of the past, as they are said today."""

_FEW = 10
"""As many rules as anybody reads while little is known."""


def undecided_in_words(desk: Desk, reasons: list[dict[str, Any]]) -> list[str]:
    """The rules that are not decided, each once."""
    texts = {rule.id: rule.text for rule in desk.policy.rules}
    told = [clean(one) for one in dict.fromkeys(f"{_where(one)}{texts[one['rule']]}" for one in reasons)]
    more = [f"and {len(told) - _FEW} more"] if len(told) > _FEW else []
    return told[:_FEW] + more


def _where(reason: dict[str, Any]) -> str:
    place = reason["place"]
    return f"{place['file']}, line {place['line']}: " if place else ""


def _charges(outcomes: Sequence[str]) -> Iterator[str]:
    if len(outcomes) > 1:
        for number, outcome in enumerate(outcomes, 1):
            yield f"{number}. {outcome.replace('_', ' ')}"


def _whose(desk: Desk, shown: dict[str, Any]) -> list[str]:
    if shown["outcome"] != "needs_discretion":
        return []
    told = (f"{named(desk, one['by'])}{'' if one['certain'] else ', perhaps'}" for one in shown["whose"])
    return [clean(one) for one in dict.fromkeys(told)]


_LEFT_OUT = "What not everybody may know is left out; those who may know it add --restricted."


def _left_out(desk: Desk, pathway: str) -> list[str]:
    """Told with every case of a pathway, so that it tells nothing of any."""
    hides = any(rule.restricted and pathway in rule.pathways for rule in desk.policy.rules)
    return [_LEFT_OUT] if hides else []


def _deciding(desk: Desk, shown: dict[str, Any]) -> list[str]:
    deciding = shown.get("deciding")
    if not isinstance(deciding, list) or len(deciding) >= len(shown["missing"]):
        return []
    return [question(desk, name) for name in deciding]


_WHY = {
    "undecided": "not decided",
    "undocumented": "not in the public sources",
    "not_known": "changed on a day unknown",
}


def _open(desk: Desk, pathway: str) -> list[str]:
    """What is open in the rules of a pathway: a decision does not rest on it."""
    told = (
        f"{one.path}{', in part' if one.partly else ''}: {_WHY[one.why]}{f'. {one.text}' if one.text else ''}"
        for one in desk.policy.open
        if pathway in one.pathways
    )
    return [clean(one) for one in told]
