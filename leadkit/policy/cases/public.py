"""A decision as any party may see it, without what tells criminal history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leadkit.policy.cases.spoken import fact_at

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy

_OPEN = ("charge", "reason_code", "public_reason")
"""What anybody may know of a reason that is restricted."""


def public(policy: Policy, decision: dict[str, Any]) -> dict[str, Any]:
    """The decision without restricted rules, facts and wordings.

    That a question about a record is open would tell that there is one, so only the list that it belongs to is named,
    and a restricted rule that waits for an answer is not told at all. Nor is who may override a restricted rule: that
    it is the agency which supervises people on parole tells of parole.
    """
    hidden = {rule.id for rule in policy.rules if rule.restricted}
    undecided = decision["outcome"] == "needs_information"
    shown = {
        **decision,
        "reasons": [_reason(one) for one in decision["reasons"] if not (undecided and one["restricted"])],
        "weighed": [_reason(one) for one in decision["weighed"]],
        "whose": [one for one in decision["whose"] if one["rule"] not in hidden],
        "missing": _names(policy, decision["missing"]),
        "rules": {name: value for name, value in decision["rules"].items() if name not in hidden},
    }
    if isinstance(decision.get("deciding"), list):
        shown["deciding"] = _names(policy, decision["deciding"])
    if isinstance(decision.get("changes"), list):
        shown["changes"] = [one for one in decision["changes"] if not fact_at(policy, one["fact"])[1]]
    return shown


def _reason(reason: dict[str, Any]) -> dict[str, Any]:
    if reason["restricted"]:
        return {key: reason[key] for key in _OPEN} | {"restricted": True}
    return {key: value for key, value in reason.items() if key not in ("restricted_facts", "restricted_reason")}


def _names(policy: Policy, names: list[str]) -> list[str]:
    shown = (name.split(".", 1)[0] if fact_at(policy, name)[1] else name for name in names)
    return list(dict.fromkeys(shown))
