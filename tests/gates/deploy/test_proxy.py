"""The proxy of ``ops/Caddyfile`` before the service: who asks is who asked, and nobody says so for themselves."""

from __future__ import annotations

import http.client
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.gates.deploy.services import environment, ran

pytestmark = pytest.mark.gate("caddy", "python:django", "python:gunicorn")
FORGED = "203.0.113.66"
ONE, OTHER = "127.0.0.2", "127.0.0.3"
"""Two clients: on the loopback every address is this machine, so that a proxy sees two."""
LOGGED = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from lead.audit.models import AuditEvent
print(json.dumps([*AuditEvent.objects.values_list("action", "address")]))
"""


@dataclass
class Proxied:
    """A service behind its proxy."""

    port: int
    logged: Callable[[], list[list[str]]]

    def ask(
        self, method: str, path: str, client: str, said: dict[str, str] | None = None, **headers: str
    ) -> http.client.HTTPResponse:
        """Ask for a page as a client, who may send whatever headers it likes."""
        body = urlencode(said) if said else None
        form = {"Content-Type": "application/x-www-form-urlencoded"} if said else {}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, 30, (client, 0))) as opened:
            told = {name.replace("__", "-"): value for name, value in headers.items()}
            opened.request(method, path, body, {"Host": "127.0.0.1", **form, **told})
            answer = opened.getresponse()
            answer.text = answer.read().decode()  # type: ignore[attr-defined]
            return answer

    def tries(self, client: str, **headers: str) -> int:
        """Try to sign in with a wrong password; the status of the answer."""
        page = self.ask("GET", "/account/login/", client)
        cookies = SimpleCookie("; ".join(page.headers.get_all("Set-Cookie") or []))
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)  # type: ignore[attr-defined]
        assert token is not None
        cookie = "; ".join(f"{name}={one.value}" for name, one in cookies.items() if name.startswith("__Host-"))
        said = {"login": "nobody", "password": "wrong", "csrfmiddlewaretoken": token[1]}
        told = {"Cookie": cookie, "Referer": "https://127.0.0.1/account/login/", **headers}
        return self.ask("POST", "/account/login/", client, said, **told).status


@pytest.fixture(scope="module", params=["unix", "port"])
def proxied(
    request: pytest.FixtureRequest, service: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxied]:
    """The service as its unit starts it, and as its container does, each behind Caddy."""
    place = service("example-county")
    said = {
        "LEAD_PROFILE": "production",
        "SECRET_KEY": "only-for-this-test-" * 4,
        "ALLOWED_HOSTS": "127.0.0.1",
        "LEAD_BEHIND_PROXY": "1",
        "LEAD_SQLITE_ACCEPTED": "the tests",
        "DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('proxied')}/lead.sqlite3",
    }
    for command in (["catalogs"], ["migrate", "--verbosity", "0"], ["collectstatic", "--noinput"]):
        done = ran(place, "manage.py", *command, **said)
        assert done.returncode == 0, done.stderr
    here = Path(tempfile.mkdtemp(prefix="lead-proxy-", dir="/tmp"))
    bound = f"unix:{here}/socket" if request.param == "unix" else f"127.0.0.1:{_free()}"
    port = _free()
    proxy = {
        "LEAD_HOST": f"http://127.0.0.1:{port}",
        "LEAD_SERVICE": bound.replace("unix:", "unix/"),
        "XDG_DATA_HOME": str(here),
        "XDG_CONFIG_HOME": str(here),
        "HOME": str(here),
    }
    caddy = ["caddy", "run", "--adapter", "caddyfile", "--config", "ops/Caddyfile"]
    with _runs(_starts(place, request.param, bound), place, said), _runs(caddy, place, proxy):
        made = Proxied(port, lambda: json.loads(ran(place, "-c", LOGGED, **said).stdout))
        _answers(made)
        yield made
    shutil.rmtree(here)


def _starts(place: Path, kind: str, bound: str) -> list[str]:
    """The command by which the service is started there, bound to where this test wants it."""
    if kind == "port":
        unit = (place / "ops/lead.service").read_text(encoding="utf-8")
        words = shlex.split(re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)[0])
    else:
        words = json.loads((place / "ops/Containerfile").read_text(encoding="utf-8").rpartition("\nCMD ")[2])
    words[words.index("--bind") + 1], words[words.index("--workers") + 1] = bound, "1"
    return [sys.executable, "-m", "gunicorn", *words[1:]]


def _free() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


@contextmanager
def _runs(command: list[str], place: Path, said: dict[str, str]) -> Iterator[None]:
    log = place / f"{Path(command[0]).name}.log"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=place, env=environment(**said), stdout=out, stderr=out)
        try:
            yield
        finally:
            process.terminate()
            process.wait(30)


def _answers(proxied: Proxied) -> None:
    for _try in range(200):
        try:
            if proxied.ask("GET", "/health/", ONE).status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("no answer through the proxy")


def test_the_proxys_file_is_what_caddy_would_write(service: Callable[[str], Path]) -> None:
    file = str(service("example-county") / "ops/Caddyfile")
    told = {**os.environ, "LEAD_HOST": "desk.example.org"}
    checked = ["caddy", "validate", "--adapter", "caddyfile", "--config", file]
    done = subprocess.run(checked, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    formatted = subprocess.run(["caddy", "fmt", file], capture_output=True, text=True, check=False).stdout
    assert formatted.strip() == Path(file).read_text(encoding="utf-8").strip()


def test_a_page_comes_through_with_the_rules_for_browsers(proxied: Proxied) -> None:
    page = proxied.ask("GET", "/account/login/", ONE)
    assert page.status == 200
    assert page.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "secure" in page.headers["Set-Cookie"].lower()
    assert "service" not in proxied.ask("GET", "/health/", ONE, Host="elsewhere.example.org").text  # type: ignore[attr-defined]


def test_the_log_has_the_client_whatever_it_says_of_itself(proxied: Proxied) -> None:
    before = len(proxied.logged())
    forged = {
        "X__Forwarded__For": FORGED,
        "X_Forwarded_For": FORGED,
        "X__Real__Ip": FORGED,
        "Forwarded": f"for={FORGED}",
    }
    for client in (ONE, OTHER):
        assert proxied.tries(client, **forged) in (200, 400, 422)
    assert {address for _action, address in proxied.logged()[before:]} == {ONE, OTHER}


def test_nobody_gives_the_service_another_address_to_answer_at(proxied: Proxied) -> None:
    page = proxied.ask("GET", "/", ONE, SCRIPT_NAME="/forged", PATH_INFO="/health/")
    assert page.status == 302
    assert page.headers["Location"].startswith("/account/login/")
    unsafe = proxied.ask("GET", "/health/", ONE, X__Forwarded__Proto="http")
    assert unsafe.status == 200, "the proxy alone says how a client came"


def test_one_who_tries_too_often_locks_nobody_else_out(proxied: Proxied) -> None:
    statuses = [proxied.tries(ONE, X__Forwarded__For=f"203.0.113.{number}") for number in range(61)]
    assert statuses[-1] == 429
    assert proxied.tries(OTHER) != 429
