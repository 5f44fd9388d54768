"""Our own base document: python-docx's default one brings another document's properties and styles."""

from __future__ import annotations

from functools import lru_cache

from leadkit.documents.words import LANGUAGES
from leadkit.documents.write.columns import CARD_MARGIN, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SHEET_MARGIN
from leadkit.documents.write.docx.opc import XML, packed, word_part
from leadkit.documents.write.docx.styles import SERIF, card_styles_xml, styles_xml
from leadkit.documents.write.docx.xml import R, W

EMPTY_FOOTER = f'{XML}<w:ftr xmlns:w="{W}" xmlns:r="{R}"><w:p/></w:ftr>'
EMPTY_NUMBERING = f'{XML}<w:numbering xmlns:w="{W}"/>'


@lru_cache(maxsize=len(LANGUAGES))
def base_document(locale: str) -> bytes:
    """An empty US Letter document with leadkit's styles and an empty footer, in a language and country."""
    return _base(styles_xml(locale), locale, _page(MARGIN, 720))


@lru_cache(maxsize=len(LANGUAGES))
def card_document(locale: str) -> bytes:
    """The same for a card: narrow margins and small letters."""
    return _base(card_styles_xml(locale, PAGE_WIDTH - 2 * CARD_MARGIN), locale, _page(CARD_MARGIN, 360))


@lru_cache(maxsize=len(LANGUAGES))
def sheet_document(locale: str) -> bytes:
    """The same for a sheet: the paper on its side, and narrower margins."""
    page = _page(SHEET_MARGIN, 500, on_its_side=True)
    return _base(styles_xml(locale, PAGE_HEIGHT - 2 * SHEET_MARGIN), locale, page)


def _base(styles: str, locale: str, page: str) -> bytes:
    parts = (
        word_part("styles.xml", "styles", styles),
        word_part("numbering.xml", "numbering", EMPTY_NUMBERING),
        word_part("settings.xml", "settings", settings(locale)),
        word_part("fontTable.xml", "fontTable", fonts()),
        word_part("footer1.xml", "footer", EMPTY_FOOTER),
    )
    return packed(_document(page).encode("utf-8"), parts)


def _document(page: str) -> str:
    """A document without text."""
    return (
        f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>'
        f'<w:footerReference w:type="default" r:id="footer1"/>{page}</w:sectPr></w:body></w:document>'
    )


def _page(margin: int, edge: int, *, on_its_side: bool = False) -> str:
    """The paper and its margins; header and footer stand ``edge`` from the edge of the paper."""
    size = f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
    if on_its_side:
        size = f'<w:pgSz w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"/>'
    return (
        f'{size}<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
    )


def settings(locale: str, *, mirror_margins: bool = False, even_pages: bool = False) -> str:
    """The settings of a document, with nothing in them that asks, tracks, protects or refreshes.

    Args:
        locale: The language and country of its text.
        mirror_margins: Whether left and right margins change places on even pages.
        even_pages: Whether even pages have their own header and footer.
    """
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("differentiateMultirowTableHeaders", 1))
    )
    return (
        f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>{"<w:mirrorMargins/>" if mirror_margins else ""}'
        f'<w:defaultTabStop w:val="720"/>{"<w:evenAndOddHeaders/>" if even_pages else ""}'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        f'<w:themeFontLang w:val="{locale}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts() -> str:
    """The table of fonts with our own alone."""
    return (
        f'{XML}<w:fonts xmlns:w="{W}"><w:font w:name="{SERIF}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
