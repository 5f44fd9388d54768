"""The lists of a letterhead, moved out of the way of ours."""

from __future__ import annotations

from collections.abc import Iterable

from leadkit.documents.codes import LARGE_LETTERHEAD
from leadkit.documents.guest import UnfitFile
from leadkit.documents.write.docx.numbering import LETTERHEAD_NUMBERS
from leadkit.documents.write.docx.xml import Element, W, element

_FIRST = LETTERHEAD_NUMBERS.start
_VAL, _NUM, _ABSTRACT = f"{{{W}}}val", f"{{{W}}}numId", f"{{{W}}}abstractNumId"


def kept_numbering(root: Element, users: Iterable[Element]) -> Element:
    """Keep the lists that headers, footers and styles use, under numbers of their own; take out the others.

    The style of a level is taken out as well: our headings have our numbers.

    Args:
        root: The part ``numbering.xml``, which is changed.
        users: Parts that may name its lists; the numbers that they name are changed with it.
    """
    numbers = _defined(root)
    named = [each for user in users for each in user.iter(f"{{{W}}}numId")]
    used = sorted({each.get(_VAL, "") for each in named} & set(numbers))
    if len(used) > len(LETTERHEAD_NUMBERS):
        raise UnfitFile(
            LARGE_LETTERHEAD,
            f"The letterhead has {len(used)} lists.",
            "Use a file that holds the letterhead alone, without the lists of old documents.",
        )
    new = {old: str(_FIRST + index) for index, old in enumerate(used)}
    for each in named:
        # A list that is not there is no list; nought says so.
        each.set(_VAL, new.get(each.get(_VAL, ""), "0"))
    _renumber(root, {old: numbers[old] for old in used}, new)
    for level in root.iter(f"{{{W}}}lvl"):
        for each in [*level.findall(f"{{{W}}}pStyle"), *level.findall(f"{{{W}}}lvlPicBulletId")]:
            level.remove(each)
    return root


def _defined(root: Element) -> dict[str, Element]:
    """The lists that have a definition, by number."""
    definitions = {each.get(_ABSTRACT) for each in root.findall(f"{{{W}}}abstractNum")}
    return {each.get(_NUM, ""): each for each in root.findall(f"{{{W}}}num") if _pointer(each).get(_VAL) in definitions}


def _pointer(number: Element) -> Element:
    found = number.find(f"{{{W}}}abstractNumId")
    return element("abstractNumId") if found is None else found


def _renumber(root: Element, kept: dict[str, Element], new: dict[str, str]) -> None:
    """Leave the kept lists alone, with new numbers, in the order of the schema: definitions first."""
    definitions = {each.get(_ABSTRACT, ""): each for each in root.findall(f"{{{W}}}abstractNum")}
    for each in list(root):
        root.remove(each)
    moved: dict[str, str] = {}
    for old, each in kept.items():
        pointer = _pointer(each)
        pointer.set(_VAL, moved.setdefault(pointer.get(_VAL, ""), str(_FIRST + len(moved))))
        each.set(_NUM, new[old])
    for old, number in moved.items():
        definitions[old].set(_ABSTRACT, number)
        root.append(definitions[old])
    root.extend(kept.values())
