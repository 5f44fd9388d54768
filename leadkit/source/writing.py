"""A tree of plain text, written as YAML that this room reads back as it was."""

from __future__ import annotations

import yaml

from leadkit.source.tree import Plain


def to_yaml(tree: Plain) -> str:
    """Write a tree in block style, in its own order; what could be read as something else than text is quoted."""
    written: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120)
    return written
