"""LK621: an answer about eligibility that tells more than the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.flows import counts_only
from leadkit.check.ask.recipients import classes_of, outside_justice
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.agencies.kinds import JUSTICE
from leadkit.model.sharing.vocabulary import Detail, Purpose

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK621",
    name="answer-tells-more",
    severity=Severity.ERROR,
    summary="A justice agency answers a screening outside justice with more than yes or no and a reason code.",
    why=(
        "The answer to a screening is drawn from criminal history. Told in full, or in a summary, it is criminal "
        "history under another name."
    ),
    wrong="sharing:\n  flows:\n    eligibility-answer: {detail: full}\n",
    right="sharing:\n  flows:\n    eligibility-answer: {detail: reason_code}\n",
    source="28 CFR 20.33",
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


MORE = frozenset({Detail.SUMMARY, Detail.FULL})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each screening flow from a justice agency that tells an outsider more than the answer."""
    for name, flow in subject.program.sharing.flows.items():
        if Purpose.SCREENING not in flow.purpose or flow.detail not in MORE or counts_only(flow):
            continue
        from_justice = any(classes_of(subject, one) & JUSTICE for one in flow.sender)
        outside = [one for one in flow.recipient if outside_justice(subject, one)]
        if from_justice and outside:
            yield CODE.at(
                subject.span("sharing", "flows", name, "detail"),
                message=f'"{name}" tells {listed(outside)} more of a screening than its answer.',
                remedy="Say detail: yes_no, or detail: reason_code.",
                path=f"sharing.flows.{name}.detail",
            )
