"""What an absent field would say, in the words of its own description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from leadkit.documents.template.words import label, typographic

_NAMES = ("local_name", "legal_name", "name", "title", "label", "funder")
_CUT = re.compile(
    r", in (?:one|two|your)\b|, by (?:its |their )?(?:ids?|party)\b|, where [a-z]+\.[a-z]|, for a partner that no\b"
    r"|[:;]|\.(?:\s|$)"
)
"""Where a description goes on for the planner alone: how it is written, and which other field says it instead."""
_POINTS_BACK = re.compile(r"\b(?:it|its|them)\b", re.IGNORECASE)


def about(path: str, program: object) -> str:
    """What the field at ``path`` would say: ``Policy Coordinating Group: how often it meets``.

    A field without a description is named by the last steps of its path.
    """
    owner, described = "", ""
    here: object = program
    kind: object = type(program)
    steps = path.split(".")
    for index, step in enumerate(steps):
        described, here, kind = _step(here, kind, step)
        if index < len(steps) - 1:
            owner = name_of(here) or owner
    if not described:
        return _by_path(steps)
    first = typographic(_CUT.split(described, maxsplit=1)[0].strip()).replace("ffence", "ffense")
    before = owner or ("The agreement" if steps[0] == "agreement" and _POINTS_BACK.search(first) else "")
    return f"{before}: {first[:1].lower()}{first[1:]}" if before else first


def _step(here: object, kind: object, step: str) -> tuple[str, object, object]:
    """The description of a field of an object, what the field holds, and the class of that."""
    if isinstance(here, Mapping):
        found = next((each for key, each in here.items() if str(key) == step), None)
        return name_of(found), found, type(found)
    field = getattr(kind, "model_fields", {}).get(step)
    if field is None:
        return "", None, None
    inside = getattr(here, step, None)
    return field.description or "", inside, type(inside) if inside is not None else _class(field.annotation)


def _class(annotation: object) -> object:
    """The first class with fields in the type of a field that holds nothing."""
    if hasattr(annotation, "model_fields"):
        return annotation
    return next((found for each in get_args(annotation) if (found := _class(each)) is not None), None)


def name_of(what: object) -> str:
    """The name that an object has for its readers; empty where it has none."""
    texts = (getattr(what, each, None) for each in _NAMES)
    return next((text for text in texts if isinstance(text, str) and text), "")


def _by_path(steps: list[str]) -> str:
    words = ": ".join(label(step) for step in (steps[-2:] if len(steps) > 2 else steps[-1:]))
    return (words[:1].upper() + words[1:]).replace("ffence", "ffense")
