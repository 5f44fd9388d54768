"""A program whose every free text ends with what a careless page would run."""

from __future__ import annotations

from typing import Any

from tests.site.marking import free_texts

EVIL = (
    "<script>evil()</script><img src=x onerror=evil()> [a](javascript:evil()) ![b](evil.png) {: onclick=evil() } "
    "{{ evil }} {% evil %} | `evil` # --- &lt;script&gt;evil() </h1><!-- --> evil\u00ad"
)
_LONGEST = 400
"""How long a name or a label may be."""


def made_hostile(county: Any) -> Any:
    """Every text that leadkit does not read something from, with a hostile end."""
    for holder, path in list(free_texts(county)):
        text = holder[path[-1]]
        if len(text) + len(EVIL) <= _LONGEST:
            holder[path[-1]] = text + EVIL
    county["program"]["summary"] += f"\n---\ntitle: evil\n{EVIL}\n{'evil' * 2000}"
    return county
