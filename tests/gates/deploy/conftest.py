"""The repositories of services, each rendered once, and a PostgreSQL of one's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gates.deploy.services import program_of_postgresql, rendered_into

QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=20", "shared_buffers=64MB")
"""Nothing of these databases outlives the tests."""


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The repository of the service of a shipped program, rendered once."""
    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            made[name] = rendered_into(name, tmp_path_factory.mktemp("service") / name)
        return made[name]

    return of


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a private PostgreSQL, on a socket that nobody else opens; ``{name}`` stands for a database.

    The server refuses to run as root, so that it runs as the user whom Debian's package made.
    """
    # A socket's path has room for about a hundred letters, which pytest's own folders use up.
    place = Path(tempfile.mkdtemp(prefix="lead-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(place, "postgres", "postgres")

    def run(name: str, *arguments: str) -> None:
        command, own = [program_of_postgresql(name), *arguments], {"cwd": place, "capture_output": True, "text": True}
        if os.geteuid() == 0:
            done = subprocess.run(command, user="postgres", group="postgres", extra_groups=[], check=False, **own)  # type: ignore[call-overload]
        else:
            done = subprocess.run(command, check=False, **own)  # type: ignore[call-overload]
        assert done.returncode == 0, done.stdout + done.stderr

    data, log = str(place / "data"), str(place / "log")
    try:
        run("initdb", "--pgdata", data, "--username", "lead", "--auth", "trust", "--encoding", "UTF8", "--no-sync")
        settings = " ".join(f"-c {one}" for one in (*QUICK, "listen_addresses=''", f"unix_socket_directories={place}"))
        run("pg_ctl", "--pgdata", data, "--log", log, "--wait", "--options", settings, "start")
        try:
            yield f"postgresql://lead@/{{name}}?host={place}"
        finally:
            run("pg_ctl", "--pgdata", data, "--wait", "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(place, ignore_errors=True)
