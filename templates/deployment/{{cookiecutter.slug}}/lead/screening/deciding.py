"""The answer to a referral. What tells criminal history goes through here and is kept nowhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lead.engine import CaseError
from lead.program import program

from .engine import engine, hidden_facts, hides, rules_of

BY_PERSON = "needs_person"
"""The outcome where the program's rules cannot decide cases: somebody of the program does."""

RECORDS = "records-check"
"""What stands in place of every missing fact that tells criminal history: which one is missing is told to nobody."""


Owners = tuple[tuple[str, tuple[str, ...]], ...]
"""By each rule, who may override it."""


@dataclass(frozen=True)
class Answer:
    """What is answered. All of it but ``missing`` may be kept and shown: it is the same whichever record was found.

    Attributes:
        outcome: eligible, needs_discretion, needs_information, not_eligible or needs_person.
        code: The public reason code.
        reason: The public reason.
        missing: The facts that are missing, by which a form knows what to ask of whom. Never kept, never shown.
        waits: What is missing as long as no record is known, for everybody's eyes: what tells no history, and RECORDS
            for all that does. No restricted answer is kept, so the records have to be asked again until all is known,
            and how far a check had come must not follow: a list that was empty leaves nothing open, a record does.
        whose: By each rule in the way, who may override it. The rules of records stand there as one, RECORDS, with
            everybody who may override any of them: which record was found must not follow.
        problems: What is wrong with the facts, by fact; then nothing was decided.
    """

    outcome: str
    code: str = ""
    reason: str = ""
    missing: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    whose: Owners = ()
    problems: tuple[tuple[str, str], ...] = ()


def by_person() -> Answer:
    """The answer where the rules decide nothing: then people do."""
    return Answer(BY_PERSON, reason=_("The program's rules do not decide this. Somebody of the program does."))


def screen(pathway: str, on: str, facts: dict[str, Any]) -> Answer:
    """Decide about a referral.

    Args:
        pathway: The pathway.
        on: The day of the contact, as ``2026-11-28``.
        facts: Every answer, restricted ones too: they are read here and forgotten.
    """
    rules = engine()
    if rules is None:
        return by_person()
    case = {"on": on, "pathway": pathway}
    try:
        decision = rules.decide({**case, "facts": facts}, searched=False)
        # What is missing beside the records must not depend on what the records say.
        known = rules.decide({**case, "facts": unrestricted(facts)}, searched=False)
    except CaseError as error:
        return Answer("", problems=tuple((one.fact, one.message) for one in error.problems))
    outcome = str(decision["outcome"])
    missing = tuple(str(one) for one in decision["missing"]) if outcome == "needs_information" else ()
    waits = dict.fromkeys(RECORDS if is_hidden(one) else one for one in map(str, known["missing"] if missing else ()))
    grounds = [] if outcome in ("eligible", "needs_information") else decision["reasons"]
    code, reason, whose = _public(pathway, grounds, decision["whose"])
    whose = whose if outcome == "needs_discretion" else ()
    return Answer(outcome, code, reason, missing, tuple(sorted(waits, key=RECORDS.__eq__)), whose)


def _public(pathway: str, grounds: list[dict[str, Any]], owners: list[dict[str, Any]]) -> tuple[str, str, Owners]:
    """What any party may see of the grounds: code, reason, and who may override.

    Whatever record stands in the way sounds the same. It sounds as what the program says of most records, which it may
    say of other things as well: then that a record was found does not follow, either.
    """
    rules = {str(rule["id"]): rule for rule in rules_of(pathway)}
    of_records = _of_records(list(rules.values()))
    told = {id_: of_records if hides(rule) else _told(rule) for id_, rule in rules.items()}
    said = {told[str(one["rule"])] for one in grounds}
    ordered = [pair for pair in dict.fromkeys(told.values()) if pair in said]
    whose: dict[str, set[str]] = {}
    for one in owners:
        if told[str(one["rule"])] != of_records:
            whose.setdefault(str(one["rule"]), set()).add(str(one["by"]))
    if of_records in said:
        alike = (rule for id_, rule in rules.items() if told[id_] == of_records)
        whose[RECORDS] = {str(one["by"]) for rule in alike for one in rule["owners"]}
    codes = dict.fromkeys(code for code, _reason in ordered)
    return (
        ", ".join(codes),
        " ".join(reason for _code, reason in ordered if reason),
        tuple((id_, tuple(sorted(by))) for id_, by in sorted(whose.items())),
    )


def _told(rule: dict[str, Any]) -> tuple[str, str]:
    return str(rule.get("reason_code") or rule["id"]), str(rule.get("public_reason") or rule.get("text") or "")


def _of_records(rules: list[dict[str, Any]]) -> tuple[str, str]:
    """The code and the reason that stand for every record that may be found."""
    said = Counter((one["reason_code"], one["public_reason"]) for one in rules if hides(one) and _says(one))
    if not said:
        return RECORDS, _("The program cannot take this referral now.")
    return max(said, key=lambda pair: (said[pair], pair))


def _says(rule: dict[str, Any]) -> bool:
    return bool(rule.get("reason_code") and rule.get("public_reason"))


def is_hidden(name: str) -> bool:
    """Whether a missing fact, as the engine names it, tells criminal history."""
    of, _dot, rest = name.partition(".")
    collection = (program().policy or {}).get("collections", {}).get(of)
    if collection is None:
        return (None, name) in hidden_facts()
    facts = [rest.partition(".")[2]] if rest else list(collection["facts"])
    return all((of, fact) in hidden_facts() for fact in facts)


def hides_supervision() -> bool:
    """Whether that somebody is supervised tells criminal history; it does, unless the policy asks about it openly."""
    return "supervision" not in (program().policy or {}).get("collections", {}) or is_hidden("supervision")


def unrestricted(facts: dict[str, Any]) -> dict[str, Any]:
    """The answers that may be kept with a referral: those that tell no criminal history."""
    policy, hidden = program().policy or {}, hidden_facts()
    known = policy.get("collections", {})
    kept: dict[str, Any] = {}
    for name, value in facts.items():
        if name in policy.get("facts", {}) and (None, name) not in hidden:
            kept[name] = value
        elif name in known and not is_hidden(name) and isinstance(value, list | None):
            entries = [one for one in value or () if isinstance(one, dict)]
            open_ = {fact for fact in known[name]["facts"] if (name, fact) not in hidden}
            kept[name] = [{fact: one[fact] for fact in one if fact in open_} for one in entries] if value else value
    return kept
