"""LK616: body-worn video during the intake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK616",
    name="video-of-the-intake",
    severity=Severity.WARNING,
    summary="The camera stays on while a person talks with the case manager.",
    why=(
        "What is recorded is a record: it can be asked for by the press and must be given to the defense. "
        "A person who sees the light on says nothing that helps."
    ),
    wrong=("procedure:\n  body_worn_video: {off_during_intake: no}\n"),
    right=("procedure:\n  body_worn_video: {off_during_intake: yes}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the camera is not switched off."""
    video = subject.program.procedure.body_worn_video
    if video is not None and video.off_during_intake is False:
        yield CODE.at(
            subject.span("procedure", "body_worn_video", "off_during_intake"),
            message="The camera stays on during the talk with the case manager.",
            remedy="Say off_during_intake: yes, with the statute or the order that allows it.",
            path="procedure.body_worn_video.off_during_intake",
        )
