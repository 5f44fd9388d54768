"""Places where a reader of tracked changes other than Word would join what does not belong together.

LibreOffice takes the mark of a paragraph for added where words that were added at its end meet a paragraph that was
added: rejected, both are one. So such a paragraph ends with something that was removed, if need be with its last word,
which is then removed and added again.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise

from leadkit.documents.redline.units import units
from leadkit.documents.tree.change import Change
from leadkit.documents.write.docx.revisions import is_added, tracked
from leadkit.documents.write.docx.xml import Element, W

_WORDS = f"{{{W}}}t"
_SEEN = frozenset(f"{{{W}}}{name}" for name in ("r", "ins", "del", "hyperlink"))


def keep_apart(text: Sequence[Element]) -> None:
    """Let no paragraph that stays end with added words before one that was added."""
    for here, following in pairwise(text):
        if here.tag == f"{{{W}}}p" and not is_added(here) and is_added(following):
            _end_with_removed(here)


def _end_with_removed(paragraph: Element) -> None:
    seen = [each for each in paragraph if each.tag in _SEEN]
    if not seen or seen[-1].tag != f"{{{W}}}ins":
        return
    *before, added = seen
    if before and before[-1].tag == f"{{{W}}}del":
        before[-1].addprevious(added)
    elif before:
        _write_anew(_last_word(before), added)


def _write_anew(kept: list[Element], added: Element) -> None:
    """Let what stays before added words be removed and added again with them."""
    again = [deepcopy(each) for each in kept]
    removed = tracked(kept, Change.REMOVED)
    added[:0] = again
    for each in reversed(removed):
        added.addnext(each)


def _last_word(before: list[Element]) -> list[Element]:
    """The last word, in a run of its own, or the last field."""
    last = units(before)[-1]
    words = last[0].find(_WORDS)
    if len(last) > 1 or words is None or not words.text:
        return last
    head = words.text.rstrip().rpartition(" ")[0]
    if head:
        rest = deepcopy(last[0])
        last[0].addprevious(rest)
        words.text, left = words.text.removeprefix(head), rest.find(_WORDS)
        assert left is not None
        left.text = head
    return last
