"""The limits of an eligibility annex as a built file prints them."""

from __future__ import annotations

import re

from tests.documents.consistency.reading import Page
from tests.documents.consistency.said import Limit, amount, plainly

_LIMIT = re.compile(
    r"(?P<name>.+)\. (?:(?P<how>At most|Less than) (?P<most>.+)|There is no limit.*|The limit is .+)\.$"
)
_OTHER = re.compile(r"For (.+?) (?:there is no limit.*|the limit is (.+))\.$")


def annex_limits(page: Page) -> dict[str, Limit]:
    """The limits as an annex prints them, by name."""
    found: dict[str, Limit] = {}
    name = ""
    for heading, line in page.below:
        if not heading.endswith("Limits on Amounts"):
            continue
        if limit := _LIMIT.match(line):
            name = plainly(limit["name"])
            found[name] = Limit(limit["how"] == "Less than", amount(limit["most"]) if limit["most"] else None)
        elif other := _OTHER.match(line):
            one = (other[1], amount(other[2]) if other[2] else None)
            found[name] = Limit(found[name].below, found[name].at_most, found[name].others | {one})
    return found
