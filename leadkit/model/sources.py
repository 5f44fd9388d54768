"""The section ``sources``: where the facts come from."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Closed, optional, required
from leadkit.model.scalars import Line, Url
from leadkit.values.dates import PartialDate


class SourceKind(StrEnum):
    """Who speaks in a source."""

    OFFICIAL = "official"
    COURT = "court"
    ACADEMIC = "academic"
    PRESS = "press"
    PROGRAM = "program"
    OTHER = "other"


class Source(Closed):
    """A document or page that states facts about the program."""

    title: Line = required("The title of the source.", "LEAD first-year report")
    publisher: Line | None = optional("Who published the source.", "City of Albany")
    year: Line | None = optional("When it was published, as far as known.", "n.d. (c. 2018)")
    url: Url | None = optional("The web address of the source.", "https://example.gov/lead/report")
    kind: SourceKind | None = optional(
        "Who speaks in the source: an office, a court, scholars, the press, the program.", "official"
    )
    accessed: PartialDate | None = optional("When the source was read.", "2026-11-20")
