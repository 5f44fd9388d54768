"""What all tests share: system tools that may be absent, and the time that each room takes."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_SECONDS: dict[str, float] = defaultdict(float)
_COUNTED: dict[str, int] = defaultdict(int)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "gate(*tools): skip where a system tool is absent; fail where gates are required"
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test without its tools; under ``LEADKIT_REQUIRE_GATES=1`` their absence is a failure."""
    missing = [tool for mark in item.iter_markers("gate") for tool in mark.args if shutil.which(tool) is None]
    if not missing:
        return
    reason = f"not installed here: {', '.join(missing)}"
    if os.environ.get("LEADKIT_REQUIRE_GATES") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


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
