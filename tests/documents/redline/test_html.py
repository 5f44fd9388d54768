"""The redline as a page: marks that are seen and heard, numbers of the new text, and nothing but text from a value."""

from __future__ import annotations

import re

import pytest
from lxml import html

from leadkit.documents import to_html
from leadkit.documents.compare.comparison import FieldChange, compare
from leadkit.documents.redline.html import IDENTICAL, to_html_redline
from leadkit.documents.tree.document import Document, Layout
from tests.documents.redline.texts import PAIRS

HEARD = re.compile(r'<span class="heard">\[(?:added|removed): </span>|<span class="heard">\]</span>')
NUMBER = re.compile(r'<span class="number">.*?</span> ?')


def _main(page: str, gone: str = "") -> list[str]:
    """The words of the text, line by line, without what was added or without what was removed, and without numbers."""
    root = html.fromstring(HEARD.sub("", page)).get_element_by_id("text")
    for each in [*root.iter(gone or "ins")] if gone else []:
        each.drop_tree()
    for each in root.xpath("//*[@class='number'] | //footer"):
        each.drop_tree()
    kinds = root.iter("h2", "h3", "p", "dt", "dd", "td", "th", "caption")
    lines = (" ".join(each.text_content().split()) for each in kinds)
    return [re.sub(r"^(Article|Appendix) \w+\. ", "", line) for line in lines if line]


@pytest.mark.parametrize(("name", "old", "new"), [(name, *pair) for name, pair in PAIRS.items()])
def test_either_text_can_be_read_in_it(name: str, old: Document, new: Document) -> None:
    if new.layout is Layout.CARD:
        pytest.skip("a card is laid out as a form")
    page = to_html_redline(compare(old, new))
    assert _main(page, "del") == _main(to_html(new))
    if "reference" not in name:  # the words of a reference stay, and its number is the new one
        assert _main(page, "ins") == _main(to_html(old))


def test_a_page_without_changes_says_so() -> None:
    text = PAIRS["nothing"][0]
    page = to_html_redline(compare(text, text))
    assert IDENTICAL in page
    assert "<ins>" not in page
    assert "<del>" not in page


def test_marks_are_heard_and_a_hostile_value_is_text() -> None:
    field = FieldChange("agreement.term", "<script>", None, "abc", "<img src=x>\u202e", "2026-01-01")
    old, new = PAIRS["blank replaced"]
    page = to_html_redline(compare(old, new, {"x": FieldChange("x", field.old, field.new, "abc", field.author)}))
    assert '<del><span class="heard">[removed: </span>' in page
    assert '<ins><span class="heard">[added: </span>' in page
    assert "x: &lt;script&gt; → nothing (commit abc by &lt;img src=x&gt;□)" in page
    assert "<script" not in page


def test_every_link_leads_to_a_place() -> None:
    for old, new in PAIRS.values():
        root = html.fromstring(to_html_redline(compare(old, new)))
        ids = [each.get("id") for each in root.xpath("//*[@id]")]
        assert len(ids) == len(set(ids))
        assert {each.get("href").removeprefix("#") for each in root.iter("a")} <= set(ids)
