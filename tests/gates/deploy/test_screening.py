"""The service decides as leadkit does: every scenario of the programs, and the cases that bind every engine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import load
from leadkit.policy.scenarios import run_scenarios
from leadkit.resources import programs
from tests.gates.conftest import PROGRAMS
from tests.gates.deploy.services import ran
from tests.policy.conformance.writing import CORPUS

Service = Callable[[str], Path]
pytestmark = pytest.mark.gate("python:django")
SCREENS = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from lead.screening import screen
for line in sys.argv[1:]:
    case = json.loads(open(line, encoding="utf-8").read())
    print(json.dumps([screen(one["pathway"], one["on"], one["facts"]).outcome for one in case]))
"""
DECIDES = """
import json, sys
from lead.engine import load
for name in sys.argv[1:]:
    first, *lines = [json.loads(one) for one in open(name, encoding="utf-8")]
    engine = load(first["policy"])
    for line in lines:
        decision = engine.decide(line["case"], searched=False)
        told = {one: decision[one] for one in ("outcome", "charges", "missing")}
        if told != {one: line["answer"][one] for one in told}:
            print("differs:", name, line["case"])
    print("cases:", len(lines))
"""
"""With the engine of the service, without leadkit and without Django."""


def _decided(name: str, policy: str) -> list[tuple[dict[str, Any], str]]:
    """The scenarios of the days on which the rules of a service hold, and what leadkit decides in each."""
    held = json.loads(policy)
    first, last = held.get("holds_from", ""), held.get("holds_until", "9999-12-31")
    return [
        (one.case, str(one.decision["outcome"]))
        for one in run_scenarios(load(programs() / name), name=name)
        if one.case and one.decision and first <= one.case["on"] <= last
    ]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_service_screens_every_scenario_as_leadkit_does(name: str, service: Service, tmp_path: Path) -> None:
    place = service(name)
    decided = _decided(name, (place / "lead/data/policy.json").read_text(encoding="utf-8"))
    file = tmp_path / "cases.json"
    file.write_text(json.dumps([case for case, _outcome in decided]), encoding="utf-8")
    done = ran(place, "-c", SCREENS, str(file))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [outcome for _case, outcome in decided]
    assert len(decided) > 3


def test_the_engine_in_a_service_gives_the_answers_of_the_corpus(service: Service) -> None:
    files = sorted(CORPUS.glob("*.jsonl"))
    done = ran(service("albany-ny"), "-c", DECIDES, *map(str, files))
    assert done.returncode == 0, done.stderr
    assert "differs" not in done.stdout
    assert sum(int(line.split()[1]) for line in done.stdout.splitlines()) >= 2000
