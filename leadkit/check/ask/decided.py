"""Whether the program departs from the model knowingly: a decision says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.decisions import DecisionKind

if TYPE_CHECKING:
    from leadkit.check.subject import Subject


def decided(subject: Subject, path: str) -> bool:
    """Whether an adopted decision concerns this very field; one about the whole section says nothing of it."""
    decisions = subject.program.decisions.values()
    return any(one.kind is DecisionKind.ADOPTED and path in one.concerns for one in decisions)


def or_decide(path: str) -> str:
    """The end of a remedy: what to write where the program means it so."""
    return f"or record that it was decided so: a decision, kind: adopted, that concerns: {path}."
