"""Small policies for the examples."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

FACTS: Json = {
    "age": {"type": "number", "question": "How old?", "unit": "years", "at_most": 120},
    "consents": {"type": "yes_no", "question": "Consents?"},
    "last-offer": {"type": "date", "question": "When?"},
}
COLLECTIONS: Json = {
    "charges": {
        "entry": "charge",
        "question": "Which?",
        "facts": {
            "offence": {"type": "choice", "question": "?", "options": {"theft": "Theft", "sale": "Sale"}},
            "level": {"type": "choice", "question": "?", "options": {"violation": "V", "felony": "F"}},
        },
    },
    "records": {
        "entry": "record",
        "question": "Which?",
        "restricted": True,
        "facts": {
            "kind": {"type": "choice", "question": "?", "options": {"conviction": "C", "open": "O"}},
            "date": {"type": "date", "question": "?"},
        },
    },
    "items": {
        "entry": "item",
        "question": "Which?",
        "facts": {
            "substance": {"type": "choice", "question": "?", "options": {"opiate": "O", "cocaine": "C"}},
            "weight": {"type": "number", "question": "?", "unit": "milligrams"},
        },
    },
}
ALWAYS: Json = {"all": []}


def rule(name: str, when: Json, strength: str = "absolute", **more: Any) -> Json:
    """A rule on the pathway of every example, unless it says otherwise."""
    return {"id": name, "text": name, "when": when, "strength": strength, "pathways": ["arrest"], **more}


def policy(*rules: Json, reducers: Json | None = None, **more: Any) -> Json:
    """A policy over the facts of the examples."""
    return {
        "format": 1,
        "program": "p",
        "name": "P",
        "on": "2026-10-01",
        "several_charges": "all",
        "seriousness": ["violation", "felony"],
        "pathways": {
            "arrest": {"name": "Arrest diversion", "needs_charge": True},
            "social": {"name": "Social contact", "needs_charge": False},
        },
        "facts": FACTS,
        "collections": COLLECTIONS,
        "reducers": reducers or {},
        "rules": list(rules),
        **more,
    }


def case(on: str = "2026-10-01", pathway: str = "arrest", **facts: Any) -> Json:
    """A case with these facts; ``last_offer`` stands for ``last-offer``."""
    return {"on": on, "pathway": pathway, "facts": {name.replace("_", "-"): value for name, value in facts.items()}}
