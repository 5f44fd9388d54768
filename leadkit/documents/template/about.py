"""What an absent field would say, in the words of its own description."""

from __future__ import annotations

import re
from collections.abc import Mapping

from leadkit.documents.template.words import label

_NAMES = ("local_name", "legal_name", "name", "title", "label")
_CUT = re.compile(r", by (?:id|party)\b|[:;]|\.(?:\s|$)")
_POINTS_BACK = re.compile(r"\b(?:it|its|them)\b", re.IGNORECASE)


def about(path: str, program: object) -> str:
    """What the field at ``path`` would say: ``Policy Coordinating Group: how often it meets``.

    A field without a description is named by the last steps of its path.
    """
    owner, described = "", ""
    here = program
    steps = path.split(".")
    for index, step in enumerate(steps):
        text, inside = _step(here, step)
        owner = _name(inside) or owner if index < len(steps) - 1 else owner
        described, here = text, inside
    if not described:
        return _by_path(steps)
    first = _CUT.split(described, maxsplit=1)[0].strip()
    before = owner or ("The agreement" if steps[0] == "agreement" and _POINTS_BACK.search(first) else "")
    return f"{before}: {first[:1].lower()}{first[1:]}" if before else first


def _step(here: object, step: str) -> tuple[str, object]:
    """The description of a field of an object, and what the field holds."""
    if isinstance(here, Mapping):
        found = next((each for key, each in here.items() if str(key) == step), None)
        return _name(found), found
    field = getattr(type(here), "model_fields", {}).get(step)
    return (field.description or "", getattr(here, step)) if field is not None else ("", None)


def _name(what: object) -> str:
    """The name that an object has for its readers; empty where it has none."""
    texts = (getattr(what, each, None) for each in _NAMES)
    return next((text for text in texts if isinstance(text, str) and text), "")


def _by_path(steps: list[str]) -> str:
    words = ": ".join(label(step) for step in (steps[-2:] if len(steps) > 2 else steps[-1:]))
    return words[:1].upper() + words[1:]
