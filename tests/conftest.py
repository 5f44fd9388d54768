"""What all tests share: system tools that may be absent, and the time that each room takes."""

from __future__ import annotations

import gc
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from leadkit.resources import programs
from leadkit.source import layers
from leadkit.source.document import Document, document
from tests.sampling import examples

# How long an example takes depends on what else the machine does; no test is about time.
settings.register_profile(
    "leadkit", max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("leadkit")
# As the command does: thousands of tests and the trees they share live to the end, and would be searched in vain.
gc.set_threshold(50_000, 20, 100)
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NPM = Path(__file__).parent / "gates" / "node_modules"
"""Where ``.ci/run`` installs the tools that come from npm."""
SCENARIOS = "scenarios.yaml"
_SECONDS: dict[str, float] = defaultdict(float)
_COUNTED: dict[str, int] = defaultdict(int)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "gate(*tools): skip where a tool is absent (a command, python:MODULE or npm:PACKAGE); "
        "fail where gates are required",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the gates: a file of them takes minutes, and at the end one core would wait for the other."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/gates/"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test without its tools; under ``LEADKIT_REQUIRE_GATES=1`` their absence is a failure."""
    missing = [tool for mark in item.iter_markers("gate") for tool in mark.args if not _present(tool)]
    if not missing:
        return
    reason = f"not installed here: {', '.join(missing)}"
    if os.environ.get("LEADKIT_REQUIRE_GATES") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@cache
def _present(tool: str) -> bool:
    kind, _, name = tool.rpartition(":")
    if kind == "python":
        return find_spec(name) is not None
    if kind == "npm":
        return (NPM / name / "package.json").is_file()
    return shutil.which(name) is not None


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test is answered from, or writes to, the cache in the home folder."""
    monkeypatch.setenv("LEADKIT_CACHE", "off")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    room = Path(report.location[0]).parts[1] if len(Path(report.location[0]).parts) > 2 else "tests"
    _SECONDS[room] += report.duration
    _COUNTED[room] += report.when == "call"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the time of each room, so that a slow one is seen."""
    if len(_SECONDS) < 2:
        return
    terminalreporter.section("time per room")
    for room, seconds in sorted(_SECONDS.items(), key=lambda pair: -pair[1]):
        terminalreporter.write_line(f"{seconds:8.1f} s  {_COUNTED[room]:6d} tests  {room}")


@pytest.fixture
def over_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Lay a piece of YAML over the example county, and give the folder of what comes of it.

    The folder is named from where it stands, so that a file that is the same in many tests has the same name and is
    read once for all of them.

    Fields are added or replaced; a field whose value is ``~`` is taken away.
    """

    def lay(piece: str) -> Path:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(layers, "document", _read_once)
        folder = Path("laid-over")
        folder.mkdir(exist_ok=True)
        shutil.copytree(programs() / "example-county" / "clauses", folder / "clauses", dirs_exist_ok=True)
        over = yaml.load(piece, Loader=LOADER)
        ground: dict[str, Any] = {}
        for name, (text, sections) in _county().items():
            # Many scenarios are a quarter of the work of checking, and no test is about them that does not name them.
            if name == SCENARIOS and "scenarios" not in over:
                continue
            # A file that nothing is laid over stays as it is, which is written and read in a moment.
            if sections.keys().isdisjoint(over):
                (folder / name).write_text(text, encoding="utf-8")
            else:
                (folder / name).unlink(missing_ok=True)
                ground |= sections
        merged = _laid_over(ground, over)
        # JSON is YAML too.
        (folder / "laid-over.yaml").write_text(json.dumps(merged, ensure_ascii=False, indent=1), encoding="utf-8")
        return folder

    return lay


@cache
def _read_once(name: str, text: str) -> Document:
    return document(name, text)


@cache
def _county() -> dict[str, tuple[str, dict[str, Any]]]:
    """The files of the example county by name: the text, and what it says."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in (programs() / "example-county").glob("*.yaml")}
    return {name: (text, yaml.load(text, Loader=LOADER)) for name, text in sorted(texts.items())}


def _laid_over(ground: Any, piece: Any) -> Any:
    if not isinstance(ground, dict) or not isinstance(piece, dict):
        return piece
    merged = dict(ground)
    for name, value in piece.items():
        if value in ("~", ""):
            merged.pop(name, None)
        else:
            merged[name] = _laid_over(merged.get(name), value)
    return merged
