"""A machine of one's own to install on: it has this one's programs, and nothing that is done there reaches this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.gates.deploy.services import program_of_postgresql

PASSED_ON = ("pip_", "http_proxy", "https_proxy", "no_proxy", "ssl_cert", "requests_ca")
"""How this machine reaches the registry of packages."""
BEGINS = """
set -eu
mount -t tmpfs tmpfs "$1"
cd "$1"
mkdir upper work root
mount -t overlay overlay -o lowerdir=/,upperdir="$1/upper",workdir="$1/work" root
for shared in dev sys; do mount --rbind /$shared root/$shared; done
mount -t proc proc root/proc
for own in run var/lib/postgresql; do mount -t tmpfs tmpfs root/$own; done
install -d -o postgres root/run/postgresql root/var/lib/postgresql
ip link set lo up
touch root/.apart
exec chroot root sh -c 'echo ready; exec sleep infinity'
"""
"""Every change of a file goes to memory, and is gone with the process that holds the machine."""
TOOLS = ("unshare", "nsenter", "ip")


def possible() -> bool:
    """Whether whoever runs the tests may make such a machine: it takes root, and a kernel that lets root do it."""
    tried = ["unshare", "--mount", "--pid", "--net", "--fork", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@dataclass
class Machine:
    """A machine, by the process that holds it."""

    holder: int

    def command(self, *words: str, network: bool = False) -> list[str]:
        """A command of this machine that runs there; cut off from every network but its own, unless it needs one."""
        own = [] if network else ["--net"]
        return ["nsenter", f"--target={self.holder}", "--mount", "--pid", *own, "--root", "--wd", *words]

    def run(self, *words: str, network: bool = False) -> subprocess.CompletedProcess[str]:
        """Run a command there."""
        command = self.command(*words, network=network)
        return subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)

    def done(self, *words: str, network: bool = False) -> str:
        """Run a command there, which goes well; what it says."""
        ran = self.run(*words, network=network)
        assert ran.returncode == 0, f"{words}: {ran.stdout}{ran.stderr}"
        return ran.stdout


def environment() -> dict[str, str]:
    """What a command finds there: Debian's programs, the way to the registry of packages, and no systemd that runs."""
    kept = {name: value for name, value in os.environ.items() if name.lower().startswith(PASSED_ON)}
    path = "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin"
    return {"PATH": path, "LANG": "C.UTF-8", "HOME": "/root", "SYSTEMD_OFFLINE": "1", **kept}


def with_postgresql(machine: Machine) -> None:
    """Start PostgreSQL there as Debian does: for users of the machine, at its socket."""
    data, server = "/var/lib/postgresql/data", Path(program_of_postgresql("initdb")).resolve().parent
    begins = ["runuser", "-u", "postgres", "--"]
    machine.done(*begins, f"{server}/initdb", f"--pgdata={data}", "--auth=peer", "--encoding=UTF8", "--no-sync")
    settings = "-c listen_addresses='' -c unix_socket_directories=/run/postgresql -c fsync=off"
    log = f"--log={data}.log"
    machine.done(*begins, f"{server}/pg_ctl", "start", f"--pgdata={data}", "--wait", "--silent", log, "-o", settings)


@contextmanager
def started() -> Iterator[Machine]:
    """A machine that lasts as long as it is used."""
    place = tempfile.mkdtemp(prefix="lead-machine-", dir="/tmp")
    apart = ["unshare", "--mount", "--pid", "--net", "--fork", "--kill-child", "sh", "-c", BEGINS, "machine", place]
    with subprocess.Popen(apart, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline() == "ready\n", process.stderr.read()
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
            machine = Machine(int(children.split()[0]))
            machine.done("test", "-e", "/.apart")  # never on the machine of whoever runs the tests
            yield machine
        finally:
            process.kill()
            process.wait()
            shutil.rmtree(place)
