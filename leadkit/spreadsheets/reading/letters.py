"""Characters that no program holds, because they cannot be seen or act on what shows them."""

from __future__ import annotations

import re

from leadkit.source.characters import BREAKS, CONTROLS, INVISIBLE

_REFUSED = re.compile(f"[{CONTROLS}{BREAKS}{INVISIBLE}\ud800-\udfff]")

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def trouble_in(text: str) -> str:
    """Why a text cannot be taken, as the end of a sentence; empty where it can."""
    found = _REFUSED.search(text)
    if found is None:
        return ""
    return f"holds a character that cannot be seen (U+{ord(found[0]):04X})."


def unescaped(text: str) -> str:
    """A workbook's text with the characters that it writes by their number (ST_Xstring in ISO/IEC 29500-1).

    ``_x000D_`` is a line break, and ``_x005F_`` the line before what only looks like such a number. Characters beyond
    U+FFFF are written as two.
    """
    if "_x" not in text:
        return text
    written = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def cleaned(text: str) -> str:
    """A cell's text without spaces around it, each line break as one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
