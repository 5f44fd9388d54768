"""What every form of a report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadkit.diagnostic.diagnostic import SEVERITY_ORDER, Severity

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Silenced


@dataclass(frozen=True)
class Report:
    """Findings about one or several programs.

    Attributes:
        found: The findings, in order.
        files: The text of each file by the name that spans give it, for the excerpts.
        silenced: The findings that a comment in a file has answered.
        strict: Whether warnings fail the check too.
        colour: Whether it goes to a terminal that shows colour.
        mend_first: The errors that are to be mended before every rule can be run; none where every rule was.
    """

    found: Sequence[Diagnostic]
    files: Mapping[str, str] = field(default_factory=dict)
    silenced: Sequence[Silenced] = ()
    strict: bool = False
    colour: bool = False
    mend_first: Sequence[Diagnostic] = ()

    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        return by_severity(self.found)

    def fails(self, one: Diagnostic) -> bool:
        """Whether a finding makes the check fail."""
        return one.is_error or (self.strict and one.severity is Severity.WARNING)

    @property
    def to_come(self) -> str:
        """The sentence about what was not checked yet, and why; empty where everything was."""
        if not self.mend_first:
            return ""
        errors = "this error is" if len(self.mend_first) == 1 else f"these {len(self.mend_first)} errors are"
        codes = ", ".join(sorted({one.code for one in self.mend_first}))
        return f"Further checks (references, law, gaps, privacy) are made when {errors} mended: {codes}."

    @property
    def failed(self) -> bool:
        """Whether the check fails."""
        return any(self.fails(one) for one in self.found)


def by_severity(found: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many of some findings there are of each severity, the gravest first."""
    counts = Counter(one.severity for one in found)
    return {severity: counts[severity] for severity in SEVERITY_ORDER}


def counted(count: int, noun: str) -> str:
    """A number with its noun: ``1 error``, ``2 errors``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def told(counts: Mapping[Severity, int]) -> str:
    """The counts that are not nought as a sentence has them; empty where there are none."""
    return ", ".join(counted(count, severity.value) for severity, count in counts.items() if count)
