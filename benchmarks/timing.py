"""Time whole commands side by side."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Command = Sequence[str | Path]


def seconds_of(command: Command, environment: Mapping[str, str]) -> float:
    """Run a command once, and say how long it took."""
    started = time.perf_counter()
    subprocess.run(list(map(str, command)), env={**os.environ, **environment}, check=True, capture_output=True)
    return time.perf_counter() - started


def processor_seconds_of(command: Command, environment: Mapping[str, str]) -> float:
    """Run a command once, and say how long processors worked for it, whatever else they do meanwhile."""
    before = os.times()
    seconds_of(command, environment)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def medians(
    commands: Mapping[str, Command],
    rounds: int,
    *,
    environment: Mapping[str, str] | None = None,
    measure: Callable[[Command, Mapping[str, str]], float] = seconds_of,
) -> dict[str, float]:
    """The median seconds of each command, by the clock or as ``measure`` takes them.

    The commands take turns, so that a machine that is busy for a while slows all of them alike; the first round
    warms the disk's cache and is not counted.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            taken = measure(command, environment or {})
            if turn:
                seconds[name].append(taken)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def peak_memory(command: Command, environment: Mapping[str, str]) -> float:
    """The most memory that a command holds, in MB."""
    wrapped = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    wrapped += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", wrapped, *map(str, command)],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return int(done.stdout.split()[-1]) * unit / 1e6
