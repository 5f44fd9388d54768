"""A tree of plain text, written as YAML that this room reads back as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from leadkit.source.tree import Plain

_WIDTH = 120
_ORDINARY = re.compile(
    r"(?!(?:null|Null|NULL)$)[^\W_](?:[\w.,;()'/&§$%+?!–—’-]|(?<=[0-9]):(?=[0-9])| (?=[\w(§$&/–—-]))*"
)
"""What reads as itself without quotes, and cannot be taken for a slip either."""
_WORD = re.compile(r"[A-Za-z0-9](?:[\w.-]*\w)?", re.ASCII)
"""What may stand in a list in brackets."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes text as text: a reader of leadkit types no scalar, so a date or a yes needs no quotes.

    It is the dumper in C, where PyYAML was built with it.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own name)

    def ignore_aliases(self, data: object) -> bool:
        """Write what occurs twice twice; leadkit reads no anchors."""
        return True


def _text(dumper: Any, text: str) -> yaml.Node:
    style = None if _ORDINARY.fullmatch(text) else '"'
    node: yaml.Node = dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    return node


def _nothing(dumper: Any, nothing: None) -> yaml.Node:
    node: yaml.Node = dumper.represent_scalar("tag:yaml.org,2002:str", "~")
    return node


def _list(dumper: Any, items: list[Plain]) -> yaml.Node:
    words = all(isinstance(item, str) and _WORD.fullmatch(item) for item in items)
    node: yaml.Node = dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=words)
    return node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(type(None), _nothing)
_Dumper.add_representer(list, _list)


def to_yaml(tree: Plain) -> str:
    """Write a tree in block style, in its own order; whatever could be read as something else is quoted."""
    written: str = yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False
    )
    return written
