"""The questions that anybody may be asked: what is kept back is in no file, and never makes anybody eligible."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import leadkit.policy
from leadkit.diagnostic import Diagnostic
from leadkit.model.load import load
from leadkit.policy.compile import compile_policy
from leadkit.policy.engine import load as engine_of
from leadkit.policy.scenarios import run_scenarios
from leadkit.resources import programs
from leadkit.site.page import Address
from leadkit.site.referred.asking import Asking, asking_of
from leadkit.site.referred.public_policy import NOT_PUBLIC, public_policy
from tests.sampling import sampled, takes_long
from tests.site.conftest import QUIET, published, texts_below
from tests.site.marking import MARK, hide, marked, members
from tests.site.scenarios import PROGRAMS, as_public, public_case

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.policy.policy import Policy
    from leadkit.policy.scenarios import Tested

KEPT = ("eligibility.exclusions", "eligibility.offences", "eligibility.amounts", "eligibility.history", "areas",
        "pathways")  # fmt: skip


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_public_scenario_is_decided_as_leadkit_decides_it(name: str) -> None:
    jurisdiction = load(programs() / name)
    decided, refused = 0, []
    for tested in run_scenarios(jurisdiction, name=name):
        if tested.desk is None or tested.case is None or tested.decision is None:
            continue
        policy = as_public(jurisdiction, tested)
        case = public_case(policy, tested.case)
        if case is None:
            refused.append(tested)
            continue
        decision = engine_of(policy).decide(case)
        assert decision["outcome"] == tested.decision["outcome"], tested.id
        assert decision["charges"] == tested.decision["charges"], tested.id
        decided += 1
    assert decided > 10
    assert all(_is_kept_back(tested) for tested in refused), [tested.id for tested in refused]


def _is_kept_back(tested: Tested) -> bool:
    assert tested.case is not None
    return bool(tested.case["facts"].get("area") == "riverside-campus")


def _members() -> Iterator[tuple[str, str]]:
    program = load(programs() / "example-county").resolve().program
    assert program is not None
    for kept in KEPT:
        section: Any = program
        for step in kept.split("."):
            section = getattr(section, step)
        yield from ((kept, member) for member in section)


@takes_long
@pytest.mark.parametrize(("kept", "member"), sampled(_members(), 6))
def test_a_rule_that_is_kept_back_is_in_no_file_and_makes_nobody_eligible(
    kept: str, member: str, county: Any, put: Callable[..., Path]
) -> None:
    whole = compile_policy(load(put(copy.deepcopy(county), "whole")))
    assert whole is not None
    marked(county, f"{kept}.{member}")
    hide(county, (*kept.split("."), member))
    jurisdiction = load(put(county, "county"))
    standing = jurisdiction.resolve()
    policy = compile_policy(jurisdiction)
    assert standing.program is not None
    assert policy is not None
    public = public_policy(standing.program, policy).policy
    text = public.model_dump_json(by_alias=True)
    assert not MARK.search(text) or isinstance(asking_of(standing.program, policy, standing.on), Diagnostic)
    assert not [
        rule.id for rule in public.rules if rule.id.startswith(f"{kept}.{member}.") or rule.id == f"{kept}.{member}"
    ]
    short = [one for fact in _choices(public.model_dump(mode="json")) for one in fact["options"]]
    # An amount or an exclusion may bear the name of an answer, such as "elsewhere".
    assert member not in short or kept in ("eligibility.amounts", "eligibility.exclusions")
    lost = [rule for rule in whole.rules if rule.id == f"{kept}.{member}" and rule.strength != "advisory"]
    if lost and set(lost[0].pathways) & set(public.pathways):
        assert NOT_PUBLIC in public.facts


@pytest.mark.parametrize("kept", ["agencies", "roles", "governance.bodies"])
def test_who_is_kept_back_is_not_named_as_somebody_who_decides(
    kept: str, county: Any, put: Callable[..., Path]
) -> None:
    for role in county["roles"].values():
        role.pop("title", None)  # it is called after its agencies then
    assert marked(county, kept)
    for path in members(county, kept):
        hide(county, path, "partners")
    jurisdiction = load(put(county))
    program, policy = _known(jurisdiction)
    asking = asking_of(program, policy, jurisdiction.as_of)
    assert isinstance(asking, Asking)
    assert asking is not None
    files = asking.files(Address("", "en", "referred"))
    assert len(files) == 2
    assert not MARK.search(b"".join(files.values()).decode())


def _choices(policy: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (fact for fact in policy["facts"].values() if fact["type"] == "choice")
    for collection in policy["collections"].values():
        yield from (fact for fact in collection["facts"].values() if fact["type"] == "choice")


@takes_long
def test_a_bar_that_is_kept_back_leaves_undecided_whom_nothing_else_keeps_out(
    county: Any, put: Callable[..., Path]
) -> None:
    eligible = [each for each in _decided("example-county") if each.decision and each.decision["outcome"] == "eligible"]
    county["eligibility"]["exclusions"]["exploits-minor"]["visibility"] = "internal"
    jurisdiction = load(put(county))
    tried = 0
    for tested in eligible:
        case = public_case(policy := as_public(jurisdiction, tested), tested.case)
        if case is not None:
            assert engine_of(policy).decide(case)["outcome"] == "needs_information", tested.id
            tried += 1
    assert tried > 10


def _decided(name: str) -> list[Tested]:
    return [each for each in run_scenarios(load(programs() / name), name=name) if each.desk and each.case]


@takes_long
def test_what_is_asked_of_a_record_is_in_no_file(tmp_path: Path) -> None:
    published(programs() / "example-county", tmp_path / "out", QUIET)
    text = (tmp_path / "out/site/data/policy.json").read_text(encoding="utf-8")
    data, whole = json.loads(text), compile_policy(load(programs() / "example-county"))
    assert whole is not None
    asked = [one.question for one in whole.facts.values() if one.restricted]
    asked += [one.question for one in whole.collections.values() if one.restricted]
    said = [rule.text for rule in whole.rules if rule.restricted]
    inside = [rule.restricted_reason for rule in whole.rules if rule.restricted_reason]
    assert asked
    assert said
    assert not [each for each in (*asked, *said, *inside) if each in text]
    assert not [rule for rule in data["rules"] if {"place", "restricted_reason", "record", "screened_by"} & rule.keys()]
    assert "asked_of" not in text
    assert ".yaml" not in text


def test_the_engine_is_that_of_the_policies_and_only_there_where_it_is_needed(
    albany: Path, county: Any, put: Callable[..., Path], tmp_path: Path
) -> None:
    engine = Path(leadkit.policy.__file__).with_name("engine.js").read_bytes()
    assert (albany / "site/js/engine.js").read_bytes() == engine
    county["eligibility"]["list_status"] = "not_agreed"
    for id_, pathway in county["pathways"].items():
        pathway["enabled"] = "yes" if id_ == "community-referral" else "no"
    made = published(put(county), tmp_path / "out", QUIET)
    assert not made.failed, made.findings
    assert not [path for path in texts_below(tmp_path / "out") if "engine.js" in path or "policy.json" in path]
    assert "referred" not in [page.address.id for page in made.pages]


def test_a_program_that_keeps_its_rules_to_itself_asks_nobody(county: Any, put: Callable[..., Path]) -> None:
    county["eligibility"]["visibility"] = "partners"
    jurisdiction = load(put(county))
    program, policy = _known(jurisdiction)
    told = asking_of(program, policy, jurisdiction.as_of)
    assert isinstance(told, Diagnostic)
    assert (told.code, "eligibility is not public" in told.message) == ("LK866", True)


def test_where_a_rule_names_a_place_that_is_kept_back_it_is_told_why_nobody_is_asked(
    county: Any, put: Callable[..., Path]
) -> None:
    county["areas"]["downtown-core"]["visibility"] = "partners"
    county["eligibility"]["exclusions"]["sale-to-minor"]["label"] = (
        f"Something sold in {county['areas']['downtown-core']['name']}"
    )
    jurisdiction = load(put(county))
    program, policy = _known(jurisdiction)
    told = asking_of(program, policy, jurisdiction.as_of)
    assert isinstance(told, Diagnostic)
    assert (told.code, told.path) == ("LK866", "areas.downtown-core")


def test_where_no_offence_is_listed_on_the_day_nobody_is_asked(tmp_path: Path) -> None:
    made = published(programs() / "santa-fe-nm", tmp_path / "out", replace(QUIET, on=date(2026, 11, 29)))
    assert "referred" not in [page.address.id for page in made.pages]
    assert ["none is listed on this day" in each.message for each in made.findings if each.code == "LK866"] == [True]


def _known(jurisdiction: Jurisdiction) -> tuple[Program, Policy]:
    """The program and its policy, of which neither may be missing here."""
    program, policy = jurisdiction.resolve().program, compile_policy(jurisdiction)
    assert program is not None
    assert policy is not None
    return program, policy
