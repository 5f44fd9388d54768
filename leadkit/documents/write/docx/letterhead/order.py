"""The order in which the schema wants children (ISO/IEC 29500-1, annex A); Word repairs a file that breaks it."""

from __future__ import annotations

from leadkit.documents.write.docx.xml import Element, W, element

STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
DEFAULTS = "rPrDefault pPrDefault"


def child(parent: Element, name: str, order: str) -> Element:
    """The child of a name; where there is none, an empty one is put in its place."""
    found = parent.find(f"{{{W}}}{name}")
    return put(parent, element(name), order) if found is None else found


def put(parent: Element, made: Element, order: str) -> Element:
    """Put a child where the schema wants it, instead of one of the same name.

    Args:
        parent: What it is put into.
        made: The child.
        order: The names of all children in the order of the schema.
    """
    for old in parent.findall(made.tag):
        parent.remove(old)
    _, _, rest = f" {order} ".partition(f" {made.tag.rpartition('}')[2]} ")
    after = {f"{{{W}}}{name}" for name in rest.split()}
    place = next((index for index, each in enumerate(parent) if each.tag in after), len(parent))
    parent.insert(place, made)
    return made
