"""Single cases: how long the engine takes, beside reading the same case from JSON.

The cases are those of the conformance corpus: some hundred for each program, with answers left out here and there.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from leadkit.policy.engine import Engine, load

CORPUS = Path(__file__).parents[1] / "tests" / "policy" / "conformance" / "corpus"
ROUNDS = 20
"""A case that takes microseconds is decided so often, and the fastest round counts: the others tell of the machine."""


def cases(programs: Sequence[str]) -> Iterator[str]:
    """The table, line by line."""
    yield "### One case\n"
    yield "| program | rules | `json.loads` | reading it | outcome and rules | decision, median | 95 of 100 | most |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name in programs:
        policy, *decided = (json.loads(line) for line in (CORPUS / f"{name}.jsonl").open(encoding="utf-8"))
        engine = load(policy["policy"])
        yield _row(name, engine, len(policy["policy"]["rules"]), [one["case"] for one in decided])
    yield ""


def _row(name: str, engine: Engine, rules: int, some: list[Any]) -> str:
    texts = [json.dumps(case) for case in some]
    read = statistics.median(_fastest(json.loads, text) for text in texts)
    taken = statistics.median(_fastest(engine.read, case) for case in some)
    decided = statistics.median(_fastest(engine.outcome, case) for case in some) - taken
    whole = sorted(_seconds(engine.decide, case) for case in some)
    late = whole[len(whole) * 95 // 100]
    return (
        f"| {name} | {rules} | {read * 1e6:.1f} µs | {taken * 1e6:.1f} µs | {decided * 1e6:.1f} µs |"
        f" {statistics.median(whole) * 1e3:.2f} ms | {late * 1e3:.2f} ms | {whole[-1] * 1e3:.2f} ms |"
    )


def _fastest(run: Callable[[Any], object], given: Any) -> float:
    return min(_seconds(run, given) for _ in range(ROUNDS))


def _seconds(run: Callable[[Any], object], given: Any) -> float:
    started = time.perf_counter()
    run(given)
    return time.perf_counter() - started
