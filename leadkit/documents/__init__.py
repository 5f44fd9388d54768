"""Documents: a clause tree composed from a program, printed as DOCX, PDF, HTML and Markdown.

Importing this package is cheap; Jinja2, markdown-it-py, python-docx and Typst come with their first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.documents.building import BuildResult, Refused, Written, build
    from leadkit.documents.composing import compose
    from leadkit.documents.composition import Composition
    from leadkit.documents.standing import build_standing, compose_standing
    from leadkit.documents.write.docx import to_docx
    from leadkit.documents.write.html import to_html
    from leadkit.documents.write.markdown import to_markdown
    from leadkit.documents.write.pdf import to_pdf

_PLACES = {
    "BuildResult": "building", "Refused": "building", "Written": "building", "build": "building",
    "Composition": "composition", "compose": "composing",
    "build_standing": "standing", "compose_standing": "standing",
    "to_docx": "write.docx", "to_html": "write.html", "to_markdown": "write.markdown", "to_pdf": "write.pdf",
}  # fmt: skip

__all__ = [
    "BuildResult",
    "Composition",
    "Refused",
    "Written",
    "build",
    "build_standing",
    "compose",
    "compose_standing",
    "to_docx",
    "to_html",
    "to_markdown",
    "to_pdf",
]


def __getattr__(name: str) -> object:
    """Import a name of the public face on its first use."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
