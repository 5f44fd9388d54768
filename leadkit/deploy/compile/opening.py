"""Whether a pathway that is open can be used in the service: somebody refers by it, and case management hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.codes import NOBODY_REFERS, PATHWAY_UNSEEN
from leadkit.deploy.compile.forms import is_public
from leadkit.deploy.compile.roles import DESKS, is_vacant
from leadkit.model.roles.kinds import RoleKind

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.diagnostic import Code
    from leadkit.model.pathways import Pathway


def find_unusable(bench: Bench, seen: set[str]) -> None:
    """Tell which open pathways nobody can refer by, and which no case manager sees.

    Args:
        bench: The program.
        seen: The pathways of whose referrals a flow tells case management.
    """
    for name, pathway in bench.program.pathways.items():
        if pathway.enabled is not True:
            continue
        if not is_public(pathway) and not _referred_by_officers(bench, name, pathway):
            said = f'The pathway "{name}" is open, and nobody can refer by it in the service.'
            remedy = "Name an agency of it in a role of the kind referring_agency, or close it until one refers."
            _find(bench, NOBODY_REFERS, name, said, remedy)
        if name not in seen:
            said = f'No case manager sees who is referred by "{name}": no flow lets case management receive it.'
            remedy = "Write the flow by which its referrals reach case management, with its basis and scope."
            _find(bench, PATHWAY_UNSEEN, name, said, remedy)


def _referred_by_officers(bench: Bench, name: str, pathway: Pathway) -> bool:
    """Whether a role with the officer's desk refers by a pathway: its agency is one of the pathway's."""
    return any(
        {*role.agencies} & {*pathway.agencies} and name in (role.pathways or (name,))
        for role in bench.program.roles.values()
        if DESKS.get(getattr(role, "kind", RoleKind.OTHER)) == "officer" and not is_vacant(role)
    )


def _find(bench: Bench, code: Code, pathway: str, message: str, remedy: str) -> None:
    span = bench.subject.key("pathways", pathway)
    bench.find(code.at(span, message=message, remedy=remedy, path=f"pathways.{pathway}"))
