"""A program whose names and sentences all end with what a careless page would run."""

from __future__ import annotations

from typing import Any

EVIL = (
    "<script>evil()</script><img src=x onerror=evil()> [a](javascript:evil()) ![b](evil.png) {: onclick=evil() } "
    "{{ evil }} {% evil %} | `evil` # --- &lt;script&gt;evil()"
)


def made_hostile(county: Any) -> Any:
    """Each name and sentence that the pages print, with a hostile end."""
    program = county["program"]
    program["name"] += EVIL
    program["short_name"] += EVIL
    program["summary"] += f"\n---\ntitle: evil\n{EVIL}"
    for collection, fields in (
        (county["agencies"], ("name", "short_name")),
        (county["pathways"], ("name", "summary")),
        (county["roles"], ("title",)),
        (county["eligibility"]["exclusions"], ("label", "detail")),
        (county["eligibility"]["history"], ("label",)),
        (county["governance"]["bodies"], ("title", "purpose")),
    ):
        for each in collection.values():
            each.update({name: each[name] + EVIL for name in fields if name in each})
    return county
