"""Writing override files, in folders that may not be there yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.diagnostic.own import not_written
from leadkit.source.saving import save_all


def save(before: Mapping[Path, bytes | None], after: Mapping[Path, bytes]) -> Diagnostic | None:
    """Write files all together or not at all, and make their folders.

    Args:
        before: The bytes of each as it is; None where there is none.
        after: The bytes to write.

    Returns:
        None when they are written; else why not.
    """
    for path in after:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            return not_written(path, trouble, "Make sure that you may write to the program's folder.")
    return save_all(before, after)
