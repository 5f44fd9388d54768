"""Whether a link stands somewhere."""

from __future__ import annotations

import os
from pathlib import Path


def is_link(path: Path | str) -> bool:
    """Whether a link stands at a path; at one that the system cannot have, such as a name too long, stands nothing."""
    return os.path.islink(path)  # noqa: PTH114  (Path.is_symlink raises for such a name)
