"""A composed document with what was found on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.template.clause_file import ClauseFile
    from leadkit.documents.tree.document import Document


@dataclass(frozen=True, slots=True)
class Composition:
    """A composed document with what was found on the way.

    Attributes:
        document: The tree; None where there are errors.
        left_out: Parts that could not be printed, by clause id, each with its reason.
        diagnostics: Every finding, in the order of the text.
        again: Prints the document with other texts of some of its clauses, given by their ids, as they would be in its
            place; None where one of them cannot be printed.
        clauses: The clauses that it was composed from, by id.
    """

    document: Document | None
    left_out: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]
    again: Callable[[Mapping[str, ClauseFile]], Document | None] = field(
        default=lambda _: None, compare=False, repr=False
    )
    clauses: Mapping[str, ClauseFile] = field(default_factory=dict, compare=False, repr=False)
