"""Which entry of the program a row means: one that is there, or a new one whose id is made from its name."""

from __future__ import annotations

import re

from leadkit.model.references import ID_PATTERN
from leadkit.spreadsheets.entries.known import Entries, Known
from leadkit.spreadsheets.reading.table import shortened
from leadkit.values.names import is_reserved, slug_of

_LONGEST = 80


def agency_id(name: str, said: str, known: Known) -> tuple[str, bool]:
    """The id of an agency, and whether the program has it.

    Args:
        name: Its name in the row.
        said: The id that the row gives; empty where it gives none.
        known: What the program says.

    Raises:
        ValueError: It cannot be told; the text of the error says why.
    """
    return _id(name, said, known.agencies_named(name), known.agencies, known.written["agencies"])


def provider_id(name: str, said: str, agency: str | None, known: Known) -> tuple[str, bool]:
    """The id of a provider, which may be the entry of an agency, and whether the program has it.

    Raises:
        ValueError: It cannot be told; the text of the error says why.
    """
    found = [*known.providers_named(name), *(known.providers_that_are(agency) if agency else ())]
    return _id(name, said, list(dict.fromkeys(found)), known.providers, known.written["providers"])


def _id(name: str, said: str, found: list[str], there: Entries, written: frozenset[str]) -> tuple[str, bool]:
    slug = said or slug_of(name)
    if said and (len(said) > _LONGEST or not re.fullmatch(ID_PATTERN, said) or is_reserved(said)):
        raise ValueError(f"“{shortened(said)}” is no id: letters, digits, and single hyphens between them")
    if slug in there and (said or slug in found):
        return slug, True
    if not said and len(found) == 1:
        return found[0], True
    if not said and found:
        raise ValueError(f"several entries are named “{shortened(name)}”; say which in a column named id")
    if not slug:
        raise ValueError(f"no id can be made of “{shortened(name)}”; give it one in a column named id")
    if slug in written:
        raise ValueError(f"the program has an entry {shortened(slug)} already, which is not named “{shortened(name)}”")
    return slug, False
