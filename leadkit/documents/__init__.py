"""Documents: a clause tree composed from a program, printed as DOCX and Markdown.

Importing this package is cheap; Jinja2, markdown-it-py and python-docx come with their first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.documents.building import BuildResult, Refused, Written, build
    from leadkit.documents.composition import Composition, compose
    from leadkit.documents.write.docx import to_docx
    from leadkit.documents.write.markdown import to_markdown

_PLACES = {
    "BuildResult": "building", "Refused": "building", "Written": "building", "build": "building",
    "Composition": "composition", "compose": "composition",
    "to_docx": "write.docx", "to_markdown": "write.markdown",
}  # fmt: skip

__all__ = ["BuildResult", "Composition", "Refused", "Written", "build", "compose", "to_docx", "to_markdown"]


def __getattr__(name: str) -> object:
    """Import a name of the public face on its first use."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
