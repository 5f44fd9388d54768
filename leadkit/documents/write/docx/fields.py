"""Fields with the result that Word would compute, so that no reader has to refresh them."""

from __future__ import annotations

from leadkit.documents.words import Words
from leadkit.documents.write.docx.xml import Element, element, run, text_element


def field(instruction: str, *result: Element) -> list[Element]:
    """A field with its cached result."""
    return [*begin(instruction), *result, end()]


def begin(instruction: str) -> list[Element]:
    """The runs up to the cached result."""
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", text_element("instrText", f" {instruction} ")),
        element("r", element("fldChar", fldCharType="separate")),
    ]


def end() -> Element:
    """The run that ends a field."""
    return element("r", element("fldChar", fldCharType="end"))


def reference(bookmark: str, number: str, *, in_context: bool) -> list[Element]:
    """A cross-reference by number: ``4.2`` for a heading, ``4.2(b)(i)`` in context for an item."""
    switch = "\\w" if in_context else "\\n"
    return field(f"REF {bookmark} {switch} \\h", run(number))


def page_of_pages(own: Words) -> list[Element]:
    """Page x of y; every reader counts pages for itself."""
    of = run(f" {own.pages} ")
    return [run(f"{own.page} "), *field("PAGE", run("1")), of, *field("NUMPAGES", run("1"))]
