"""LK461: a role that the rules rely on is vacant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK461",
    name="vacant-but-needed",
    severity=Severity.WARNING,
    summary=("A role is vacant, and the rules or the procedure rely on it."),
    why=(
        "A rule may be set aside by the liaison prosecutor, and there is none: then the presumption is a bar. "
        "Say who acts meanwhile."
    ),
    wrong=("roles:\n  liaison-prosecutor: {status: vacant, agencies: ~}\n"),
    right=("roles:\n  liaison-prosecutor: {status: confirmed}\n"),
    source="New Haven had neither a liaison prosecutor nor a community leadership team",
)
READS: tuple[str, ...] = (
    "roles",
    "eligibility",
    "procedure",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each vacant role to which eligibility or procedure refers."""
    vacant = {name for name, role in subject.program.roles.items() if role.status == "vacant"}
    if not vacant:
        return
    needed = {use.id: use.path for use in reversed(subject.uses) if use.path[0] in ("eligibility", "procedure")}
    for name in sorted(vacant.intersection(needed)):
        yield CODE.at(
            subject.span("roles", name, "status"),
            subject.span(*needed[name]),
            message=f'The role "{name}" is vacant, and {".".join(map(str, needed[name][:3]))} relies on it.',
            remedy="Say who acts meanwhile, or name another role there.",
            path=f"roles.{name}.status",
        )
