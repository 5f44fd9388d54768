"""A jurisdiction's letterhead as the base of its Word documents.

The file comes from outside, so nothing of it is used as it is: what a letterhead consists of (page, headers, footers,
pictures, styles, the lists that these use) is taken out part by part, and a new package is made of it. What is not on
that list, such as comments, other people's properties or a protection, cannot come along.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from leadkit.documents.codes import LETTERHEAD_IN_TEXT
from leadkit.documents.guest import LETTERHEAD, UnfitFile
from leadkit.documents.words.english import ENGLISH
from leadkit.documents.write.docx.archive import Archive, open_archive
from leadkit.documents.write.docx.base import fonts, settings
from leadkit.documents.write.docx.letterhead.furniture import Furniture, Pictures, furniture, is_shown
from leadkit.documents.write.docx.letterhead.numbering import kept_numbering
from leadkit.documents.write.docx.letterhead.page import Page, last_page, on
from leadkit.documents.write.docx.letterhead.scrub import scrubbed
from leadkit.documents.write.docx.letterhead.sheet import StyleSheet
from leadkit.documents.write.docx.opc import WORD, BasePart, packed, word_part
from leadkit.documents.write.docx.styles import styles_xml
from leadkit.documents.write.docx.xml import Element, R, W, begin_file, element

_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


@lru_cache(maxsize=2)
def letterhead_base(content: bytes, locale: str = ENGLISH.locale) -> bytes:
    """An empty document with the page, headers, footers and styles of a letterhead, and with leadkit's styles.

    Raises:
        UnfitFile: It cannot or must not be used.
    """
    begin_file()
    with LETTERHEAD.parsed():
        archive = open_archive(content, LETTERHEAD)
        set_ = _related(archive, "settings", "settings")
        mirror, even = (on(set_.find(f"{{{W}}}{name}")) for name in ("mirrorMargins", "evenAndOddHeaders"))
        page = last_page(scrubbed(archive.copy(archive.main)))
        standing = list(furniture(archive, page, even_pages=even))
        _refuse_text_alone(archive, standing)
        theme = list(_theme(archive))
    ours = etree.fromstring(styles_xml(locale, page.text_width).encode("utf-8"))
    with LETTERHEAD.parsed():
        sheet, numbering = _styled(archive, ours, [each.root for each in standing], locale)
    parts = [
        word_part("styles.xml", "styles", etree.tostring(sheet)),
        word_part("numbering.xml", "numbering", etree.tostring(numbering)),
        word_part("settings.xml", "settings", settings(locale, mirror_margins=mirror, even_pages=even)),
        word_part("fontTable.xml", "fontTable", fonts()),
        *theme,
    ]
    headed = [_part(each, index) for index, each in enumerate(standing, 1)]
    return packed(_document(page, zip(standing, headed, strict=True)), [*parts, *headed])


def _refuse_text_alone(archive: Archive, standing: list[Furniture]) -> None:
    pictures = archive.xml(archive.main).iter(f"{{{W}}}drawing", f"{{{W}}}pict")
    if not any(is_shown(each.root) for each in standing) and next(pictures, None) is not None:
        raise UnfitFile(
            LETTERHEAD_IN_TEXT,
            "The header and footer of the letterhead are empty; its pictures stand in the text, which is not kept.",
            "In Word, cut the picture, double-click at the top of the page, and paste it into the header.",
        )


def _related(archive: Archive, kind: str, root: str) -> Element:
    """A part of the letterhead; an empty one where it has none."""
    name = archive.one(archive.main, kind)
    return element(root) if name is None else scrubbed(archive.copy(name))


def _styled(archive: Archive, ours: Element, standing: list[Element], locale: str) -> tuple[Element, Element]:
    """Its styles with ours, and the lists that they and its headers and footers use."""
    sheet = StyleSheet(_related(archive, "styles", "styles"), ours, locale)
    numbering = _related(archive, "numbering", "numbering")
    for each in (*standing, numbering):
        sheet.rename_in(each)
    sheet.keep_for(standing)
    kept_numbering(numbering, [sheet.root, *standing])
    sheet.merge()
    return sheet.root, numbering


def _theme(archive: Archive) -> Iterator[BasePart]:
    """Its fonts and colours, to which styles refer by name."""
    name = archive.one(archive.main, "theme")
    if name is not None:
        tree = archive.copy(name)
        yield BasePart("theme/theme1.xml", "theme", _THEME, etree.tostring(tree), Pictures(archive).of(name, [tree]))


def _part(each: Furniture, index: int) -> BasePart:
    content = etree.tostring(each.root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return BasePart(f"{each.kind}{index}.xml", each.kind, f"{WORD}.{each.kind}+xml", content, each.pictures)


def _document(page: Page, headed: Iterator[tuple[Furniture, BasePart]]) -> bytes:
    references = []
    for each, part in headed:
        reference = element(f"{each.kind}Reference", type=each.type)
        reference.set(f"{{{R}}}id", part.id)
        references.append(reference)
    document = element("document", element("body", element("sectPr", *references, *page.properties)))
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)
