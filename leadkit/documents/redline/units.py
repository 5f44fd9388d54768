"""What stays together in a line of WordprocessingML: a run, a link, or a field from its beginning to its end."""

from __future__ import annotations

from collections.abc import Sequence

from leadkit.documents.write.docx.xml import Element, W


def units(content: Sequence[Element]) -> list[list[Element]]:
    """The units of a line in order."""
    found: list[list[Element]] = []
    open_ = False
    for each in content:
        if open_:
            found[-1].append(each)
        else:
            found.append([each])
        marks = [mark.get(f"{{{W}}}fldCharType") for mark in each.iterchildren(f"{{{W}}}fldChar")]
        open_ = "begin" in marks or (open_ and "end" not in marks)
    return found
