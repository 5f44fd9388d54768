"""LK623: a release that lets more happen than the program does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.unused import unused
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK623",
    name="release-beyond-its-flows",
    severity=Severity.WARNING,
    summary="A release asks a person to agree to something that no flow resting on it does.",
    why=(
        "A person signs away what the form says, whether the program shares it or not. What nobody needs should not "
        "stand on the form: it can be used tomorrow without asking again."
    ),
    wrong=(
        "sharing:\n  releases:\n    justice-release:\n      blocks:\n"
        "        referring-officers: {categories: [engagement, location]}\n"
    ),
    right=(
        "sharing:\n  releases:\n    justice-release:\n      blocks:\n"
        "        referring-officers: {categories: [engagement]}\n"
    ),
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each release, with the first thing in it that no flow does."""
    for name in subject.program.sharing.releases:
        found = unused(subject, name)
        if found is not None:
            told = f'"{found.sender}" tell "{found.recipient}" of "{found.category}"'
            path = ("sharing", "releases", name, "blocks", found.block, "categories")
            yield CODE.at(
                subject.span(*path),
                message=f'"{name}" lets {told}, and no flow that rests on it does.',
                remedy="Take it out of the release, or describe the flow.",
                path=".".join(path),
            )
