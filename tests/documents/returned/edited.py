"""A draft edited as a word processor edits it: runs, tracked changes, comments, paragraphs and rows, in raw XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Q = f"{{{W}}}"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WHO = {f"{Q}author": "Dana Reyes", f"{Q}date": "2027-01-15T10:00:00Z", f"{Q}id": "900"}


class Draft:
    """A draft under the hands of somebody."""

    def __init__(self, content: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(content))
        self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.comments: list[str] = []

    def saved(self) -> bytes:
        """The file as it comes back."""
        self.parts["word/document.xml"] = etree.tostring(self.root)
        if self.comments:
            self._add_comments()
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return made.getvalue()

    def paragraphs(self) -> Iterator[etree._Element]:
        """Every paragraph after the contents."""
        yield from self.root.iter(f"{Q}p")

    def paragraph(self, words: str) -> etree._Element:
        """The last paragraph that holds some words: titles stand in the contents first."""
        found = [each for each in self.paragraphs() if words in text_of(each)]
        assert found, words
        return found[-1]

    def write(self, words: str, new: str) -> None:
        """Type over words that stand in one run."""
        run = self._run(words)
        run.text = (run.text or "").replace(words, new)
        run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def track(self, words: str, new: str) -> None:
        """The same with a tracked deletion and insertion."""
        text = self._run(words)
        run = text.getparent()
        before, after = (text.text or "").split(words, 1)
        pieces = [_like(run, before), _change("del", _like(run, words, "delText")),
                  _change("ins", _like(run, new)), _like(run, after)]  # fmt: skip
        place = run.getparent().index(run)
        run.getparent()[place : place + 1] = pieces if new else [*pieces[:2], pieces[3]]

    def delete(self, words: str) -> None:
        """Delete a whole paragraph, with the bookmarks that end in it put at the end of the one before."""
        gone = self.paragraph(words)
        before = gone.getprevious()
        for each in list(gone):
            if each.tag in (f"{Q}bookmarkStart", f"{Q}bookmarkEnd"):
                before.append(each)
        gone.getparent().remove(gone)

    def add_after(self, words: str, new: str, *, style: str = "") -> None:
        """Add a paragraph after another one, set as that one or in a style."""
        here = self.paragraph(words)
        here.addnext(_plain(here, new, style))

    def split(self, words: str) -> None:
        """Press Enter before some words."""
        text = self._run(words)
        paragraph = self.paragraph(words)
        before, after = (text.text or "").split(words, 1)
        text.text = before
        rest = _plain(paragraph, words + after, "")
        run = text.getparent()
        for each in list(run.itersiblings()):
            rest.append(each)
        paragraph.addnext(rest)

    def join(self, words: str) -> None:
        """Press Delete at the end of a paragraph."""
        first = self.paragraph(words)
        second = first.getnext()
        for each in list(second):
            if each.tag != f"{Q}pPr":
                first.append(each)
        second.getparent().remove(second)

    def references(self, words: str) -> list[etree._Element]:
        """The numbers that the references of a paragraph show."""
        found, inside = [], False
        for each in self.paragraph(words).iter(f"{Q}fldChar", f"{Q}t"):
            if each.tag == f"{Q}fldChar":
                inside = each.get(f"{Q}fldCharType") == "separate"
            elif inside:
                found.append(each)
        return found

    def comment(self, words: str, says: str) -> None:
        """Comment on the run that holds some words."""
        run = self._run(words).getparent()
        id_ = str(len(self.comments))
        run.addprevious(etree.Element(f"{Q}commentRangeStart", {f"{Q}id": id_}))
        reference = etree.Element(f"{Q}r")
        etree.SubElement(reference, f"{Q}commentReference", {f"{Q}id": id_})
        run.addnext(reference)
        run.addnext(etree.Element(f"{Q}commentRangeEnd", {f"{Q}id": id_}))
        self.comments.append(says)

    def without_bookmarks(self) -> None:
        """Lose every bookmark, as pasted text does."""
        for each in list(self.root.iter(f"{Q}bookmarkStart", f"{Q}bookmarkEnd")):
            each.getparent().remove(each)

    def _run(self, words: str) -> etree._Element:
        found = [each for each in self.root.iter(f"{Q}t") if words in (each.text or "")]
        assert found, words
        return found[-1]

    def _add_comments(self) -> None:
        root = etree.Element(f"{Q}comments", nsmap={"w": W})
        for number, says in enumerate(self.comments):
            made = etree.SubElement(root, f"{Q}comment", {**WHO, f"{Q}id": str(number)})
            run = etree.SubElement(etree.SubElement(made, f"{Q}p"), f"{Q}r")
            etree.SubElement(run, f"{Q}t").text = says
        self.add_part("comments", etree.tostring(root))

    def add_part(self, kind: str, content: bytes) -> None:
        """Add a part that the text points at: comments, or footnotes."""
        self.parts[f"word/{kind}.xml"] = content
        types = self.parts["[Content_Types].xml"].decode()
        entry = f'<Override PartName="/word/{kind}.xml" ContentType="{WORD}.{kind}+xml"/></Types>'
        self.parts["[Content_Types].xml"] = types.replace("</Types>", entry).encode()
        name = "word/_rels/document.xml.rels"
        link = f'<Relationship Id="own{kind}" Type="{RELATED}/{kind}" Target="{kind}.xml"/></Relationships>'
        self.parts[name] = self.parts[name].decode().replace("</Relationships>", link).encode()


def edited(content: bytes, edit: Callable[[Draft], None]) -> bytes:
    """A draft after an edit."""
    draft = Draft(content)
    edit(draft)
    return draft.saved()


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph."""
    return "".join(each.text or "" for each in paragraph.iter(f"{Q}t"))


def _like(run: etree._Element, text: str, tag: str = "t") -> etree._Element:
    made = etree.Element(f"{Q}r")
    properties = run.find(f"{Q}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    words = etree.SubElement(made, f"{Q}{tag}")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _change(kind: str, run: etree._Element) -> etree._Element:
    made = etree.Element(f"{Q}{kind}", WHO)
    made.append(run)
    return made


def _plain(like: etree._Element, text: str, style: str) -> etree._Element:
    made = etree.Element(f"{Q}p")
    properties = like.find(f"{Q}pPr")
    if style:
        etree.SubElement(etree.SubElement(made, f"{Q}pPr"), f"{Q}pStyle", {f"{Q}val": style})
    elif properties is not None:
        made.append(deepcopy(properties))
    made.append(_like(made, text))
    return made
