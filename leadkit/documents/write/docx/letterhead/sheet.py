"""The styles of a letterhead with ours among them: its fonts, sizes and colours, our numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from leadkit.documents.write.docx.letterhead import order
from leadkit.documents.write.docx.letterhead.adopt import adopt, no_number, remove
from leadkit.documents.write.docx.xml import Element, W, element

_ID, _VAL, _DEFAULT, _TYPE = (f"{{{W}}}{name}" for name in ("styleId", "val", "default", "type"))
_POINTERS = tuple(f"{{{W}}}{name}" for name in (
    "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink"
))  # fmt: skip
_NOT_OF_LOOKS = ("lang", "vanish", "specVanish", "webHidden")
"""What a style of the letterhead may not decide: the language of our text, and whether it is seen."""

_NUMBERED = f"{{{W}}}pPr/{{{W}}}numPr"


class StyleSheet:
    """The part ``styles.xml`` of a letterhead on its way to hold our styles too.

    Attributes:
        root: Its tree.
    """

    def __init__(self, root: Element, ours: Element, locale: str) -> None:
        self.root = root
        self._locale = locale
        self._ours = ours
        self._new_ids = dict(self._renamed())
        for each in _styles(root):
            each.set(_ID, self._new_id(each.get(_ID, "")))
        self.rename_in(root)

    def rename_in(self, tree: Element) -> None:
        """Let a part name the styles by their new ids."""
        for each in tree.iter(*_POINTERS):
            each.set(_VAL, self._new_id(each.get(_VAL, "")))

    def _new_id(self, id_: str) -> str:
        return self._new_ids.get(id_, id_)

    def _renamed(self) -> Iterator[tuple[str, str]]:
        """New ids: Word knows a style by its name, which is *heading 1* in every language, while ids differ.

        A style that has the name of one of ours gets its id; one that has the id and is of another type gives way.
        """
        theirs = _styles(self.root)
        ids = {each.get(_ID, "") for each in theirs}
        for ours in _styles(self._ours):
            id_, type_ = ours.get(_ID, ""), ours.get(_TYPE)
            same = next((each for each in theirs if _name(each) == _name(ours) and each.get(_TYPE) == type_), None)
            holder = next((each for each in theirs if each.get(_ID) == id_), None)
            if same is not None and same is not holder:
                yield same.get(_ID, ""), id_
            if holder is not None and holder is not same and (same is not None or holder.get(_TYPE) != type_):
                yield id_, _free(id_, ids)

    def keep_for(self, standing: Iterable[Element]) -> None:
        """Let headers and footers keep the looks of styles that are about to get our numbers and places."""
        known, kept = self._adopted(), dict[str, str]()
        for each in (pointer for root in standing for pointer in root.iter(f"{{{W}}}pStyle")):
            id_ = each.get(_VAL, "")
            if id_ in known and id_ not in kept:
                kept[id_] = self._copy(known[id_])
            each.set(_VAL, kept.get(id_, id_))

    def _copy(self, style: Element) -> str:
        """Add a copy of a style, and give its id."""
        made = deepcopy(style)
        made.attrib.pop(_DEFAULT, "")
        made.set(_ID, _free(style.get(_ID, ""), {each.get(_ID, "") for each in _styles(self.root)}))
        order.put(made, element("name", val=f"{made.get(_ID)} of the letterhead"), order.STYLE)
        # A pair of styles, one for paragraphs and one for words, points at each other; the copy has no partner.
        remove(made, "link")
        self.root.append(made)
        return made.get(_ID, "")

    def _adopted(self) -> dict[str, Element]:
        """Its paragraph styles that are ours too, by id; the style of plain text stays as it is."""
        ours = {each.get(_ID) for each in _styles(self._ours) if each.get(_TYPE) == "paragraph"} - {"Normal"}
        return {each.get(_ID, ""): each for each in _styles(self.root) if each.get(_ID) in ours}

    def merge(self) -> None:
        """Add our styles that it lacks; give those that it has our numbers and places."""
        known, adopted = {each.get(_ID) for each in _styles(self.root)}, self._adopted()
        for run in self.root.iter(f"{{{W}}}rPr"):
            for name in _NOT_OF_LOOKS:
                remove(run, name)
        for ours in _styles(self._ours):
            id_ = ours.get(_ID, "")
            if id_ in adopted:
                adopt(adopted[id_], ours)
            elif id_ not in known:
                self._add(deepcopy(ours))
        self._defaults()
        self._keep_numbers_ours()

    def _add(self, made: Element) -> None:
        """Add a style of ours; its name and its standing as default must be free."""
        for each in _styles(self.root):
            if made.get(_DEFAULT) and each.get(_TYPE) == made.get(_TYPE) and each.get(_DEFAULT) in ("1", "true", "on"):
                made.attrib.pop(_DEFAULT, "")
            if _name(each) == _name(made):
                order.put(each, element("name", val=f"{_name(each)} of the letterhead"), order.STYLE)
        self.root.append(made)

    def _keep_numbers_ours(self) -> None:
        """A style of the letterhead that is based on a heading of ours must not count as an article."""
        ours = {each.get(_ID) for each in _styles(self._ours)}
        numbered = {each.get(_ID) for each in _styles(self._ours) if each.find(_NUMBERED) is not None}
        for each in _styles(self.root):
            base = each.find(f"{{{W}}}basedOn")
            based = base is not None and base.get(_VAL) in numbered and each.get(_ID) not in ours
            if based and each.find(_NUMBERED) is None:
                order.put(order.child(each, "pPr", order.STYLE), no_number(), order.PARAGRAPH)

    def _defaults(self) -> None:
        """The language of the document; where the letterhead says nothing of fonts, ours."""
        defaults = self.root.find(f"{{{W}}}docDefaults")
        if defaults is None:
            found = self._ours.find(f"{{{W}}}docDefaults")
            assert found is not None
            defaults = deepcopy(found)
            self.root.insert(0, defaults)
        run = order.child(order.child(defaults, "rPrDefault", order.DEFAULTS), "rPr", "rPr")
        order.put(run, element("lang", val=self._locale, eastAsia="en-US", bidi="ar-SA"), order.RUN)


def _styles(root: Element) -> list[Element]:
    return root.findall(f"{{{W}}}style")


def _name(style: Element) -> str:
    found = style.find(f"{{{W}}}name")
    return "" if found is None else found.get(_VAL, "").casefold()


def _free(id_: str, taken: set[str]) -> str:
    number = 2
    while f"{id_}{number}" in taken:
        number += 1
    taken.add(f"{id_}{number}")
    return f"{id_}{number}"
