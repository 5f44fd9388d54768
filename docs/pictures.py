"""Takes the pictures of the service for these pages: ``python docs/pictures.py SERVICE``, in the gates' environment.

SERVICE is a folder that ``leadkit deploy new`` made of the example county. Its demonstration runs with a database of
its own. Where Pillow is installed, the pictures are brought down to thirty-two colors, which makes them small.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TO = Path(__file__).parent / "pictures"
PORT = 8931
ADDRESS = f"http://127.0.0.1:{PORT}"
PHONE, DESK = (390, 800), (1000, 800)

# Name, account, size, the first page, and the links that lead on from it.
PICTURES = (
    ("officer", "city-referrals@sampleton-police", PHONE, "/officer/new/arrest-diversion/", ()),
    ("screening", "records-check@sampleton-police", DESK, "/screening/", ("main tbody a",)),
    ("police", "police-liaison@sampleton-police", DESK, "/police/", ("main tbody tr:has-text('eligible') a",)),
    ("why", "screening-desk@public-health", DESK, "/screening/", ("main tbody a", "main a[href*='identity']")),
    ("care", "case-management@bridgeway", DESK, "/care/people/", ("main tbody a",)),
    ("places", "project-manager@justice-center", DESK, "/project/places/", ()),
    ("privacy", "data-steward@public-health", DESK, "/", ()),
    ("public", "", PHONE, "/help/", ("main a[href*='/ask/']",)),
)  # fmt: skip


def main(service: Path) -> None:
    """Run the demonstration, sign in as each role, and take each picture."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3"}
        said = "".join(_manage(service, environment, *one) for one in (("catalogs",), ("migrate",), ("demo",)))
        password = re.search(r"Password of every account: (\S+)", said)
        assert password, said
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "config.wsgi",
            "--bind",
            f"127.0.0.1:{PORT}",
            "--log-level",
            "error",
        ]
        server = subprocess.Popen(command, cwd=service, env=environment)
        try:
            _wait()
            with sync_playwright() as tool:
                browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                pages: dict[str, Page] = {}  # a code is good once, so each account signs in once
                for name, account, size, first, links in PICTURES:
                    if account not in pages:
                        pages[account] = _enter(browser, size, account, password[1], said)
                    _take(pages[account], name, first, links)
        finally:
            server.terminate()
            server.wait()


def _manage(service: Path, environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=service, env=environment, check=True, capture_output=True, text=True).stdout


def _wait() -> None:
    for _ in range(60):
        try:
            urllib.request.urlopen(f"{ADDRESS}/health/")
        except OSError:
            time.sleep(0.5)
        else:
            return


def _enter(browser: Browser, size: tuple[int, int], account: str, password: str, said: str) -> Page:
    """A browser in which an account is signed in; without one, nobody is."""
    page = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="en-US").new_page()
    if account:
        page.goto(f"{ADDRESS}/account/login/")
        page.fill("[name=login]", account)
        page.fill("[name=password]", password)
        page.click("main button")
        code = re.search(rf"^{re.escape(account)} +(\d{{6}}) ", said, re.MULTILINE)
        assert code, f"The demonstration has no account {account}."
        page.fill("[name=code]", code[1])
        page.click("main button")
    return page


def _take(page: Page, name: str, first: str, links: tuple[str, ...]) -> None:
    answer = page.goto(ADDRESS + first)
    assert answer and answer.ok, f"{name}: {page.url} cannot be opened."
    for link in links:
        page.locator(link).first.click()
    page.wait_for_load_state()
    page.screenshot(path=TO / f"{name}.png")
    _make_small(TO / f"{name}.png")


def _make_small(picture: Path) -> None:
    try:
        from PIL import Image
    except ImportError:
        return
    Image.open(picture).convert("RGB").quantize(32).save(picture, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
