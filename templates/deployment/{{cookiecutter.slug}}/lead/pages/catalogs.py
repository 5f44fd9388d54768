"""Compiles the catalogs of translations, so that no gettext program is needed."""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterable
from pathlib import Path

MAGIC = 0x950412DE


def compile_all(folder: Path) -> list[Path]:
    """Compile each ``django.po`` under a folder beside itself; what was compiled."""
    made = []
    for source in sorted(folder.rglob("locale/*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        target.write_bytes(packed(messages(source.read_text(encoding="utf-8").splitlines())))
        made.append(target)
    return made


def messages(lines: Iterable[str]) -> dict[str, str]:
    """The messages of a catalog that are translated, by what they translate; plural forms as gettext keys them."""
    found: dict[str, str] = {}
    parts: dict[str, str] = {}
    key, fuzzy, next_fuzzy = "", False, False
    for raw in [*lines, 'msgid ""']:
        line = raw.strip()
        if line.startswith("#,") and "fuzzy" in line:
            next_fuzzy = True
        word, _space, rest = line.partition(" ")
        if word == "msgid":
            if not fuzzy:
                found.update(_told(parts))
            parts, fuzzy, next_fuzzy = {}, next_fuzzy, False
        if word in ("msgid", "msgid_plural") or word.startswith("msgstr"):
            key, parts[word] = word, ast.literal_eval(rest)
        elif line.startswith('"') and key:
            parts[key] += ast.literal_eval(line)
    return found


def _told(parts: dict[str, str]) -> dict[str, str]:
    """One message, if each of its forms is translated; its forms stand in one, with a null between."""
    forms = [text for word, text in parts.items() if word.startswith("msgstr")]
    one = [text for word, text in parts.items() if word.startswith("msgid")]
    return {"\0".join(one): "\0".join(forms)} if forms and all(forms) else {}


def packed(found: dict[str, str]) -> bytes:
    """The messages in the form that gettext reads."""
    pairs = sorted((one.encode("utf-8"), other.encode("utf-8")) for one, other in found.items())
    begin = 7 * 4 + 16 * len(pairs)
    ids = b"".join(one + b"\0" for one, _other in pairs)
    texts = b"".join(other + b"\0" for _one, other in pairs)
    first, second, at_id, at_text = [], [], begin, begin + len(ids)
    for one, other in pairs:
        first += [len(one), at_id]
        second += [len(other), at_text]
        at_id, at_text = at_id + len(one) + 1, at_text + len(other) + 1
    head = [MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, begin]
    return struct.pack(f"<{len(head) + 4 * len(pairs)}I", *head, *first, *second) + ids + texts
