"""Each rule's own examples are its tests: the wrong one has the finding, the right one has it not.

An example is a piece of YAML, laid over the example county: fields are added or replaced, and a field whose value
is ``~`` is taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from leadkit.check.rule import RULES, Rule, TextRule, load_rule, read_code, rule_names
from leadkit.check.subject import Subject
from leadkit.diagnostic import Diagnostic
from leadkit.model.load import Jurisdiction, load
from leadkit.source.tree import Mapping, Node, Sequence, Step

Over = Callable[[str], Path]
Place = tuple[str, int, int]
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
AT_THE_OTHER_END = {
    "lk306_circle": "governance.bodies.operational-work-group.answers_to",
    "lk307_decision_replaced": "eligibility.adopted",
    "lk412_nobody_charges": "eligibility.offences",
    "lk430_victim_without_rule": "eligibility.offences.theft.victim_type",
    "lk435_hours_without_case_manager": "pathways.social-contact.hours",
    "lk453_veto_not_held": "eligibility.supervision.community-custody.effect",
    "lk456_clock_nobody_starts": "procedure.clocks.follow-up.starts",
    "lk457_reading_not_declared": "pathways.social-contact.acronym_expansion",
    "lk465_leads_to_closed_pathway": "procedure.medical_first.after_overdose_pathway",
    "lk470_domestic_violence_not_screened": "eligibility.victims.domestic_violence",
    "lk510_signature_of_no_party": "agreement.signatures.bridgeway-director.party",
    "lk511_signatory_cannot_sign": "agreement.signatures.bridgeway-director.party",
    "lk513_approval_missing": "agreement.parties.sampleton-government",
    "lk515_party_without_undertaking": "agreement.parties.state-university",
    "lk525_no_other_pathway": "pathways.arrest-diversion",
    "lk535_mark_without_permission": "program.uses_lead_mark",
    "lk619_flow_beyond_its_basis": "sharing.flows.engagement-to-police.basis",
    "lk620_basis_belied": "sharing.flows.case-status-to-care.basis",
}
"""Where a finding stands that is about two fields, and not at the one that the wrong example changes."""


def found_in(rule: Rule | TextRule, jurisdiction: Jurisdiction) -> list[Diagnostic]:
    """What a rule finds in an example, which must be well formed otherwise."""
    assert not jurisdiction.source.diagnostics
    if isinstance(rule, TextRule):
        return list(rule.check_text(jurisdiction.source.root))
    standing = jurisdiction.resolve()
    assert standing.program is not None
    assert not standing.errors, standing.errors
    return list(rule.check(Subject(jurisdiction, standing, standing.program)))


def paths_at(node: Node, path: tuple[Step, ...] = ()) -> Iterator[tuple[Place, tuple[Step, ...]]]:
    """The file, line and column at which each name and each value begins, with its path."""
    yield (node.span.file, node.span.line, node.span.column), path
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            key = entry.key.span
            yield (key.file, key.line, key.column), (*path, name)
            yield from paths_at(entry.value, (*path, name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from paths_at(item, (*path, index))


def leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths of the single values of an example."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    else:
        yield path


@pytest.mark.parametrize("name", rule_names())
def test_the_wrong_example_has_the_finding_and_the_right_one_has_it_not(name: str, over_county: Over) -> None:
    rule = load_rule(name)
    wrong = load(over_county(rule.CODE.wrong))
    found = found_in(rule, wrong)
    assert found, "the wrong example has no finding"
    assert {one.code for one in found} == {rule.CODE.code}
    assert all(one.spans and one.message and one.remedy for one in found)
    assert_placed(name, found, wrong)
    assert not [one.message for one in found_in(rule, load(over_county(rule.CODE.right)))]


def assert_placed(name: str, found: list[Diagnostic], wrong: Jurisdiction) -> None:
    """Every finding begins with a name or a value, and one of them with one that the example is about."""
    known: dict[Place, list[tuple[Step, ...]]] = {}
    for place, path in paths_at(wrong.source.root):
        known.setdefault(place, []).append(path)
    places = [(one.spans[0].file, one.spans[0].line, one.spans[0].column) for one in found]
    assert all(place in known for place in places)
    about = AT_THE_OTHER_END.get(name)
    example = [tuple(about.split("."))] if about else list(leaves(yaml.load(load_rule(name).CODE.wrong, LOADER)))
    pointed = [path for place in places for path in known[place]]
    near = [path for path in pointed for own in example if path[: len(own)] == own or own[: len(path)] == path]
    assert near, pointed


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
