"""Bringing a service up to date: rendered anew beside it, told in words, and merged by git."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.deploy.compile.digest import digest_of
from leadkit.deploy.difference import differences
from leadkit.deploy.git import GitError, Repository, failed
from leadkit.deploy.overlay import base_of, laid_over
from leadkit.deploy.render import LOCAL, LOCK, Rendered, render, sha256
from leadkit.deploy.repository import GENERATED, commit_render, generated, same_as
from leadkit.deploy.state import content
from leadkit.deploy.update_codes import CONFLICT, UNSAVED_WORK
from leadkit.diagnostic.own import not_written
from leadkit.model.load import load
from leadkit.version import VERSION

if TYPE_CHECKING:
    from datetime import date

    from leadkit.deploy.state import Made
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction

_SHOWN = 5


@dataclass(frozen=True)
class Plan:
    """An update that nobody has agreed to yet; nothing is changed.

    Attributes:
        made: What the service was made from.
        rendered: What it would be made of now.
        told: What changes in who may know what, and in the rules, a sentence each.
        changed: The files that would change.
        title: What the commit says.
    """

    made: Made
    rendered: Rendered
    told: tuple[str, ...]
    changed: tuple[str, ...]
    title: str


@dataclass(frozen=True)
class Update:
    """What became of an update.

    Attributes:
        branch: The branch that holds it; empty where the repository has no history.
        conflicts: The files that the county and leadkit have both changed in the same place.
        findings: What stands in the way of what follows.
    """

    branch: str
    conflicts: tuple[str, ...]
    findings: tuple[Diagnostic, ...] = ()


def program_of(made: Made, elsewhere: str | None = None) -> Jurisdiction:
    """The program that a service is made from: in the repository itself, or in a folder that somebody names."""
    return load(elsewhere or str(made.folder))


def plan(
    place: Path, jurisdiction: Jurisdiction, made: Made, *, template: Path | None = None, cores: int = 1
) -> Plan | Diagnostic:
    """Render a service anew, and tell what would change.

    Args:
        place: The repository.
        jurisdiction: The program as it is now.
        made: What the service was made from.
        template: The folder of the template; without it, the shipped one.
        cores: On how many cores papers may be printed.
    """
    repository = Repository(place)
    try:
        unsaved = repository.unsaved if repository.is_one else ()
    except GitError as trouble:
        return failed(trouble, "See what git status says of the repository.")
    if unsaved:
        listed = ", ".join(unsaved[:_SHOWN]) + (f" and {len(unsaved) - _SHOWN} more" if len(unsaved) > _SHOWN else "")
        return UNSAVED_WORK.at(
            message=f"The repository holds changes that are not committed: {listed}.",
            remedy="Commit them, or put them aside, and update again.",
        )
    new = render(jurisdiction, made.on, name=made.program, papers=made.papers, template=template, cores=cores)
    agreement = f"agreement {made.digest[:8]} → {digest_of(jurisdiction.source, made.program)[:8]}"
    title = f"leadkit {made.leadkit} → {VERSION}; {agreement}"
    return Plan(made, new, differences(place, new.files), _changed(made, new), title)


def _changed(made: Made, new: Rendered) -> tuple[str, ...]:
    """The files that are not as the last render left them, but for the county's own and the lists of leadkit."""
    own = {path: sha256(data) for path, data in new.files.items() if not path.startswith((LOCAL, ".leadkit/"))}
    return tuple(sorted(path for path in own.keys() | made.hashes.keys() if own.get(path) != made.hashes.get(path)))


def is_needed(plan: Plan) -> bool:
    """Whether there is anything to update, or an update that was begun and is not merged."""
    repository = Repository(plan.made.place)
    if not repository.is_one:
        return bool(plan.changed) or content(plan.made.place, LOCK) != plan.rendered.files[LOCK]
    last = generated(repository)
    if last is None or not same_as(repository, last, plan.rendered):
        return True
    return not repository.holds("merge-base", "--is-ancestor", last, "HEAD")


def carry_out(plan: Plan, today: date) -> Update | Diagnostic:
    """Merge an update into a branch of its own; where git finds a conflict, the files hold both versions."""
    repository = Repository(plan.made.place)
    try:
        if not repository.is_one:
            conflicts = laid_over(plan.made, plan.rendered)
            return Update("", conflicts, _in_conflict(conflicts))
        return _merged(repository, plan, today)
    except GitError as trouble:
        return failed(trouble, "Nothing was merged; see what git status says.")
    except OSError as trouble:
        return not_written(plan.made.place, trouble, "See that you may write there, and update again.")


def _merged(repository: Repository, plan: Plan, today: date) -> Update:
    before = repository.run("rev-parse", "--abbrev-ref", "HEAD").strip()
    branch = _free(repository, f"leadkit/update-{today.isoformat()}")
    last = generated(repository)
    begun = last is None
    if last is None:
        last = _begun(repository, plan.made, plan.rendered)
    if not same_as(repository, last, plan.rendered):
        commit_render(repository, plan.rendered, plan.title, last)
    elif not repository.holds("rev-parse", "--verify", "--quiet", f"refs/heads/{GENERATED}"):
        repository.run("branch", GENERATED, last)
    repository.run("switch", "--quiet", "--create", branch)
    try:
        if begun:
            repository.run("merge", "--quiet", "--strategy=ours", "--allow-unrelated-histories", "--no-edit", last)
        repository.run("merge", "--quiet", "--no-ff", "--message", plan.title, GENERATED, accept=(0, 1))
        conflicts = tuple(repository.run("diff", "--name-only", "--diff-filter=U", "-z").rstrip("\0").split("\0"))
        conflicts = tuple(each for each in conflicts if each)
        if not conflicts and repository.holds("rev-parse", "--verify", "--quiet", "MERGE_HEAD"):
            raise GitError("the merge was not finished")
    except GitError:
        repository.run("merge", "--abort", accept=(0, 128))
        repository.run("switch", "--quiet", before)
        repository.run("branch", "--delete", "--force", branch)
        raise
    return Update(branch, conflicts, _in_conflict(conflicts))


def _begun(repository: Repository, made: Made, new: Rendered) -> str:
    """A render to merge from, where the history holds none: what leadkit wrote, as far as its hashes tell."""
    commit_render(repository, base_of(made, new), f"leadkit {made.leadkit}; agreement {made.digest[:8]}", None)
    return repository.run("rev-parse", f"refs/heads/{GENERATED}").strip()


def _free(repository: Repository, name: str) -> str:
    """A name that no branch has yet."""
    tried, number = name, 1
    while repository.holds("rev-parse", "--verify", "--quiet", f"refs/heads/{tried}"):
        number += 1
        tried = f"{name}-{number}"
    return tried


def _in_conflict(conflicts: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        CONFLICT.at(
            message=f"{path} was changed here and by leadkit in the same place.",
            remedy="Choose the lines that the county wants, and commit.",
        )
        for path in conflicts
    )
