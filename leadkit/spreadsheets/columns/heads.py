"""The words at the head of a column, as they are looked up."""

from __future__ import annotations

from leadkit.spreadsheets.columns.agencies import AGENCY_FIELDS
from leadkit.spreadsheets.columns.field import folded
from leadkit.spreadsheets.columns.services import SERVICE_FIELDS

_USUAL = {
    "addr": "address", "neighbourhood": "neighborhood", "no": "number", "org": "organization",
    "organisation": "organization", "tel": "telephone",
}  # fmt: skip
"""Words in other spellings, as heads are looked up."""
_KNOWN = frozenset(word for field in (*AGENCY_FIELDS, *SERVICE_FIELDS) for word in field.heads)


def words_of(head: str) -> tuple[str, ...]:
    """A head as it is looked up, in the singular; what stands in parentheses may be left out."""
    texts = (folded(text).replace("e mail", "email") for text in (head, head.partition("(")[0]))
    return tuple(" ".join(_usual(word) for word in text.split()) for text in texts if text)


def is_known(head: str) -> bool:
    """Whether a column with this head may hold a field."""
    return not _KNOWN.isdisjoint(words_of(head))


def _usual(word: str) -> str:
    single = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word
    return _USUAL.get(single, single)
