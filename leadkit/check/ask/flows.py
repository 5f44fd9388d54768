"""What a flow of information carries: records of people, or counts that show nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.sharing.basis import DeIdentification, DeIdentifiedBasis
from leadkit.model.sharing.vocabulary import Detail, Scope

if TYPE_CHECKING:
    from leadkit.model.sharing.flows import Flow


def shows_nobody(flow: Flow) -> bool:
    """Whether a flow carries no person's record: its basis says so, and nothing else in it says otherwise.

    A scope of ``aggregate_only`` is not enough, for it says whose records are reached and not what is told of them.
    Nor is a code in the place of the name, for a key leads back from it.
    """
    if not isinstance(flow.basis, DeIdentifiedBasis) or flow.detail is Detail.FULL:
        return False
    return set(flow.basis.method) != {DeIdentification.CODED}


def counts_only(flow: Flow) -> bool:
    """Whether a flow carries counts alone, and no record of any one person."""
    aggregate = isinstance(flow.basis, DeIdentifiedBasis) and set(flow.basis.method) == {DeIdentification.AGGREGATE}
    return aggregate and shows_nobody(flow) and flow.scope is Scope.AGGREGATE_ONLY
