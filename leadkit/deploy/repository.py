"""The repository of a service: the branch that leadkit alone writes, and the branch that the county works on."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.deploy.git import Repository, has_git
from leadkit.deploy.render import LOCAL
from leadkit.deploy.update_codes import NOT_EMPTY
from leadkit.diagnostic.own import not_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadkit.deploy.render import Rendered
    from leadkit.diagnostic import Diagnostic

GENERATED, MAIN = "leadkit/generated", "main"
MARK = "Leadkit-Render:"
"""Stands in the message of each commit that is a pure render, so that a clone without the branch finds the last one."""


def begin(rendered: Rendered, out: Path, message: str) -> Diagnostic | bool:
    """Write a new repository, whole or not at all.

    Args:
        rendered: Its files.
        out: Its folder: a place where there is nothing yet, or an empty folder.
        message: What its first commit says.

    Returns:
        Whether it has a history, for which git is needed; or why it was not written.
    """
    if out.is_symlink() or (out.exists() and (not out.is_dir() or any(out.iterdir()))):
        return NOT_EMPTY.at(
            message=f"{out.as_posix()} is there already, and leadkit writes over nobody's work.",
            remedy="Name a new folder; or bring the service there up to date with leadkit deploy update.",
        )
    try:
        out.absolute().parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".leadkit-deploy-", dir=out.absolute().parent))
    except OSError as trouble:
        return not_written(out, trouble, "Name a folder that you may write to.")
    try:
        made = work / "made"
        write_files(rendered, made)
        history = has_git()
        if history:
            first_commit(Repository(made), rendered, message)
        if out.exists():
            out.rmdir()
        made.rename(out)
    except OSError as trouble:
        return not_written(out, trouble, "Name a folder that you may write to.")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return history


def write_files(rendered: Rendered, folder: Path) -> None:
    """Write every file into a folder."""
    for path, data in rendered.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        if path in rendered.executable and os.name == "posix":
            file.chmod(0o755)


def first_commit(repository: Repository, rendered: Rendered, message: str) -> None:
    """Commit the first render, on both branches."""
    repository.run("init", "--quiet")
    repository.run("symbolic-ref", "HEAD", f"refs/heads/{MAIN}")
    commit_render(repository, rendered, message, None)
    repository.run("update-ref", f"refs/heads/{MAIN}", f"refs/heads/{GENERATED}")
    repository.run("reset", "--quiet", "--mixed")


def commit_render(repository: Repository, rendered: Rendered, message: str, parent: str | None) -> None:
    """Commit a render on the branch that leadkit alone writes; the work tree is not touched.

    What is the county's own stays on that branch as it was first written.
    """
    before = _listed(repository, parent) if parent else {}
    kept = {path for path in before if path.startswith(LOCAL)}
    new = {path: data for path, data in rendered.files.items() if not (before and path.startswith(LOCAL))}
    told = f"{message}\n\n{MARK} 1\n".encode()
    lines = [f"commit refs/heads/{GENERATED}\n".encode(), _committer(), b"data %d\n" % len(told), told]
    lines += [f"from {parent}\n".encode()] if parent else []
    lines += [b"D " + _quoted(path) + b"\n" for path in before if path not in new and path not in kept]
    for path, data in new.items():
        mode = b"100755" if path in rendered.executable else b"100644"
        lines += [b"M " + mode + b" inline " + _quoted(path) + b"\n", b"data %d\n" % len(data), data, b"\n"]
    repository.run("fast-import", "--quiet", "--force", given=b"".join(lines))


def generated(repository: Repository) -> str | None:
    """The last pure render: of the branch, of the same branch elsewhere, or in the history; None where there is none.

    A clone has only the branches that somebody asked for, and a county may never have pushed this one.
    """
    for name in (f"refs/heads/{GENERATED}", *_elsewhere(repository)):
        if repository.holds("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"):
            return repository.run("rev-parse", f"{name}^{{commit}}").strip()
    if not repository.holds("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
        return None
    found = repository.run("log", "-1", "--format=%H", f"--grep=^{MARK} 1$", "HEAD").strip()
    return found or None


def _elsewhere(repository: Repository) -> Iterator[str]:
    listed = repository.run("for-each-ref", "--format=%(refname)", "refs/remotes").split()
    names = [each for each in listed if each.endswith(f"/{GENERATED}")]
    yield from sorted(names, key=lambda name: not name.startswith("refs/remotes/origin/"))


def _listed(repository: Repository, commit: str) -> dict[str, str]:
    """The files of a commit by path, each with the id of its content."""
    entries = repository.run("ls-tree", "-r", "-z", commit).split("\0")
    pairs = (entry.split("\t", 1) for entry in entries if "\t" in entry)
    return {path: head.split()[2] for head, path in pairs}


def same_as(repository: Repository, commit: str, rendered: Rendered) -> bool:
    """Whether a commit holds a render already, but for what is the county's own."""
    there = {path: id_ for path, id_ in _listed(repository, commit).items() if not path.startswith(LOCAL)}
    new = {path: _blob(data) for path, data in rendered.files.items() if not path.startswith(LOCAL)}
    return there == new


def _blob(data: bytes) -> str:
    """The id that git gives a content."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _committer() -> bytes:
    """leadkit, now."""
    return f"committer leadkit <leadkit@localhost> {int(time.time())} +0000\n".encode()


def _quoted(path: str) -> bytes:
    """A path as fast-import reads it."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode()
