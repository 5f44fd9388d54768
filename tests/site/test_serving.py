"""The site on this machine: made anew on a save, kept where the program is broken, shown to nobody else."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from leadkit.resources import programs
from leadkit.site.serving.server import LOOPBACK, SiteServer
from leadkit.site.serving.workshop import Workshop
from tests.site.conftest import QUIET


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return Path(shutil.copytree(programs() / "albany-ny", tmp_path / "county"))


@pytest.fixture
def workshop(county: Path, tmp_path: Path) -> Workshop:
    return Workshop({"county": str(county)}, tmp_path / "out", QUIET)


@contextmanager
def _served(workshop: Workshop) -> Iterator[int]:
    """The port of a server."""
    with SiteServer(workshop, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.fixture
def port(workshop: Workshop) -> Iterator[int]:
    """Where the site of the county is shown."""
    with _served(workshop) as port:
        yield port


@pytest.fixture
def ready(albany: Path) -> Iterator[int]:
    """Where a site that was made before is shown."""
    with _served(Workshop({}, albany, QUIET)) as port:
        yield port


def _get(port: int, path: str, host: str = "") -> tuple[int, str]:
    connection = HTTPConnection(LOOPBACK, port, timeout=30)
    try:
        connection.request("GET", path, headers={"Host": host or f"localhost:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_a_save_is_seen_and_a_mistake_stands_above_the_last_good_page(
    workshop: Workshop, county: Path, port: int
) -> None:
    workshop.make()
    status, page = _get(port, "/")
    assert status == 200
    assert 'src="/-/serve.js"' in page
    assert "leadkit-findings" not in page
    first = _get(port, "/-/version?/")
    assert first[1] in page
    file = county / "program.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Police officers in Albany", "Officers of Albany", 1), encoding="utf-8"
    )
    workshop.make()
    assert _get(port, "/-/version?/") != first
    assert "Officers of Albany" in _get(port, "/index.html")[1]
    with file.open("a", encoding="utf-8") as more:
        more.write("<script>: [\n")
    workshop.make()
    page = _get(port, "/index.html")[1]
    assert "Officers of Albany" in page
    assert "program.yaml, line" in page.partition("<main")[0]
    assert "<script>: [" not in page


def test_there_is_an_answer_before_the_first_site(workshop: Workshop, county: Path, port: int) -> None:
    (county / "program.yaml").write_text("program: [\n", encoding="utf-8")
    workshop.make()
    status, page = _get(port, "/")
    assert status == 404
    assert "LK126" in page


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/..%2fmkdocs.yml", "/..\\mkdocs.yml", "//etc/passwd",
        "/%252e%252e/mkdocs.yml",
        "/-/../../../etc/passwd", "/who.html%00", "/%ff%fe", "/a%0d%0aX:y.html", "http://[/x", f"/{'a' * 5000}",
    ],
)  # fmt: skip
def test_nothing_outside_the_site_is_shown(path: str, ready: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert _get(ready, "/who.html")[0] == 200
    status, text = _get(ready, path)
    assert status == 404
    assert "docs_dir" not in text
    assert "root:" not in text
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"501"),
        (b"GET / HTTP/1.0\r\n\r\n", b"421"),
        (b"GET /" + b"a" * 70_000, b"414"),
    ],
)
def test_another_request_is_refused(
    request_: bytes, answer: bytes, ready: int, capfd: pytest.CaptureFixture[str]
) -> None:
    idle = [socket.create_connection((LOOPBACK, ready)) for _ in range(50)]  # who says nothing keeps nobody waiting
    with socket.create_connection((LOOPBACK, ready), timeout=30) as asking:
        asking.sendall(request_)
        assert asking.recv(100).startswith(b"HTTP/1.0 " + answer)
    for each in idle:
        each.close()
    assert capfd.readouterr().err == ""


def test_a_link_out_of_the_site_is_not_followed(workshop: Workshop, county: Path, port: int) -> None:
    (workshop.out / "site").mkdir(parents=True)
    (workshop.out / "site/here.yaml").write_text("here", encoding="utf-8")
    (workshop.out / "site/away.yaml").symlink_to(county / "program.yaml")
    assert _get(port, "/here.yaml") == (200, "here")
    assert _get(port, "/away.yaml")[0] == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"]
)
def test_another_name_is_refused(host: str, ready: int) -> None:
    assert _get(ready, "/", host)[0] == 421


@pytest.mark.parametrize(
    ("trouble", "told"),
    [(BrokenPipeError(), False), (FileNotFoundError("serve.js"), True), (ValueError("own"), True)],
)
def test_a_browser_that_goes_away_is_not_told(
    trouble: Exception, told: bool, workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    with SiteServer(workshop, 0) as server:
        try:
            raise trouble
        except Exception:
            server.handle_error(None, (LOOPBACK, 1))
    assert bool(capsys.readouterr().err) is told
