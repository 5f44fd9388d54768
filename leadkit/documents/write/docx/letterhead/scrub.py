"""Taking out of a part what must not come along: comments, tracked changes, bindings, addresses."""

from __future__ import annotations

from lxml import etree

from leadkit.documents.write.docx.xml import Element, R, W

_GONE = (
    "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "bookmarkStart", "bookmarkEnd",
    "permStart", "permEnd", "proofErr", "dataBinding", "smartTagPr", "customXmlPr", "footnoteReference",
    "endnoteReference", "rsid",
    "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange",
    "sectPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
)  # fmt: skip
_UNWRAPPED = ("ins", "moveTo", "smartTag", "customXml")
_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_ADDRESSES = ("src", "href", "althref", f"{{{_OFFICE}}}href", f"{{{_OFFICE}}}althref", f"{{{R}}}href")
_BINDING_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"
_RSID = f"{{{W}}}rsid"


def scrubbed(root: Element) -> Element:
    """Take tracked changes as accepted, and take out what belongs to the file that the part came from."""
    for each in list(root.iter(*(f"{{{W}}}{name}" for name in _GONE), _BINDING_2012)):
        _without(each)
    for each in list(root.iter(*(f"{{{W}}}{name}" for name in _UNWRAPPED))):
        _unwrapped(each)
    for each in root.iter(etree.Element):
        for name in [name for name in each.attrib if str(name).startswith(_RSID)]:
            del each.attrib[name]
        # A picture of the old drawing format may name an address instead of a part of the file.
        if etree.QName(each).namespace in (_VML, _OFFICE):
            for name in _ADDRESSES:
                each.attrib.pop(name, "")
    return root


def _without(each: Element) -> None:
    parent = each.getparent()
    if parent is not None:
        parent.remove(each)


def _unwrapped(each: Element) -> None:
    parent = each.getparent()
    if parent is not None:
        place = parent.index(each)
        parent[place : place + 1] = list(each)
