"""How a service stands to what it was made from: what the county edited, and what has moved on since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.deploy.compile.digest import digest_of
from leadkit.deploy.git import GitError, Repository
from leadkit.deploy.repository import generated
from leadkit.version import VERSION

if TYPE_CHECKING:
    from leadkit.deploy.state import Made
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True, slots=True)
class Status:
    """How a service stands.

    Attributes:
        made_by: The version of leadkit that made it.
        leadkit: The version that looks at it.
        made_from: The digest of the program's text that it was made from.
        agreement: The digest of the program's text as it is now.
        edited: The generated files that the county has edited.
        missing: The generated files that are not there any more.
        history: Whether an update can be merged by git.
        unmerged: Whether an update was begun, and is not part of the branch that is checked out.
    """

    made_by: str
    leadkit: str
    made_from: str
    agreement: str
    edited: tuple[str, ...]
    missing: tuple[str, ...]
    history: bool
    unmerged: bool

    @property
    def is_current(self) -> bool:
        """Whether there is nothing to update."""
        return self.made_by == self.leadkit and self.made_from == self.agreement and not self.unmerged


def status_of(made: Made, jurisdiction: Jurisdiction) -> Status:
    """Look at a service; nothing is changed.

    Args:
        made: What it was made from.
        jurisdiction: The program as it is now.
    """
    repository = Repository(made.place)
    history, unmerged = repository.is_one, False
    try:
        last = generated(repository) if history else None
        unmerged = last is not None and not repository.holds("merge-base", "--is-ancestor", last, "HEAD")
    except GitError:
        history = False
    return Status(
        made.leadkit, VERSION, made.digest, digest_of(jurisdiction.source, made.program),
        made.edited(), made.missing(), history, unmerged,
    )  # fmt: skip
