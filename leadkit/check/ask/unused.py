"""What a release lets happen that no flow of the program does."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from leadkit.check.ask.covered import ends, stands
from leadkit.model.sharing.basis import ReleaseBasis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from leadkit.check.subject import Subject
    from leadkit.model.sharing.flows import Flow
    from leadkit.model.sharing.releases import ReleaseBlock


class Unused(NamedTuple):
    """What one part of a release lets somebody tell, and nobody tells."""

    block: str
    sender: str
    recipient: str
    category: str


def unused(subject: Subject, release: str) -> Unused | None:
    """The first thing that a release lets happen and no flow does; None where there is none, or nothing to compare.

    A release on which no flow rests is a form for a purpose of its own, such as a story for the press.
    """
    sharing = subject.program.sharing
    bases = {name: flow.basis for name, flow in sharing.flows.items()}
    named = {name: basis.release for name, basis in bases.items() if isinstance(basis, ReleaseBasis)}
    flows = [sharing.flows[name] for name, one in named.items() if one == release]
    if not flows or subject.incomplete(("sharing", "flows")) or not set(named.values()) <= set(sharing.releases):
        return None
    return next(_wider(subject, sharing.releases[release].blocks, flows), None)


def _wider(subject: Subject, blocks: dict[str, ReleaseBlock], flows: list[Flow]) -> Iterator[Unused]:
    for name, block in blocks.items():
        if block.intermediary:
            continue
        for sender, recipient, category in product(block.disclosers, block.recipients, block.categories):
            known = (
                category in subject.program.sharing.categories
                and stands(subject, sender)
                and stands(subject, recipient)
            )
            done = any(_does(subject, flow, sender, recipient, category) for flow in flows)
            answered = block.both_ways and any(_does(subject, flow, recipient, sender, category) for flow in flows)
            if known and not done and not answered:
                yield Unused(name, sender, recipient, category)


def _does(subject: Subject, flow: Flow, sender: str, recipient: str, category: str) -> bool:
    """Whether a flow lets somebody tell something; an id in it that is misspelt may mean whatever is looked for."""
    categories = subject.program.sharing.categories
    tells = not flow.categories or category in flow.categories or not all(one in categories for one in flow.categories)
    return tells and _among(subject, sender, flow.sender) and _among(subject, recipient, flow.recipient)


def _among(subject: Subject, who: str, names: Collection[str]) -> bool:
    """Whether somebody is one of those named, or of the same agency."""
    if not names or not all(stands(subject, one) for one in names):
        return True
    return any(ends(subject, who) & ends(subject, one) for one in names)
