"""``ops/install.sh`` installs the service on a machine, and what it leaves there runs as its units say."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.gates.deploy.machine import TOOLS, Machine, environment, possible, started, with_postgresql

NAME = "desk.example.org"
NEEDED = ("pg_ctlcluster", "caddy", "rsync", "systemd-analyze", "curl")
pytestmark = [
    pytest.mark.gate(*TOOLS, *NEEDED),
    pytest.mark.skipif(not possible(), reason="whoever runs the tests may make no machine of their own here"),
]
UNITS = "/etc/systemd/system"
MOST_EXPOSED = 1.3
"""Of ten, by ``systemd-analyze security``: what is left is the network, which the service is for."""


@pytest.fixture(scope="module")
def ops(service: Callable[[str], Path]) -> Path:
    return service("example-county") / "ops"


@pytest.fixture(scope="module")
def machine(ops: Path) -> Iterator[Machine]:
    """A machine on which the service was installed as a county does."""
    with started() as made:
        with_postgresql(made)
        said = made.done(str(ops / "install.sh"), NAME, network=True)
        assert "System check identified no issues" in said
        assert f"https://{NAME}" in said
        yield made


@contextmanager
def _serving(machine: Machine) -> Iterator[None]:
    """The service, by the very command of its unit, as the unit's user, with the unit's settings."""
    with subprocess.Popen(_as_unit(machine, "lead.service"), env=environment(), stderr=subprocess.PIPE) as server:
        try:
            yield
        finally:
            machine.run("pkill", "--euid", "lead", "gunicorn")
            server.wait(30)


def _as_unit(machine: Machine, unit: str, instance: str = "") -> list[str]:
    said = dict(re.findall(r"^(\w+)=(.*)$", machine.done("cat", f"{UNITS}/{unit}"), re.MULTILINE))
    begin = f"set -a; . {said['EnvironmentFile']}; cd {said['WorkingDirectory']}; umask {said['UMask']}; exec "
    command = begin + said["ExecStart"].replace("%i", instance)
    return machine.command("runuser", "-u", said["User"], "--", "sh", "-c", command)


def _asked(machine: Machine, path: str, host: str = NAME) -> str:
    """What the service answers, by way of its proxy's headers."""
    asks = ["curl", "--silent", "--include", "--header", "X-Forwarded-Proto: https", "--header", f"Host: {host}"]
    for _try in range(100):
        answer = machine.run(*asks, f"http://127.0.0.1:8000{path}")
        if answer.returncode == 0:
            return answer.stdout
        time.sleep(0.1)
    raise AssertionError(f"{path}: no answer")


def test_what_was_installed_answers_as_its_unit_starts_it(machine: Machine) -> None:
    with _serving(machine):
        assert "200 OK" in (health := _asked(machine, "/health/"))
        assert "max-age=31536000" in health
        page = _asked(machine, "/account/login/")
        assert "<h1" in page
        sheet = re.search(r'href="(/static/lead/lead[^"]+)"', page)
        assert sheet is not None
        assert "immutable" in _asked(machine, sheet[1])
        assert machine.done("find", "/var/lib/lead", "-type", "s") == "", "a socket by which somebody could steer it"
        assert "400 Bad Request" in _asked(machine, "/health/", host="elsewhere.example.org")


def test_secrets_are_the_services_alone(machine: Machine) -> None:
    secrets = machine.done("find", "/etc/lead", "-type", "f", "-printf", "%f %m %u:%g\n").splitlines()
    assert sorted(secrets) == [f"{name} 640 root:lead" for name in ("backup_key", "env", "secret_key")]
    assert machine.done("stat", "--format=%a %U", "/etc/lead", "/var/lib/lead").split() == [
        "750",
        "root",
        "700",
        "lead",
    ]
    assert machine.run("runuser", "-u", "nobody", "--", "cat", "/etc/lead/secret_key").returncode != 0
    assert machine.done("find", "/opt/lead", "-xdev", "-not", "-user", "root") == ""


def test_the_second_run_is_an_update_and_loses_nothing(machine: Machine, ops: Path) -> None:
    words = ("--role", "data-steward", "--agency", "public-health")
    assert "new password" in machine.done("lead-manage", "account", "add", "First", *words)
    machine.done("sed", "-i", "s/^EMAIL_FROM=.*/EMAIL_FROM=desk@example.org/", "/etc/lead/env")
    kept = ["sha256sum", "/etc/lead/env", "/etc/lead/secret_key", "/etc/lead/backup_key"]
    before, head = machine.done(*kept), machine.done("lead-manage", "audit", "head").strip()
    machine.done("touch", "/opt/lead/lead/nobody_needs_this.py")
    machine.done(str(ops / "install.sh"), NAME)  # without a network: nothing that is there is fetched again
    assert machine.done(*kept) == before
    assert machine.done("lead-manage", "audit", "verify", "--head", head)
    assert "already exists" in machine.run("lead-manage", "account", "add", "First", *words).stderr
    assert machine.run("test", "-e", "/opt/lead/lead/nobody_needs_this.py").returncode == 1


def test_the_timers_do_what_they_are_for(machine: Machine) -> None:
    ran: set[str] = set()
    for timer in ("lead-tick.timer", "lead-backup.timer", "lead-drill.timer"):
        unit, instance = re.findall(r"^Unit=(lead@)(\w+)\.service$", machine.done("cat", f"{UNITS}/{timer}"), re.M)[0]
        done = subprocess.run(
            _as_unit(machine, f"{unit}.service", instance),
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        ran.add(instance)
    assert ran == {"tick", "backup", "restore_drill"}
    assert machine.done("find", "/var/lib/lead", "-type", "f", "-perm", "/077") == ""
    doctor = machine.run("lead-manage", "doctor")
    for well in ("database", "migrations", "settings", "backup", "restore drill", "log", "agreement", "rules"):
        assert f"well   {well}\n" in doctor.stdout, doctor.stdout


def test_systemd_finds_no_fault_in_the_units(machine: Machine) -> None:
    units = machine.done("sh", "-c", f"ls {UNITS}/lead*.service {UNITS}/lead*.timer").split()
    assert len(units) == 5
    found = machine.run("systemd-analyze", "verify", "--man=no", *units)
    assert (found.returncode, found.stderr) == (0, "")
    for unit in units:
        for when in re.findall(r"^OnCalendar=(.*)$", machine.done("cat", unit), re.MULTILINE):
            assert "Next elapse" in machine.done("systemd-analyze", "calendar", when)
    for unit in ("lead.service", "lead-tick.timer", "lead-backup.timer", "lead-drill.timer", "caddy.service"):
        assert machine.done("systemctl", "is-enabled", unit).strip() == "enabled"


@pytest.mark.parametrize("unit", ["lead.service", "lead@.service"])
def test_a_unit_is_shut_in(machine: Machine, unit: str) -> None:
    said = machine.done("systemd-analyze", "security", "--offline=true", "--no-pager", f"{UNITS}/{unit}")
    exposed = re.search(r"exposure level for \S+: ([\d.]+)", said)
    assert exposed is not None
    assert float(exposed[1]) <= MOST_EXPOSED
