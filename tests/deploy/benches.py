"""A program on the bench of the deployment, and small renders that need no program."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from leadkit.deploy.compile.bench import Bench
from leadkit.deploy.compile.cells import cells_of
from leadkit.deploy.compile.plain import to_json
from leadkit.deploy.render import LOCK, MANIFEST, Rendered, manifest
from leadkit.model.load import load
from leadkit.resources import programs

LINES = "".join(f"line {number}\n" for number in range(1, 31))


def bench_of(folder: Path) -> Bench:
    jurisdiction = load(folder)
    standing = jurisdiction.resolve()
    assert standing.program is not None
    return Bench(jurisdiction, standing, standing.program, folder.name)


@cache
def example_county() -> Bench:
    return bench_of(programs() / "example-county")


def cells_in(bench: Bench) -> list[dict[str, Any]]:
    found: list[Any] = cells_of(bench)
    return found


def rendered(files: dict[str, str], *, leadkit: str = "0.1.0", digest: str = "a" * 40) -> Rendered:
    """A small render with its lock and manifest."""
    data = {path: text.encode() for path, text in files.items()}
    lock: dict[str, Any] = {"format": 1, "leadkit": leadkit, "program": "county", "digest": digest, "papers": False}
    data[LOCK] = to_json(lock)
    data[MANIFEST] = manifest(data)
    return Rendered(data, frozenset({"run.sh"} & set(files)), ())


FIRST = {"config/settings.py": LINES, "lead/views.py": LINES, "local/settings.py": "# ours\n", "run.sh": "#!/bin/sh\n"}
