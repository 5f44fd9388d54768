"""The styles of our own base document; lawyers restyle a text by changing these in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadkit.documents.tree.numbering import DEEPEST
from leadkit.documents.write.columns import TEXT_WIDTH
from leadkit.documents.write.docx.layout import BODY_INDENT, ITEM_STEP
from leadkit.documents.write.docx.xml import W

SERIF = "Times New Roman"
SHADE = "F2F2F2"
_TICKS = "Segoe UI Symbol"
"""The font of a box to tick, of which Word's serif has no letter."""
_SIZES = re.compile(r'(?<=<w:sz w:val=")[0-9]+|(?<=<w:szCs w:val=")[0-9]+')
_SMALLEST = 16
"""Eight points, in half-points."""
_SPACES = re.compile(r'(?<=w:before=")[0-9]+|(?<=w:after=")[0-9]+')


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; ``paragraph`` and ``run`` go into ``w:pPr`` and ``w:rPr``, in schema order."""

    id: str
    name: str
    based_on: str = "Normal"
    next: str = ""
    paragraph: str = ""
    run: str = ""


def _spacing(before: int, after: int, line: int = 264) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_BOLD = "<w:b/><w:bCs/>"
_TEXT = _spacing(0, 80, 254)
_NO_INDENT = '<w:ind w:left="0" w:firstLine="0"/>'
_SHADED = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
_RULE = '<w:tab w:val="left" w:leader="underscore" w:pos="6480"/>'
_RULE_TABS = f'<w:tabs><w:tab w:val="left" w:pos="1080"/>{_RULE}</w:tabs>'


def _headings() -> tuple[_Style, ...]:
    first, second = _spacing(280, 100), _spacing(160, 60)
    return (
        _Style("Heading1", "heading 1", next="BodyText",
               paragraph=f'{_KEEP}{_numbered(1, 0)}{first}<w:outlineLvl w:val="0"/>', run=_BOLD + _size(26)),
        _Style("Heading2", "heading 2", next="BodyText",
               paragraph=f'{_KEEP}{_numbered(1, 1)}{second}<w:outlineLvl w:val="1"/>', run=_BOLD),
        _Style("HeadingUnnumbered", "Heading Unnumbered", "Heading1", "BodyPlain", _NO_NUMBER + _NO_INDENT),
        _Style("SectionUnnumbered", "Section Unnumbered", "Heading2", "BodyPlain", _NO_NUMBER + _NO_INDENT),
        _Style("AppendixHeading", "Appendix Heading", "Heading1", "BodyText",
               f"<w:pageBreakBefore/>{_numbered(2, 0)}"),
        _Style("AppendixSection", "Appendix Section", "Heading2", "BodyText", _numbered(2, 1)),
    )  # fmt: skip


def _body() -> tuple[_Style, ...]:
    items = [
        _Style(f"Item{level + 1}", f"Item {level + 1}", paragraph=_numbered(1, level + 2) + _TEXT)
        for level in range(DEEPEST)
    ]
    below = [
        _Style(f"ItemText{level + 1}", f"Item Text {level + 1}",
               paragraph=f'{_TEXT}<w:ind w:left="{BODY_INDENT + ITEM_STEP * (level + 1)}"/>')
        for level in range(DEEPEST)
    ]  # fmt: skip
    return (
        _Style("BodyText", "Body Text", paragraph=f'{_TEXT}<w:ind w:left="{BODY_INDENT}"/>'),
        _Style("BodyPlain", "Body Plain", paragraph=_TEXT),
        *items, *below,
        _Style("Bullet", "Bullet", paragraph=_TEXT),
        _Style("Caption", "caption", paragraph=f"{_KEEP}{_spacing(120, 60)}", run=_BOLD),
        _Style("TableHeading", "Table Heading", paragraph=f"{_KEEP}{_spacing(30, 30, 240)}",
               run=_BOLD + _size(19)),
        _Style("TableText", "Table Text", paragraph=_spacing(30, 30, 240), run=_size(19)),
        _Style("WideTableHeading", "Wide Table Heading", "TableHeading", run=_size(18)),
        _Style("WideTableText", "Wide Table Text", "TableText", run=_size(18)),
        _Style("Figure", "Figure", paragraph=_spacing(0, 120)),
        _Style("AfterTable", "After Table", paragraph=_spacing(0, 60, 240), run=_size(8)),
        _Style("Box", "Box", paragraph=f"<w:keepLines/>{_SHADED}{_spacing(60, 120, 250)}", run=_size(19)),
        _Style("SignatureParty", "Signature Party", next="SignatureLine",
               paragraph=f"{_KEEP}{_spacing(280, 30)}", run=_BOLD),
        _Style("SignatureCapacity", "Signature Capacity", next="SignatureLine",
               paragraph=f"{_KEEP}{_spacing(0, 40)}", run="<w:i/><w:iCs/>"),
        _Style("SignatureLine", "Signature Line", paragraph=f"<w:keepLines/>{_RULE_TABS}{_spacing(100, 0)}"),
        _Style("SignatureRule", "Signature Rule", next="SignatureLine",
               paragraph=f"<w:keepLines/><w:tabs>{_RULE}</w:tabs>{_spacing(200, 40)}"),
    )  # fmt: skip


def _front(width: int) -> tuple[_Style, ...]:
    centered = '<w:jc w:val="center"/>'
    return (
        _Style("Title", "Title", next="Subtitle",
               paragraph=f"<w:keepNext/>{_spacing(1200, 120, 240)}{centered}", run=_BOLD + _size(40)),
        _Style("Subtitle", "Subtitle", next="CoverLine", paragraph=f"{_spacing(0, 480)}{centered}",
               run=_size(28)),
        _Style("CoverLine", "Cover Line",
               paragraph='<w:tabs><w:tab w:val="left" w:pos="2160"/></w:tabs>' + _spacing(0, 60)
               + '<w:ind w:left="2160" w:hanging="2160"/>'),
        _Style("CoverNotice", "Cover Notice",
               paragraph=f"<w:keepLines/>{_SHADED}{_spacing(240, 120)}",
               run="<w:i/><w:iCs/>"),
        _Style("CoverHeading", "Cover Heading", paragraph=f"<w:keepNext/>{_spacing(240, 80)}",
               run=_BOLD + _size(24)),
        _Style("CoverItem", "Cover Item",
               paragraph='<w:tabs><w:tab w:val="left" w:pos="2160"/></w:tabs>' + _spacing(0, 60)
               + '<w:ind w:left="2160" w:hanging="2160"/>'),
        _Style("HeadTitle", "Head Title", "Title", "HeadLine",
               f'<w:keepNext/>{_spacing(0, 60, 240)}<w:jc w:val="left"/>', _size(32)),
        _Style("HeadLine", "Head Line", paragraph=_spacing(0, 40, 240), run=_size(19)),
        _Style("HeadWhose", "Head Whose", "HeadLine", run=_BOLD + _size(21)),
        _Style("HeadWhat", "Head What", "HeadLine", run="<w:i/><w:iCs/>"),
        _Style("HeadContents", "Head Contents", paragraph=f"<w:keepNext/>{_spacing(240, 80)}", run=_BOLD + _size(24)),
        _Style("DocumentHeader", "Document Header", paragraph=_spacing(0, 0, 240), run=_BOLD + _size(19)),
        _Style("TOCHeading", "TOC Heading",
               paragraph=f"<w:keepNext/><w:pageBreakBefore/>{_spacing(0, 120)}", run=_BOLD + _size(26)),
        _Style("TOC1", "toc 1", paragraph='<w:tabs><w:tab w:val="left" w:pos="1440"/></w:tabs>'
               + _spacing(100, 20, 240), run=_BOLD),
        _Style("TOC2", "toc 2", paragraph='<w:tabs><w:tab w:val="left" w:pos="1440"/></w:tabs>'
               + _spacing(0, 20, 240) + '<w:ind w:left="720"/>'),
        _Style("DocumentFooter", "Document Footer",
               paragraph=f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
               + _spacing(0, 0, 240), run=_size(17)),
    )  # fmt: skip


def styles_xml(width: int = TEXT_WIDTH) -> str:
    """The part ``styles.xml`` for a text of a width in twentieths of a point."""
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:eastAsia="{SERIF}" w:cs="{SERIF}"/>'
        f'{_size(21)}<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    written = "".join(_written(each) for each in (*_front(width), *_headings(), *_body()))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{W}">'
        f"{defaults}{normal}{_CHARACTER}{_TABLE}{written}</w:styles>"
    )


def card_styles_xml(width: int) -> str:
    """The same styles at four fifths of their size, but for the smallest, and with half the space between."""
    smaller = _SIZES.sub(lambda found: str(max((int(found[0]) * 4 + 2) // 5, _SMALLEST)), styles_xml(width))
    return _SPACES.sub(lambda found: str(int(found[0]) // 2), smaller)


def _written(style: _Style) -> str:
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr>{run}</w:style>"
    )


_CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Gap"><w:name w:val="Gap"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Tick"><w:name w:val="Tick"/><w:qFormat/><w:rPr>'
    f'<w:rFonts w:ascii="{_TICKS}" w:hAnsi="{_TICKS}" w:eastAsia="{_TICKS}" w:cs="{_TICKS}"/></w:rPr></w:style>'
)
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
    '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="RuledTable"><w:name w:val="Ruled Table"/>'
    '<w:basedOn w:val="TableNormal"/>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/></w:tcBorders></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
