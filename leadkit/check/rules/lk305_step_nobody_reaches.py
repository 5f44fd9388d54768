"""LK305: a step that no other step leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, nearest

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.procedure.steps import Step

CODE = Code(
    code="LK305",
    name="step-nobody-reaches",
    severity=Severity.WARNING,
    summary="A step of the procedure comes after others, and none of them leads to it.",
    why="Officers and case managers follow the steps from one to the next. A step that none of them names is never "
    "taken, however clearly it is written.",
    wrong="procedure:\n  steps:\n    second-visit: {actor: case_manager, action: Visit again within a week.}\n",
    right=(
        "procedure:\n"
        "  steps:\n"
        "    conference: {next: second-visit}\n"
        "    second-visit: {actor: case_manager, action: Visit again within a week.}\n"
    ),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each step that is no first step and that nothing names; a plain list of steps names none."""
    steps = subject.program.procedure.steps
    if not any(step.next for step in steps.values()):
        return
    named = {use.id for use in subject.uses if use.reference.collections == ("procedure.steps",)}
    named |= {nearest(missed, steps) or missed for missed in named - steps.keys()}  # a slip is LK301's
    compiled = subject.program.program.compiled_from_public_sources  # sources seldom tell every turn
    earlier: list[Step] = []
    for name, step in steps.items():
        if name not in named and any(_comes_after(step, other) for other in earlier):
            yield CODE.at(
                subject.key("procedure", "steps", name),
                message=f'No step leads to "{name}".',
                remedy="Name it as next or on_fail of the step before it, or give it the pathways that begin with it.",
                severity=Severity.NOTE if compiled else CODE.severity,
                path=f"procedure.steps.{name}",
            )
        earlier.append(step)


def _comes_after(one: Step, other: Step) -> bool:
    """Whether an earlier step shows that this one is not where a pathway begins."""
    return not one.pathways or bool(set(one.pathways) & set(other.pathways))
