"""What counsel wrote where no clause takes it: it is told, and never put in another place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from leadkit.documents.overrides.saving import save
from tests.documents.returned.conftest import County
from tests.documents.returned.edited import Draft, Q, W, text_of
from tests.sampling import sampled

EITHER = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _heading(draft: Draft, words: str) -> etree._Element:
    return next(each for each in draft.paragraphs() if text_of(each) == words and "Heading1" in _style(each))


def _style(paragraph: etree._Element) -> list[str]:
    return [each.get(f"{Q}val", "") for each in paragraph.iter(f"{Q}pStyle")]


def _under_an_article(draft: Draft) -> None:
    draft.add_after("Principles", "Written under the heading.", style="BodyText")
    made = draft.paragraph("Written under the heading.")
    _heading(draft, "Governance").addnext(made)


def _answer_on_the_cover(draft: Draft) -> None:
    run = next(each for each in draft.root.iter(f"{Q}t") if "Who else signs the agreement?" in (each.text or ""))
    run.text = f"{run.text} Nobody else."


def _run(draft: Draft) -> etree._Element:
    run = draft._run("bears its own cost").getparent()
    assert run is not None
    return run


def _beside(name: str, **attributes: str) -> Callable[[Draft], None]:
    def edit(draft: Draft) -> None:
        _run(draft).append(etree.Element(name, attributes))

    return edit


def _formula(draft: Draft) -> None:
    _run(draft).addnext(etree.Element(f"{{{MATH}}}oMath"))


def _another_file(draft: Draft) -> None:
    draft.paragraph("bears its own cost").addnext(etree.Element(f"{Q}altChunk"))


def _boxed(draft: Draft, words: str) -> etree._Element:
    """A text box after some words, with a second writing for older programs, as Word writes it."""
    made = etree.SubElement(_run(draft), f"{{{EITHER}}}AlternateContent")
    for name in ("Choice", "Fallback"):
        box = etree.SubElement(etree.SubElement(made, f"{{{EITHER}}}{name}"), f"{Q}txbxContent")
        paragraph = etree.SubElement(box, f"{Q}p")
        etree.SubElement(etree.SubElement(paragraph, f"{Q}r"), f"{Q}t").text = words
    return made


def _box(draft: Draft) -> None:
    _boxed(draft, "Ask the board.")


def _commented_box(draft: Draft) -> None:
    box = _boxed(draft, "Ask the board.")
    draft.comments.append("Which board?")
    etree.SubElement(next(box.iter(f"{Q}r")), f"{Q}commentReference", {f"{Q}id": "0"})


def _footnote(draft: Draft) -> None:
    etree.SubElement(_run(draft), f"{Q}footnoteReference", {f"{Q}id": "7"})
    root = etree.Element(f"{Q}footnotes", nsmap={"w": W})
    paragraph = etree.SubElement(etree.SubElement(root, f"{Q}footnote", {f"{Q}id": "7"}), f"{Q}p")
    gone = etree.SubElement(etree.SubElement(paragraph, f"{Q}del"), f"{Q}r")
    etree.SubElement(gone, f"{Q}delText").text = "Within reason."
    etree.SubElement(etree.SubElement(paragraph, f"{Q}r"), f"{Q}t").text = "Save for the retainer."
    draft.add_part("footnotes", etree.tostring(root))


def _typed_over(draft: Draft) -> None:
    draft.references("These survive the end")[-1].text = "15.5"


def _moved_in(draft: Draft) -> None:
    """Press Tab in an item, as editors write it: over its style."""
    properties = draft.paragraph("These survive the end").find(f"{Q}pPr")
    assert properties is not None
    for old in properties.findall(f"{Q}numPr"):
        properties.remove(old)
    numbering = etree.SubElement(properties, f"{Q}numPr")
    etree.SubElement(numbering, f"{Q}ilvl", {f"{Q}val": "3"})
    etree.SubElement(numbering, f"{Q}numId", {f"{Q}val": "1"})


TOLD: dict[str, tuple[Callable[[Draft], None], str]] = {
    "under the heading of an article": (_under_an_article, "heading of “Governance”"),
    "in the list of what is open": (_answer_on_the_cover, "Nobody else."),
    "a symbol": (_beside(f"{Q}sym", **{f"{Q}char": "F0A7"}), "a symbol"),
    "a formula": (_formula, "a formula"),
    "another file": (_another_file, "another file"),
    "a text box": (_box, "hears it.”, which says “Ask the board.”, and"),
    "a footnote": (_footnote, "a footnote after “"),
    "what a footnote says": (_footnote, "which says “Save for the retainer.”"),
    "a comment in a text box": (_commented_box, "comments on a text box in "),
    "an item moved in its list": (_moved_in, "was moved one level in or more"),
    "a number of a reference": (_typed_over, "reference to 15.4, which shows “15.5” in “These survive"),
}


@pytest.mark.parametrize("name", sampled(TOLD, 3))
def test_it_is_told_and_not_guessed(county: County, name: str) -> None:
    edit, said = TOLD[name]
    made = county.review(edit)
    assert not made.proposes
    assert said in " ".join(each.message for each in made.findings)
    assert not any("_lkr_" in each.message for each in made.findings)


def test_a_number_that_was_refreshed_after_a_new_clause_is_no_edit(county: County) -> None:
    def edit(draft: Draft) -> None:
        draft.add_after("The care of Participants", "The mediator is chosen by lot.", style="BodyText")
        draft.add_after("The care of Participants", "Choice of the Mediator", style="Heading2")
        _typed_over(draft)

    made = county.review(edit)
    assert [each.message for each in made.findings] == []
    assert [each.clause for each in made.words] == ["choice-of-the-mediator"]


def test_a_field_without_an_end_takes_no_text_with_it(county: County) -> None:
    def edit(draft: Draft) -> None:
        draft._run("bears its own cost").addprevious(etree.Element(f"{Q}fldChar", {f"{Q}fldCharType": "begin"}))

    made = county.review(edit)
    assert not made.proposes
    assert [each.code for each in made.findings] == ["LK745"]


def test_a_new_clause_is_put_in_once_however_often_the_file_is_reviewed(county: County) -> None:
    def edit(draft: Draft) -> None:
        draft.write("bears its own cost", "pays its own cost")
        last = "The care of Participants"
        draft.add_after(last, "The mediator is chosen by lot.", style="BodyText")
        draft.add_after(last, "Choice of the Mediator", style="Heading2")

    made = county.review(edit)
    assert {each.clause for each in made.words} == {"disputes", "choice-of-the-mediator"}
    assert save(made.before, made.after) is None
    again = county.review(edit)
    assert not again.proposes
    assert [each.message for each in again.findings] == []


def _foot(draft: Draft, change: Callable[[etree._Element], None]) -> None:
    root = etree.fromstring(draft.parts["word/footer1.xml"])
    change(root)
    draft.parts["word/footer1.xml"] = etree.tostring(root)


def _reworded(root: etree._Element) -> None:
    word = next(each for each in root.iter(f"{Q}t") if "Draft" in (each.text or ""))
    word.text = (word.text or "").replace("Draft", "Final, approved")


def _pictured(root: etree._Element) -> None:
    etree.SubElement(next(root.iter(f"{Q}r")), f"{Q}drawing")


def _emptied(root: etree._Element) -> None:
    root.remove(root[0])


def _counted(root: etree._Element) -> None:
    for each in root.iter(f"{Q}t"):
        each.text = "17" if each.text == "1" else each.text


def _hidden(kind: str) -> Callable[[etree._Element], None]:
    """A field without its other end, and words behind it."""

    def change(root: etree._Element) -> None:
        paragraph = etree.SubElement(root, f"{Q}p")
        etree.SubElement(paragraph, f"{Q}fldChar", {f"{Q}fldCharType": kind})
        etree.SubElement(paragraph, f"{Q}t").text = "Approved"

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_hidden("end"), ["Approved"]),
        (_reworded, ["Final, approved", "no longer says"]),
        (_pictured, ["shows a picture"]),
        (_emptied, ["no longer says"]),
        (_counted, []),
    ],
)
def test_what_was_written_into_a_footer_is_told(
    county: County, change: Callable[[etree._Element], None], said: list[str]
) -> None:
    made = county.review(lambda draft: _foot(draft, change))
    assert [each.code for each in made.findings] == ["LK756"] * len(said)
    assert all(words in each.message for words, each in zip(said, made.findings, strict=True))
    assert not made.proposes


def test_words_behind_a_field_without_an_end_are_told(county: County) -> None:
    made = county.review(lambda draft: _foot(draft, _hidden("begin")))
    assert "Approved" in " ".join(each.message for each in made.findings)


def test_two_new_clauses_with_one_heading_are_two(county: County) -> None:
    def edit(draft: Draft) -> None:
        last = "The care of Participants"
        for says in ("It is chosen by lot.", "It is paid by the county."):
            draft.add_after(last, says, style="BodyText")
            draft.add_after(last, "The Mediator", style="Heading2")

    made = county.review(edit)
    assert [each.message for each in made.findings] == []
    assert {(each.clause, each.file) for each in made.words} == {
        ("the-mediator", "the-mediator.md"), ("the-mediator-2", "the-mediator-2.md"),
    }  # fmt: skip
    assert save(made.before, made.after) is None
    assert not county.review(edit).proposes


def test_a_link_leads_no_words_out_of_the_program(county: County, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (county.folder / "clauses").mkdir()
    (county.folder / "clauses/mou").symlink_to(outside)
    made = county.review(lambda draft: draft.write("bears its own cost", "pays its own cost"))
    trouble = save(made.before, made.after)
    assert trouble is not None
    assert "clauses/mou is a link" in trouble.message
    assert not list(outside.iterdir())
    assert "overrides" not in county.text("documents.yaml")
