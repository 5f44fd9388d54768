"""Each rule's own examples are its tests: the wrong one has the finding, the right one has it not.

An example is a piece of YAML, laid over the example county: fields are added or replaced, and a field whose value
is ``~`` is taken away.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check.rule import RULES, Rule, TextRule, load_rule, read_code, rule_names
from leadkit.check.subject import Subject
from leadkit.diagnostic import Diagnostic
from leadkit.model.load import load

Over = Callable[[str], Path]


def found_in(rule: Rule | TextRule, over_county: Over, example: str) -> list[Diagnostic]:
    """What a rule finds in an example, which must be well formed otherwise."""
    jurisdiction = load(over_county(example))
    assert not jurisdiction.source.diagnostics
    if isinstance(rule, TextRule):
        return list(rule.check_text(jurisdiction.source.root))
    standing = jurisdiction.resolve()
    assert standing.program is not None
    assert not standing.errors, standing.errors
    return list(rule.check(Subject(jurisdiction, standing, standing.program)))


@pytest.mark.parametrize("name", rule_names())
def test_the_wrong_example_has_the_finding_and_the_right_one_has_it_not(name: str, over_county: Over) -> None:
    rule = load_rule(name)
    found = found_in(rule, over_county, rule.CODE.wrong)
    assert found, "the wrong example has no finding"
    assert {one.code for one in found} == {rule.CODE.code}
    assert all(one.spans and one.message and one.remedy for one in found)
    assert not [one.message for one in found_in(rule, over_county, rule.CODE.right)]


@pytest.mark.parametrize("name", rule_names())
def test_a_rule_is_named_by_its_file_and_says_why_it_matters(name: str) -> None:
    code = load_rule(name).CODE
    assert f"{code.code.lower()}_{code.name.replace('-', '_')}" == name
    assert len(code.why) > 60
    assert code.summary.endswith(".")
    assert (RULES / f"{name}.py").read_text(encoding="utf-8").startswith(f'"""{code.code}: ')


def test_the_text_of_a_code_is_read_from_its_file_as_the_rule_has_it() -> None:
    for name in rule_names():
        assert read_code(name) == load_rule(name).CODE
