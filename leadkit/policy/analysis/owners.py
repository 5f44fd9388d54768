"""Who may override a rule, in words."""

from __future__ import annotations

from collections.abc import Mapping

from leadkit.diagnostic import listed
from leadkit.policy.analysis.wording import Wording
from leadkit.policy.policy import Policy, Rule


def owners_in_words(policy: Policy, rule: Rule, names: Mapping[str, str]) -> str:
    """Those who may override a rule by their titles, and in which cases where that is not in all.

    Args:
        policy: The policy of the rule.
        rule: The rule.
        names: What roles and agencies are called, by their ids.
    """
    words = Wording(policy, asked=True)
    said: dict[str, None] = {}
    for one in rule.owners:
        name = names.get(one.by, one.by.replace("_", " "))
        said[name if one.when is None else f"{name} (where {words.of(one.when)})"] = None
    return listed(said) or "nobody named"
