"""A paper as its reader has it, part by part."""

from __future__ import annotations

import re


def part(whole: str, title: str) -> str:
    """The text below one heading, without what the next heading begins."""
    match = re.search(rf"^#+ (?:[0-9A-Z.]+ )?{re.escape(title)}\n(.*?)(?=^#|\Z)", whole, re.MULTILINE | re.DOTALL)
    assert match, f"no part {title}"
    return match[1]
