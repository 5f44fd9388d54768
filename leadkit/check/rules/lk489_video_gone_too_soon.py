"""LK489: evidence or video is kept for less time than a charge may be filed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.time import surely_longer
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.procedure.section import Procedure
    from leadkit.values.quantities import Duration

CODE = Code(
    code="LK489",
    name="video-gone-too-soon",
    severity=Severity.WARNING,
    summary="Evidence or video of a diverted contact is kept for less time than the charge may be filed.",
    why="A charge that is held may be filed until its last day. Where the video or the drugs are gone by then, the "
    "prosecutor cannot prove it, the defense cannot test it, and the agreement promises to keep what is destroyed.",
    wrong="procedure:\n  body_worn_video: {retention: 60 days}\n",
    right="procedure:\n  body_worn_video: {retention: 3 years}\n",
)
READS: tuple[str, ...] = ("procedure",)

_BEFORE_THE_END = ("intake", "no_filing_notice")
"""The events that may come long before the last day to file."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each retention that is surely shorter than the last day to file."""
    procedure = subject.program.procedure
    for field, kept in _kept(procedure):
        for name, handling in procedure.charge_handling.items():
            last = handling.last_day_to_file
            if handling.filing == "no_paper" or last is None or not surely_longer(last, kept):
                continue
            yield CODE.at(
                subject.span("procedure", field, "retention"),
                subject.span("procedure", "charge_handling", name, "last_day_to_file"),
                message=f'It is kept for {kept}, but a charge under "{name}" may be filed for {last}.',
                remedy="Keep it at least until the last day to file.",
                path=f"procedure.{field}.retention",
            )


def _kept(procedure: Procedure) -> Iterator[tuple[str, Duration]]:
    """What is kept for a stretch of time that does not begin with the end of the limitation period."""
    video, evidence = procedure.body_worn_video, procedure.evidence
    if video is not None and video.retention is not None:
        yield "body_worn_video", video.retention
    if evidence is not None and evidence.retention is not None and evidence.retention_until in _BEFORE_THE_END:
        yield "evidence", evidence.retention
