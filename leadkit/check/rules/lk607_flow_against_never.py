"""LK607: a flow that a rule of never forbids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.flows import shows_nobody
from leadkit.check.ask.recipients import forbids
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.sharing.flows import NeverRule

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK607",
    name="flow-against-never",
    severity=Severity.ERROR,
    summary="A flow of information carries what a rule says is never shared with its recipient.",
    why=(
        "A rule of never stands before every flow. Where the two contradict each other, somebody will "
        "follow the wrong one."
    ),
    wrong=(
        "sharing:\n"
        "  flows:\n"
        "    whereabouts: {sender: case-management, recipient: downtown-association, categories: clinical}\n"
    ),
    right=(
        "sharing:\n"
        "  flows:\n"
        "    whereabouts: {sender: case-management, recipient: public-health, categories: clinical}\n"
    ),
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each flow and rule that contradict each other."""
    sharing = subject.program.sharing
    for name, flow in sharing.flows.items():
        lawful = flow.basis is not None and flow.basis.kind in ("exception", "court_order")
        for key, rule in sharing.never.items() if not lawful and not shows_nobody(flow) else ():
            carried = [each for each in flow.categories if _covers(subject, rule, each)]
            reached = [one for one in flow.recipient if forbids(subject, rule, one)]
            if carried and reached:
                yield CODE.at(
                    subject.key("sharing", "flows", name),
                    subject.key("sharing", "never", key),
                    message=f'"{name}" gives {listed(carried)} to {listed(reached)}, which "{key}" forbids.',
                    remedy="Take the category or the recipient out of the flow.",
                    path=f"sharing.flows.{name}",
                )


def _covers(subject: Subject, rule: NeverRule, category: str) -> bool:
    declared = subject.program.sharing.categories.get(category)
    by_kind = declared is not None and declared.sensitivity in rule.sensitivities
    everything = not rule.categories and not rule.sensitivities
    return category in rule.categories or by_kind or (everything and declared is not None)
