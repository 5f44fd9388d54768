"""What is asked of an element of a returned file."""

from __future__ import annotations

from datetime import date

from leadkit.documents.returned.line import Trace
from leadkit.documents.returned.marks import without_marks
from leadkit.documents.write.docx.xml import Element, W


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element, name: str) -> str:
    """An attribute of the namespace of WordprocessingML; empty where there is none."""
    return str(element.get(f"{{{W}}}{name}", ""))


def said(element: Element | None, name: str) -> str:
    """The value of a part of an element; empty where there is none."""
    found = None if element is None else element.find(f"{{{W}}}{name}")
    return "" if found is None else value(found, "val")


def trace_of(element: Element) -> Trace:
    """Who made a tracked change, and when."""
    return Trace(without_marks(value(element, "author")).strip(), day_of(value(element, "date")))


def day_of(text: str) -> date | None:
    """The day of a time as files write it; None for what is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
