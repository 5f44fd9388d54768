"""A decision as any party may see it, without what tells criminal history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leadkit.policy.cases.spoken import fact_at

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy

_OPEN = ("charge", "reason_code", "public_reason")
"""What anybody may know of a reason that is restricted."""


def public(policy: Policy, decision: dict[str, Any], *, nothing_else: bool = False) -> dict[str, Any]:
    """The decision without restricted rules, facts and wordings, and without what shows that any were left out.

    Of a restricted reason there is left what the program itself says to anybody, once for all that say the same.
    That a question about a record is open would tell that there is one, so only the list that it belongs to is named;
    and not even that where a list that is not named is empty. A restricted rule that waits for an answer, or is only
    weighed, is not told at all. Nor is who may override a restricted rule: that it is the agency which supervises
    people on parole tells of parole. Other answers that would change the outcome are found over the whole case, so the
    lack of one would tell that something else stands in the way.

    Args:
        policy: The policy.
        decision: The decision.
        nothing_else: Whether the case says that it names everything.
    """
    hidden = {rule.id for rule in policy.rules if rule.restricted}
    undecided = decision["outcome"] == "needs_information"
    shown = {
        **decision,
        "reasons": _reasons(decision["reasons"], undecided=undecided),
        "weighed": [_whole(one) for one in decision["weighed"] if not one["restricted"]],
        "whose": [one for one in decision["whose"] if one["rule"] not in hidden],
        "missing": _names(policy, decision["missing"], nothing_else=nothing_else),
        "rules": {name: value for name, value in decision["rules"].items() if name not in hidden},
    }
    if isinstance(decision.get("deciding"), list):
        shown["deciding"] = _names(policy, decision["deciding"], nothing_else=nothing_else)
    shown.pop("changes", None)
    return shown


def _reasons(reasons: list[dict[str, Any]], *, undecided: bool) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = []
    for reason in reasons:
        if not reason["restricted"]:
            shown.append(_whole(reason))
        elif not undecided and (reason["reason_code"] or reason["public_reason"]):
            said = {key: reason[key] for key in _OPEN}
            shown += [said] if said not in shown else []
    return shown


def _whole(reason: dict[str, Any]) -> dict[str, Any]:
    withheld = ("restricted", "restricted_facts", "restricted_reason")
    return {key: value for key, value in reason.items() if key not in withheld}


def _names(policy: Policy, names: list[str], *, nothing_else: bool) -> list[str]:
    shown: list[str] = []
    for name in names:
        if not fact_at(policy, name)[1]:
            shown.append(name)
        elif not ("." in name and nothing_else):
            shown.append(name.split(".", 1)[0])
    return list(dict.fromkeys(shown))
