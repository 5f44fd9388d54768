"""Judges of who is asked, who approves and who may set a rule aside, wherever a paper says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tests.documents.consistency.annex import annex_limits
from tests.documents.consistency.reading import Page
from tests.documents.consistency.said import Said, plainly

if TYPE_CHECKING:
    from leadkit.model.eligibility.rule import Rule
    from tests.documents.consistency.judging import Paper

_FIXED = {"absolute": ("Not eligible", "No offer"), "advisory": ("Weighed",)}
"""What stands in the place of a name where nobody decides."""
_AT_THE_SCENE = frozenset({"officer", "supervisor", "case_manager"})


def deciders(page: Page, paper: Paper) -> Iterator[str]:
    """Who is asked about a rule, who may set it aside and who approves an offense are those whom the program names."""
    eligibility = paper.said.program.eligibility
    if eligibility is None:
        return
    rules = paper.said.rules | dict(zip(annex_limits(paper.annex), eligibility.amounts.values(), strict=True))
    for header, *rows in page.tables:
        for row in rows:
            rule = _rule(row[0], rules)
            if rule is None:
                continue
            if "Asked of" in header:
                cell = row[header.index("Asked of")]
                yield from _named(row[0], cell, rule.screened_by or ("officer",), paper.said)
            for title in ("Whose discretion, and what is recorded", "If yes", "Who may set it aside", "Beyond it"):
                if title in header:
                    yield from _set_aside(row[0], row[header.index(title)], rule, paper.said)
    yield from _approvals(page, paper.said)
    if paper.kind == "pocket-card":
        yield from _not_at_the_scene(page, rules)


def _set_aside(name: str, cell: str, rule: Rule, said: Said) -> Iterator[str]:
    if rule.strength is None:
        return  # the cell then says that nobody has decided it
    fixed = _FIXED.get(str(rule.strength))
    if fixed is not None:
        yield from () if cell in fixed else (f"{name}: {cell}, and it is {rule.strength}",)
        return
    who = re.sub(r"^Nobody until .*; then ", "", cell.partition(". Recorded: ")[0])
    yield from _named(name, who, rule.override_by, said)


def _named(name: str, told: str, ids: Sequence[str], said: Said) -> Iterator[str]:
    """Whether some words name these actors, each of them, and nobody else."""
    parts = {plainly(re.sub(r"^(?:the|The) ", "", each)) for each in re.split(r", or |, | or ", told)}
    names: list[set[str]] = [{plainly(each) for each in said.called(id_)} for id_ in ids]
    if not all(parts & each for each in names) or not parts <= set().union(*names):
        yield f"{name}: {told}, and the program names {', '.join(ids) or 'nobody'}"


def _approvals(page: Page, said: Said) -> Iterator[str]:
    """Each line by which somebody approves a referral for one offense."""
    by_name = {name: offence for offence, name, _ in said.offences}
    for _, line in page.below:
        found = re.match(r"(.+): (.+?) approves\. ", line)
        if found and found[1] in by_name:
            yield from _named(found[1], found[2], by_name[found[1]].approved_by, said)


def _not_at_the_scene(page: Page, rules: Mapping[str, Rule]) -> Iterator[str]:
    """A card is for officers: what a desk looks up is no question on it."""
    for _, line in page.below:
        rule = _rule(line, rules)
        if rule is not None and rule.screened_by and not _AT_THE_SCENE & set(rule.screened_by):
            yield f"asked at the scene, and screened by {', '.join(rule.screened_by)}: {line}"


def _rule(line: str, rules: Mapping[str, Rule]) -> Rule | None:
    """The rule that a line or a row is about: its name stands first, and ends there."""
    words = plainly(re.sub(r"^(?:P: |(?:More than|Beyond) this: )", "", line))
    found = [name for name in rules if words.startswith(name) and re.match(r"$|[.:;,]| \(", words[len(name) :])]
    return rules[max(found, key=len)] if found else None
