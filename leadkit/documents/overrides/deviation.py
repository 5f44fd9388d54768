"""A clause that differs from what the layer below gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.documents.overrides.file import Override
    from leadkit.documents.overrides.layer import Layer
    from leadkit.documents.template.clause_file import ClauseFile


@dataclass(frozen=True, slots=True)
class Deviation:
    """One override, laid over what the layer below gives.

    Attributes:
        layer: The layer that it stands in.
        override: What was written.
        parent: The clause that it changes, as the layer below gives it now; None for a new clause.
        result: The clause that prints instead; None where it is taken out.
        stale: Whether the text that it was made from has changed since.
        accepted: The same override made from the text as it is now, for the file; None where it is up to date, or
            where both changed the same words.
        base: The clause whose hash the file carries, as it is now, to be kept beside it.
    """

    layer: Layer
    override: Override
    parent: ClauseFile | None
    result: ClauseFile | None
    stale: bool = False
    accepted: Override | None = None
    base: ClauseFile | None = None

    @property
    def clause(self) -> str:
        """The id of the clause that it is about."""
        return self.override.id or self.override.target

    @property
    def conflicts(self) -> bool:
        """Whether somebody must decide between two texts before the document prints."""
        return self.stale and self.accepted is None
