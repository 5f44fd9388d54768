"""Each rule's own examples are its tests: the wrong one has the finding, the right one has it not.

An example is a piece of YAML, laid over the example county: fields are added or replaced, and a field whose value
is ``~`` is taken away. A rule that needs another ground names in ``WITHOUT`` the fields that are taken away first.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadkit.check.rule import RULES, Rule, TextRule, load_rule, rule_names
from leadkit.check.subject import Subject
from leadkit.diagnostic import Diagnostic
from leadkit.model.load import load

COUNTY = Path(__file__).parents[2] / "jurisdictions" / "example-county"
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def _county() -> str:
    sections: dict[str, Any] = {}
    for file in sorted(COUNTY.glob("*.yaml")):
        sections |= yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)
    return json.dumps(sections)


def laid_over(ground: Any, piece: Any) -> Any:
    """A piece of YAML laid over another."""
    if not isinstance(ground, dict) or not isinstance(piece, dict):
        return piece
    merged = dict(ground)
    for name, value in piece.items():
        if value in ("~", ""):
            merged.pop(name, None)
        else:
            merged[name] = laid_over(merged.get(name), value)
    return merged


def found_in(rule: Rule | TextRule, folder: Path, example: str) -> list[Diagnostic]:
    """What a rule finds in an example, which must be well formed otherwise."""
    ground = json.loads(_county())
    for path in getattr(rule, "WITHOUT", ()):
        *around, last = path.split(".")
        inner = ground
        for step in around:
            inner = inner[step]
        del inner[last]
    merged = laid_over(ground, yaml.load(example, Loader=LOADER))
    # JSON is YAML too, and is written in a moment.
    (folder / "program.yaml").write_text(json.dumps(merged, ensure_ascii=False, indent=1), encoding="utf-8")
    jurisdiction = load(folder)
    assert not jurisdiction.source.diagnostics
    if isinstance(rule, TextRule):
        return list(rule.check_text(jurisdiction.source.root))
    standing = jurisdiction.resolve()
    assert standing.program is not None
    assert not standing.errors, standing.errors
    return list(rule.check(Subject(jurisdiction, standing, standing.program)))


@pytest.mark.parametrize("name", rule_names())
def test_the_wrong_example_has_the_finding_and_the_right_one_has_it_not(name: str, tmp_path: Path) -> None:
    rule = load_rule(name)
    found = found_in(rule, tmp_path, rule.CODE.wrong)
    assert found, "the wrong example has no finding"
    assert {one.code for one in found} == {rule.CODE.code}
    assert all(one.spans and one.message and one.remedy for one in found)
    assert not [one.message for one in found_in(rule, tmp_path, rule.CODE.right)]


@pytest.mark.parametrize("name", rule_names())
def test_a_rule_is_named_by_its_file_and_says_why_it_matters(name: str) -> None:
    code = load_rule(name).CODE
    assert f"{code.code.lower()}_{code.name.replace('-', '_')}" == name
    assert len(code.why) > 60
    assert code.summary.endswith(".")
    assert (RULES / f"{name}.py").read_text(encoding="utf-8").startswith(f'"""{code.code}: ')
