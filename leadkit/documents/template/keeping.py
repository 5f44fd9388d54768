"""A filter that finds the categories of information for which no rule says how long they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from leadkit.documents.template.filters import key_of
from leadkit.documents.template.view import View, field_of


def without_rule(categories: Iterable[View], rules: Iterable[View]) -> list[View]:
    """The categories that no rule of retention names, in the order of the program."""
    named = {key_of(each) for rule in rules for each in field_of(rule, "categories")}
    return [category for category in categories if key_of(category) not in named]


FILTERS: dict[str, Callable[..., object]] = {"without_rule": without_rule}
"""The filters of this file, by the names that clauses use."""
