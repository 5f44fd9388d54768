"""Characters that no program holds, because they cannot be seen or act on what shows them."""

from __future__ import annotations

import re

from leadkit.source.characters import BREAKS, CONTROLS, INVISIBLE

_REFUSED = re.compile(f"[{CONTROLS}{BREAKS}{INVISIBLE}\ud800-\udfff]")


def trouble_in(text: str) -> str:
    """Why a text cannot be taken, as the end of a sentence; empty where it can."""
    found = _REFUSED.search(text)
    if found is None:
        return ""
    return f"holds a character that cannot be seen (U+{ord(found[0]):04X})."


def cleaned(text: str) -> str:
    """A cell's text without spaces around it, each line break as one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
