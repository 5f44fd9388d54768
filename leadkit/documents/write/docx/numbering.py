"""Native multilevel numbering, made from the schemes that compute the printed numbers."""

from __future__ import annotations

from leadkit.documents.tree.document import ArticleKind
from leadkit.documents.tree.numbering import DEEPEST, FIRST_ITEM_LEVEL, Level, Scheme, schemes
from leadkit.documents.write.docx.identity import Identities
from leadkit.documents.write.docx.layout import BODY_INDENT, ITEM_STEP
from leadkit.documents.write.docx.xml import Element, W, element

_KINDS = tuple(schemes())
BULLETS = len(_KINDS) + 1
"""The number of bulleted lists."""

LETTERHEAD_NUMBERS = range(101, 1001)
"""The numbers of the lists that a letterhead brings along; ours are below and above."""

_STYLES = {
    ArticleKind.ARTICLE: ("Heading1", "Heading2", *(f"Item{level + 1}" for level in range(DEEPEST))),
    ArticleKind.APPENDIX: ("AppendixHeading", "AppendixSection"),
}
_ARTICLE_HANG = 1440


def scheme_number(kind: ArticleKind) -> int:
    """The number (``w:numId``) of a kind of article where its lists go on from one another."""
    return _KINDS.index(kind) + 1


class Numbering:
    """The part ``numbering.xml``: a definition for each scheme, a number for each list that begins anew."""

    def __init__(self, root: Element, language: str) -> None:
        self._root = root
        self._identities = Identities(first=LETTERHEAD_NUMBERS.stop, last=31999)
        # The schema wants definitions before numbers, and a letterhead has some of both already.
        place = next((index for index, each in enumerate(root) if each.tag == f"{{{W}}}num"), len(root))
        root[place:place] = [*(_definition(kind, scheme) for kind, scheme in schemes(language).items()), _bullets()]
        for number in range(1, BULLETS + 1):
            root.append(element("num", element("abstractNumId", val=number), numId=number))

    def begin(self, kind: ArticleKind, key: str) -> int:
        """A number whose items begin at the first again; ``key`` tells what it is for."""
        number = self._identities.number(key)
        overrides = [
            element("lvlOverride", element("startOverride", val=1), ilvl=FIRST_ITEM_LEVEL + level)
            for level in range(DEEPEST)
        ]
        self._root.append(element("num", element("abstractNumId", val=scheme_number(kind)), *overrides, numId=number))
        return number


def body_indent(kind: ArticleKind) -> int:
    """Where the text of an article of a kind begins."""
    return BODY_INDENT if kind in _STYLES else 0


def _definition(kind: ArticleKind, scheme: Scheme) -> Element:
    levels = [_level(kind, index, level) for index, level in enumerate(scheme)]
    return element(
        "abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=scheme_number(kind)
    )


def _level(kind: ArticleKind, index: int, level: Level | None) -> Element:
    styles = _STYLES.get(kind, ())
    left, hanging = _indent(kind, index)
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=level.format if level else "none"),
        element("pStyle", val=styles[index]) if index < len(styles) else None,
        element("suff", val="tab" if level else "nothing"),
        element("lvlText", val=level.text if level else ""),
        element("lvlJc", val="left"),
        element(
            "pPr",
            element("tabs", element("tab", val="num", pos=left)),
            element("ind", left=left, hanging=hanging),
        ) if level else None,
        ilvl=index,
    )  # fmt: skip


def _indent(kind: ArticleKind, index: int) -> tuple[int, int]:
    if index == 0:
        return _ARTICLE_HANG, _ARTICLE_HANG
    if index == 1:
        return BODY_INDENT, BODY_INDENT
    return body_indent(kind) + ITEM_STEP * (index - 1), ITEM_STEP


def _bullets() -> Element:
    levels = [
        element(
            "lvl",
            element("start", val=1),
            element("numFmt", val="bullet"),
            element("suff", val="tab"),
            element("lvlText", val="•"),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left=BODY_INDENT + ITEM_STEP * (index + 1), hanging=ITEM_STEP)),
            ilvl=index,
        )
        for index in range(DEEPEST)
    ]
    return element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=BULLETS)
