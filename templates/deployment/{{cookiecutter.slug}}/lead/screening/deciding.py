"""The answer to a referral. What tells criminal history goes through here and is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lead.engine import CaseError
from lead.program import program

from .engine import engine

BY_PERSON = "needs_person"
"""The outcome where the program's rules cannot decide cases: somebody of the program does."""

_CHECKED = "records-check"
"""The reason code of whatever a check of records found, where the program gives it none of its own."""


@dataclass(frozen=True)
class Answer:
    """What is answered, in words that any party may see.

    Attributes:
        outcome: eligible, needs_discretion, needs_information, not_eligible or needs_person.
        code: The public reason code.
        reason: The public reason.
        missing: The facts that are missing.
        whose: Who may override.
        problems: What is wrong with the facts, by fact; then nothing was decided.
    """

    outcome: str
    code: str = ""
    reason: str = ""
    missing: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()


def screen(pathway: str, on: str, facts: dict[str, Any]) -> Answer:
    """Decide about a referral.

    Args:
        pathway: The pathway.
        on: The day of the contact, as ``2026-11-28``.
        facts: Every answer, restricted ones too: they are read here and forgotten.
    """
    rules = engine()
    if rules is None:
        return Answer(BY_PERSON, reason=_("The program's rules do not decide this. Somebody of the program does."))
    try:
        decision = rules.decide({"on": on, "pathway": pathway, "facts": facts}, searched=False)
    except CaseError as error:
        return Answer("", problems=tuple((one.fact, one.message) for one in error.problems))
    return _public(decision)


def _public(decision: dict[str, Any]) -> Answer:
    """What any party may see of a decision: nothing of which record stood in the way, or that one did."""
    outcome = str(decision["outcome"])
    grounds = [one for one in decision["reasons"] if outcome not in ("eligible", "needs_information")]
    said = dict.fromkeys(_told(one) for one in grounds)
    whose = dict.fromkeys(str(one["by"]) for one in decision["whose"]) if outcome == "needs_discretion" else {}
    return Answer(
        outcome,
        ", ".join(dict.fromkeys(code for code, _reason in said)),
        " ".join(dict.fromkeys(reason for _code, reason in said if reason)),
        tuple(str(one) for one in decision["missing"]) if outcome == "needs_information" else (),
        tuple(whose),
    )


def _told(ground: dict[str, Any]) -> tuple[str, str]:
    code, reason = ground.get("reason_code"), ground.get("public_reason")
    if ground["restricted"] or ground["restricted_facts"]:
        return str(code or _CHECKED), str(reason or _("The program cannot take this referral now."))
    words = {str(rule["id"]): rule.get("text") for rule in (program().policy or {}).get("rules", ())}
    return str(code or ground["rule"]), str(reason or words.get(ground["rule"]) or "")


def unrestricted(facts: dict[str, Any]) -> dict[str, Any]:
    """The answers that may be kept with a referral: those that tell no criminal history."""
    policy = program().policy or {}
    kept: dict[str, Any] = {}
    for name, value in facts.items():
        said = policy.get("facts", {}).get(name)
        collection = policy.get("collections", {}).get(name)
        if said is not None and not said["restricted"]:
            kept[name] = value
        elif collection is not None and not collection.get("restricted") and isinstance(value, list):
            open_ = {fact for fact, told in collection["facts"].items() if not told["restricted"]}
            kept[name] = [{fact: one[fact] for fact in one if fact in open_} for one in value if isinstance(one, dict)]
    return kept
