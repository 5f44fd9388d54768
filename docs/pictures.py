"""Takes every picture of these pages and of the README anew: ``make pictures``.

All of them show the invented example county: a page of its agreement, its site, and the service as its demonstration
fills it, each made for this in a folder of its own. pdftoppm (poppler) and Chromium must be installed.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TO = Path(__file__).parent / "pictures"
COUNTY = Path(__file__).parents[1] / "jurisdictions" / "example-county"
PHONE, DESK = (390, 800), (1000, 800)
COLORS = 32
"""Of a page that is mostly text nobody misses the others, and the picture is small."""

AGREEMENT, SHOWN = "agreement", r"14\.2\s+Withdrawal\s+\(a\)"
"""The page of the agreement whose YAML the README shows."""

# Name, size, light or dark, and the page.
SITE: tuple[tuple[str, tuple[int, int], Literal["light", "dark"], str], ...] = (
    ("site", DESK, "light", "index.html"),
    ("site-phone", PHONE, "light", "referred.html"),
    ("site-dark", DESK, "dark", "how.html"),
    ("site-spanish", DESK, "light", "es/index.html"),
)

# Name, account, size, the first page, and the links that lead on from it.
SERVICE = (
    ("officer", "city-referrals@sampleton-police", PHONE, "/officer/new/arrest-diversion/", ()),
    ("screening", "records-check@sampleton-police", DESK, "/screening/", ("main tbody a",)),
    ("police", "police-liaison@sampleton-police", DESK, "/police/", ("main tbody tr:has-text('eligible') a",)),
    ("why", "screening-desk@public-health", DESK, "/screening/", ("main tbody a", "main a[href*='identity']")),
    ("care", "case-management@bridgeway", DESK, "/care/people/", ("main tbody a",)),
    ("places", "project-manager@justice-center", DESK, "/project/places/", ()),
    ("privacy", "data-steward@public-health", DESK, "/", ()),
    ("public", "", PHONE, "/help/", ("main a[href*='/ask/']",)),
)  # fmt: skip


def names() -> set[str]:
    """The name of every picture that is taken."""
    return {AGREEMENT, *(each[0] for each in SITE), *(each[0] for each in SERVICE)}


def main() -> None:
    """Take each picture."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        _take_agreement(Path(folder))
        browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _take_site(Path(folder) / "site", browser)
        _take_service(Path(folder) / "service", browser)
        browser.close()


def _leadkit(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "leadkit", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def _take_agreement(folder: Path) -> None:
    _leadkit("build", COUNTY, "--out", folder, "--document", "mou", "--format", "pdf")
    pdf = folder / COUNTY.name / "mou.pdf"
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8")
    number = next(number for number, page in enumerate(text.stdout.split("\f"), 1) if re.search(SHOWN, page))
    command = ["pdftoppm", "-f", str(number), "-singlefile", "-r", "90", "-png", str(pdf), str(TO / AGREEMENT)]
    subprocess.run(command, check=True)
    _finish(AGREEMENT)


def _take_site(folder: Path, browser: Browser) -> None:
    _leadkit("site", "build", COUNTY, "--out", folder)
    with _served(folder / "site") as address:
        for name, size, scheme, path in SITE:
            page = _page(browser, size, scheme)
            page.goto(f"{address}/{path}", wait_until="networkidle")
            _shoot(page, name)


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of a folder, for a script is not run from a file."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _take_service(folder: Path, browser: Browser) -> None:
    """Run the demonstration, sign in as each role, and take each picture."""
    _leadkit("deploy", "new", COUNTY, "--out", folder, "--no-papers")
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3"}
    manage = functools.partial(_manage, folder, environment)
    manage("catalogs")
    manage("migrate")
    password = manage("demo").partition("Password of every account: ")[2].split()[0]
    with _running(folder, environment) as address:
        for name, account, size, first, links in SERVICE:
            page = _page(browser, size)
            if account:
                codes = manage("demo", "--codes")  # one that was told before is no longer good
                _sign_in(page, address, account, password, codes)
            _open(page, name, address + first, links)
            _shoot(page, name)


def _manage(service: Path, environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=service, env=environment, check=True, capture_output=True, text=True).stdout


@contextlib.contextmanager
def _running(service: Path, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", place, "--log-level", "error"]
    server = subprocess.Popen(command, cwd=service, env=environment)
    try:
        _wait(f"http://{place}/health/")
        yield f"http://{place}"
    finally:
        server.terminate()
        server.wait()


def _wait(address: str) -> None:
    for _ in range(60):
        with contextlib.suppress(OSError), urllib.request.urlopen(address):
            return
        time.sleep(0.5)


def _page(browser: Browser, size: tuple[int, int], scheme: Literal["light", "dark"] = "light") -> Page:
    width, height = size
    look = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-US")
    return look.new_page()


def _sign_in(page: Page, address: str, account: str, password: str, codes: str) -> None:
    page.goto(f"{address}/account/login/")
    page.fill("[name=login]", account)
    page.fill("[name=password]", password)
    page.click("main button")
    code = re.search(rf"^{re.escape(account)} +(\d{{6}}) ", codes, re.MULTILINE)
    assert code, f"The demonstration has no account {account}."
    page.fill("[name=code]", code[1])
    page.click("main button")
    page.wait_for_url(lambda url: "/account/" not in url)


def _open(page: Page, name: str, address: str, links: tuple[str, ...]) -> None:
    answer = page.goto(address)
    assert answer and answer.ok, f"{name}: {page.url} cannot be opened."
    for link in links:
        page.locator(link).first.click()
    page.wait_for_load_state()


def _shoot(page: Page, name: str) -> None:
    page.screenshot(path=TO / f"{name}.png")
    _finish(name)


def _finish(name: str) -> None:
    from PIL import Image  # comes with the gates; the names of the pictures are asked for without them

    picture = TO / f"{name}.png"
    Image.open(picture).convert("RGB").quantize(COLORS).save(picture, optimize=True)
    click.echo(f"{picture.relative_to(TO.parent)}  {picture.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
