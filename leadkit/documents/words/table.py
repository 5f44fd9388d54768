"""What a language must say: one field for each word or sentence that no clause holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from leadkit.documents.absence import Why

OneOrMany = tuple[str, str]
"""A wording for one and a wording for several; ``{}`` stands for the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language; ``{}`` stands for what is set into a sentence.

    Attributes:
        tag: The language (BCP 47), which names the folders of its clauses.
        locale: The same with the country, for readers and spelling checkers.
        long_date: Prints a day in full.
    """

    tag: str
    locale: str
    long_date: Callable[[date], str]

    # The cover, the head and the foot.
    program: str
    status: str
    version: str
    day: str
    as_of: str
    open: str
    fingerprint: str
    draft: str
    adopted: str
    contents: str
    skip: str
    table: str
    tick: str
    page: str
    pages: str
    public_sources: str
    invented: str
    audiences: Mapping[str, str]

    # What is open.
    open_heading: str
    counted: Mapping[Why, OneOrMany]
    further: OneOrMany
    nothing: str
    due_by: str
    gaps: Mapping[Why, str]
    boxes: Mapping[Why, str]
    not_decided: str
    sources_silent: str
    searched: str
    not_in_force: str
    decided_none: str
    by_decision: str
    not_known: str
    owner: str
    due: str
    field: str
    see: str

    # The notice before the text.
    invented_notice: str
    amended: str
    as_adopted: str
    not_executed: str
    counsel_note: str
    draft_notice: str
    none_verified: str
    all_verified: str
    some_verified: OneOrMany
    further_notice: OneOrMany

    # A translation.
    preliminary: str
    of_the_original: str
    of_another_text: str
    reviewed: str
    reviewed_on: str

    # Numbers and references.
    article: str
    appendix: str
    section: str
    recital: str

    # Sentences.
    conjunction: Callable[[str, str], str]
    serial_comma: bool
    inside: str
    unnamed_places: str
    list_and: str
    list_or: str

    # Where a party signs.
    by_its: str
    signature: Mapping[str, str]
