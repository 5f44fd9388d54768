"""Which rules ask a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.policy.comparisons import names_in, reached

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy, Rule


def rules_that_ask(policy: Policy, name: str) -> list[Rule]:
    """The rules whose condition names a fact, a list, or a fact of an entry, also through a made number.

    Args:
        policy: The policy.
        name: As a decision names it: ``age``, ``records``, ``charges.1.level``.
    """
    list_, _, rest = name.partition(".")
    wanted = name if not rest else f"{policy.collections[list_].entry}.{rest.partition('.')[2]}"
    return [rule for rule in policy.rules if wanted in _named(policy, names_in(rule.when))]


def _named(policy: Policy, names: set[str]) -> set[str]:
    """Names with what lies behind those of made numbers, and the lists that entries belong to."""
    named = reached(names, policy.reducers, policy.collections)
    lists = {collection.entry: name for name, collection in policy.collections.items()}
    return named | {lists[entry] for name in named if (entry := name.partition(".")[0]) in lists}
