"""A tree of plain text, written as YAML that this room reads back as it was."""

from __future__ import annotations

import yaml

from leadkit.source.tree import Plain

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The dumper in C, where PyYAML was built with it."""


def to_yaml(tree: Plain) -> str:
    """Write a tree in block style, in its own order; what could be read as something else than text is quoted."""
    written: str = yaml.dump(tree, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=120)
    return written
