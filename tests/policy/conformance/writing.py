"""Writes the conformance corpus: ``python -m tests.policy.conformance.writing``.

A file of the corpus is a policy with cases and what every engine says of each. There is one for each program that
leadkit ships; and one for each edge case, of which it holds the rules that the edge case makes otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leadkit.model.load import load as read_program
from leadkit.policy.compile import compile_policy
from leadkit.policy.engine import load
from leadkit.resources import programs
from tests.policy.conformance.making import Maker, answered
from tests.programs import PROGRAMS

Json = dict[str, Any]
CORPUS = Path(__file__).parent / "corpus"
EDGE_CASES = Path(__file__).parents[2] / "edge_cases"
EACH_PROGRAM, EACH_EDGE_CASE = 300, 30


def policies() -> Iterator[tuple[str, Json, int]]:
    """The name of each file, its policy, and how many cases it has."""
    for name in PROGRAMS:
        yield name, _policy(programs() / name, name), EACH_PROGRAM
    county = {json.dumps(rule) for rule in _unplaced(_policy(programs() / "example-county", "example-county"))}
    for folder in sorted(EDGE_CASES.iterdir()):
        if (folder / "program.yaml").exists():
            policy = _policy(folder, folder.name)
            own = [rule for rule in _unplaced(policy) if json.dumps(rule) not in county]
            if own:
                yield f"edge-{folder.name}", _about(policy, own), EACH_EDGE_CASE


def corpus() -> Iterator[tuple[str, str]]:
    """Each file of the corpus by its name, and its text: one case to a line."""
    for name, policy, count in policies():
        engine = load(policy)
        lines = [
            json.dumps({"case": case, "answer": answered(engine, case)}) for case in Maker(policy, name).cases(count)
        ]
        yield f"{name}.jsonl", "\n".join([json.dumps({"policy": policy}), *lines, ""])


def _policy(folder: Path, name: str) -> Json:
    policy = compile_policy(read_program(folder), name=name)
    assert policy is not None
    written: Json = json.loads(policy.model_dump_json(by_alias=True, exclude_defaults=True))
    return {"format": policy.format, **written}


def _unplaced(policy: Json) -> list[Json]:
    return [{key: value for key, value in rule.items() if key != "place"} for rule in policy["rules"]]


def _about(policy: Json, rules: list[Json]) -> Json:
    """A policy of some rules, and of what they ask."""
    asked = json.dumps(rules)
    reducers = {name: one for name, one in policy.get("reducers", {}).items() if f'"{name}"' in asked}
    asked += json.dumps(list(reducers.values()))
    facts = {name: fact for name, fact in policy.get("facts", {}).items() if f'"{name}"' in asked}
    collections = {}
    for name, one in policy.get("collections", {}).items():
        own = {field: fact for field, fact in one["facts"].items() if f'"{one["entry"]}.{field}"' in asked}
        added = {
            each[key] for each in reducers.values() if each["of"] == name for key in ("fact", "per") if each.get(key)
        }
        own |= {field: one["facts"][field] for field in added}
        if own or one["entry"] == "charge":
            collections[name] = {**one, "facts": own or {"offence": one["facts"]["offence"]}}
    return {**policy, "facts": facts, "collections": collections, "reducers": reducers, "rules": rules}


def main() -> None:
    """Write the corpus anew."""
    CORPUS.mkdir(exist_ok=True)
    for old in CORPUS.glob("*.jsonl"):
        old.unlink()
    for name, text in corpus():
        (CORPUS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
