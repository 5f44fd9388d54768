"""LK306: a circle of things that belong to each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK306",
    name="circle",
    severity=Severity.ERROR,
    summary="Something belongs to itself, or to what belongs to it.",
    why=(
        "An agency that is a part of itself has nobody above it to sign, and a body that answers to itself answers to "
        "nobody."
    ),
    wrong=("governance:\n  bodies:\n    policy-coordinating-group: {answers_to: operational-work-group}\n"),
    right=("governance:\n  bodies:\n    operational-work-group: {answers_to: policy-coordinating-group}\n"),
)
READS: tuple[str, ...] = ()


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each circle, at the first of its members."""
    program = subject.program
    above: dict[tuple[str, ...], dict[str, str | None]] = {
        ("agencies", "parent"): {name: one.parent for name, one in program.agencies.items()},
        ("program", "governments", "parent"): {name: one.parent for name, one in program.program.governments.items()},
        ("governance", "bodies", "answers_to"): {
            name: one.answers_to for name, one in program.governance.bodies.items()
        },
        ("eligibility", "substances", "part_of"): {
            name: one.part_of for name, one in program.eligibility.substances.items()
        },
    }
    for (*collection, field), parents in above.items():
        for name in parents:
            circle = _circle(parents, name)
            if circle and name == min(circle):
                path = (*collection, name, field)
                yield CODE.at(
                    subject.span(*path),
                    *(subject.span(*collection, other, field) for other in circle if other != name),
                    message=f'"{name}" belongs to itself: {" to ".join((*circle, name))}.',
                    remedy=f"Correct {field}, or take it out for the one at the top.",
                    path=".".join(path),
                )


def _circle(parents: dict[str, str | None], name: str) -> list[str]:
    """The way up from an id back to itself; empty where it leads elsewhere."""
    way: list[str] = []
    step: str | None = name
    while step is not None and step not in way:
        way.append(step)
        step = parents.get(step)
    return way if step == name else []
