"""The compiled table against what is expected of it: the two were made in two ways, and a flip in one alone is found.

Two cells may let the same happen, so that the gate's answers alone would not tell that one of them was changed.
"""

from __future__ import annotations

import json
from typing import Any

from lead.program import program
from tests.matrix import FILE

NAMES = ("flow", "sender", "recipient", "category", "action", "purpose", "scope", "detail", "redisclosure", "notice")


def _expected(what: str) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))[what]
    return held


def test_every_cell_is_expected_and_every_row_that_is_expected_is_a_cell() -> None:
    cells = [
        (
            *(getattr(cell, name) for name in NAMES), cell.logged, cell.basis["kind"], cell.basis.get("release"),
            cell.pathways, cell.use_limits,
        )
        for cell in program().cells
    ]  # fmt: skip
    rows = [
        (
            *(row[name] for name in NAMES), row["logged"], row["basis"], row["release"],
            tuple(row["pathways"]), tuple(row["use_limits"]),
        )
        for row in _expected("expected")
    ]  # fmt: skip
    assert sorted(cells, key=str) == sorted(rows, key=str)


def test_every_rule_of_never_bars_whom_it_names() -> None:
    known = program()
    expected = _expected("never")
    assert {rule.id for rule in known.never} == {row["id"] for row in expected}
    for row in expected:
        rules = [rule for rule in known.never if rule.id == row["id"]]
        assert sorted(one for rule in rules for one in rule.categories) == row["categories"]
        for rule in rules:
            assert set(row["recipients"]) <= set(rule.recipients)
            for one in known.recipients.values():
                classes = {*one.classes, *(["not_justice"] if one.outside_justice else [])}
                assert one.kind == "body" or not classes.intersection(row["classes"]) or one.id in rule.recipients
