"""Writing override files, in folders that may not be there yet."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.diagnostic.own import NOT_WRITTEN, not_written
from leadkit.source.links import is_link
from leadkit.source.saving import save_all


def save(before: Mapping[Path, bytes | None], after: Mapping[Path, bytes]) -> Diagnostic | None:
    """Write files all together or not at all, and make their folders.

    Args:
        before: The bytes of each as it is; None where there is none.
        after: The bytes to write.

    Returns:
        None when they are written; else why not.
    """
    if link := _link_on_the_way(list(after)):
        message = f"{link.as_posix()} is a link, and links are not followed: nothing was written."
        return NOT_WRITTEN.at(message=message, remedy="Put the folder itself into the program's folder.")
    for path in after:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            return not_written(path, trouble, "Make sure that you may write to the program's folder.")
    return save_all(before, after)


def _link_on_the_way(paths: list[Path]) -> Path | None:
    """A link between the folder that holds all the files and one of them: it would lead out of the program."""
    root = Path(os.path.commonpath([path.parent for path in paths])) if paths else Path()
    ways = (part for path in paths for part in (path, *path.parents) if root in part.parents)
    return next((part for part in ways if is_link(part)), None)
