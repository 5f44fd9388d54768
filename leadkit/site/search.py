"""The search of a site: the index that Pagefind makes of its HTML."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


def can_search() -> bool:
    """Whether Pagefind is installed."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def index(site: Path) -> str:
    """Index the pages below a folder; return what went wrong, or nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        return done.stdout.strip() or "it gives no reason"
    entry = site / "pagefind" / "pagefind-entry.json"
    languages = json.loads(entry.read_text(encoding="utf-8"))  # it lists them in an order of its own each time
    entry.write_text(json.dumps(languages, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return ""
