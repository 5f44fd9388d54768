"""What other systems take over of a policy: a table of parameters, readable SQL, and counts to try it against."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import PATHWAY
from leadkit.policy.batch.parameters import OFFENCE, offences_of
from leadkit.policy.comparisons import comparisons
from leadkit.policy.language import All, Any, AtLeast, Below, In, Not

if TYPE_CHECKING:
    from leadkit.policy.language import Expression
    from leadkit.policy.policy import Policy, Rule

PARAMETERS, SQL, SAMPLE, EXPECTED = "parameters.csv", "screen.sql", "sample.csv", "expected.csv"


def exported(policy: Policy) -> dict[str, str]:
    """The policy for tables: the texts of files, by their names.

    - ``parameters.csv``: for each pathway and offence, what each rule does: it keeps out, it asks, or nothing.
    - ``screen.sql``: the policy as a query over a table ``charges``.
    - ``sample.csv``: charges that nobody committed, to fill that table with.
    - ``expected.csv``: how many of their cases come to each outcome, and for how many each rule holds.

    Raises:
        BatchError: The policy cannot be said over tables.
    """
    from leadkit.policy.batch.sample import sample_of
    from leadkit.policy.batch.sql import sql_of

    names, rows = sample_of(policy)
    texts = {
        PARAMETERS: _csv(_parameters(policy)),
        SQL: sql_of(policy),
        SAMPLE: _csv([names, *rows]),
    }
    texts[EXPECTED] = _csv(_expected(policy, texts[SAMPLE]))
    return texts


def _csv(rows: Iterable[Iterable[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _parameters(policy: Policy) -> Iterable[list[str]]:
    yield [PATHWAY, OFFENCE, *(rule.id for rule in policy.rules)]
    for pathway in policy.pathways:
        for offence in offences_of(policy) or ("",):
            yield [pathway, offence, *(_does(rule, pathway, offence) for rule in policy.rules)]


def _does(rule: Rule, pathway: str, offence: str) -> str:
    """What a rule does to an offence on a pathway, whatever else is known."""
    holds = _settled(rule.when, offence) if pathway in rule.pathways else False
    if holds is not None:
        return "keeps out" if holds else ""
    return "; ".join(dict.fromkeys(_limits(rule.when))) or "asks"


def _settled(condition: Expression, offence: str) -> bool | None:
    """Whether a condition holds for an offence, where that is all that is known."""
    if isinstance(condition, All | Any):
        absorbing = isinstance(condition, Any)
        parts = [_settled(part, offence) for part in (condition.any if absorbing else condition.all)]  # type: ignore[union-attr]
        return absorbing if absorbing in parts else None if None in parts else not absorbing
    if isinstance(condition, Not):
        inner = _settled(condition.not_, offence)
        return None if inner is None else not inner
    return offence in condition.in_ if isinstance(condition, In) and condition.fact == OFFENCE else None


def _limits(condition: Expression) -> Iterable[str]:
    """The numbers in a condition."""
    for one in comparisons(condition):
        if isinstance(one, Below):
            yield f"{one.fact} below {one.below}"
        elif isinstance(one, AtLeast):
            yield f"{one.fact} at least {one.at_least}"


def _expected(policy: Policy, sample: str) -> Iterable[list[str]]:
    from leadkit.policy.batch.screening import screen_batch

    with TemporaryDirectory() as folder:
        source = Path(folder) / SAMPLE
        source.write_text(sample, encoding="utf-8", newline="")
        decided = screen_batch(policy, source, Path(folder) / "cases.csv")
        with decided.out.open(encoding="utf-8", newline="") as opened:
            cases = list(csv.DictReader(opened))
    outcomes = Counter(case["outcome"] for case in cases)
    holding = Counter(rule for case in cases for rule in case["rules"].split("; ") if rule)
    yield ["what", "name", "cases"]
    yield from (["outcome", name, str(count)] for name, count in sorted(outcomes.items()))
    yield from (["rule", rule.id, str(holding[rule.id])] for rule in policy.rules)
