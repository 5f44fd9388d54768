"""Tracked changes: all accepted they are the new text, all rejected the old one."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from leadkit.documents import Composition
from leadkit.documents.compare.comparison import FieldChange, compare
from leadkit.documents.compare.merging import merged
from leadkit.documents.redline.docx import to_redline
from leadkit.documents.standing import compose_standing
from leadkit.documents.tree.blocks import Block, Paragraph
from leadkit.documents.tree.document import Document, Layout
from leadkit.documents.tree.inline import Text, Value
from leadkit.documents.write.docx import to_docx
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.compare.versions import is_faithful
from tests.documents.letterhead.made import LETTERHEADS
from tests.documents.redline.reading import ACCEPTED, REJECTED, W, body_of, lines, revisions
from tests.documents.redline.texts import (
    PAIRS,
    article,
    bare,
    box,
    clause,
    document,
    items,
    rows,
    say,
    signature,
)
from tests.sampling import ALL, takes_long

EVERY = [(name, *pair) for name, pair in PAIRS.items()]
BOTH_WAYS = [*EVERY, *((f"{name}, back", new, old) for name, old, new in EVERY)]


@pytest.mark.parametrize(("old", "new"), [pytest.param(old, new, id=name) for name, old, new in BOTH_WAYS])
def test_accepted_it_is_the_new_text_and_rejected_the_old(old: Document, new: Document) -> None:
    redline = to_redline(compare(old, new))
    assert lines(redline, ACCEPTED) == lines(to_docx(_printed(new)))
    assert lines(redline, REJECTED) == lines(to_docx(_printed(old)))
    assert is_faithful(old, new, merged(old, new))
    assert bool(revisions(redline)) == (old != new)
    _is_sound(redline)


def _printed(text: Document) -> Document:
    """A card is laid out as a form: its sides belong to neither version."""
    return replace(text, layout=Layout.FORM) if text.layout is Layout.CARD else text


def _is_sound(redline: bytes) -> None:
    body = body_of(redline)
    marks = [each.get(f"{W}id") for each in body.iter(f"{W}ins", f"{W}del", f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks))
    names = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    for removed in body.iter(f"{W}del"):
        assert not list(removed.iter(f"{W}t", f"{W}instrText"))
    assert not list(body.iter(f"{W}moveFrom", f"{W}moveTo", f"{W}sectPrChange"))


@pytest.mark.parametrize("name", PAIRS)
def test_a_text_has_no_changes_from_itself(name: str) -> None:
    text = PAIRS[name][0]
    redline = to_redline(compare(text, text))
    assert revisions(redline) == []
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(redline)).namelist()
    assert lines(redline) == lines(to_docx(_printed(text)))


_WORDS = st.lists(st.sampled_from(("the", "parties", "agree", "to", "meet", "pay", "report")), min_size=1)
_SAID = _WORDS.map(" ".join)
_BLOCKS: st.SearchStrategy[list[Block]] = st.lists(
    st.one_of(
        _SAID.map(say), _SAID.map(box), _SAID.map(signature),
        st.lists(_SAID, min_size=1, max_size=4).map(lambda each: items(*each)),
        st.lists(st.builds("{}|{}".format, _SAID, _SAID), min_size=1, max_size=4).map(lambda each: rows(*each)),
    ),
    min_size=1, max_size=4,
)  # fmt: skip
_IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1, max_size=4)


@st.composite
def texts(draw: st.DrawFn) -> Document:
    names = draw(_IDS)
    made = [(bare if draw(st.booleans()) else clause)(name, *draw(_BLOCKS)) for name in names]
    cut = draw(st.integers(0, len(made)))
    parts = (article("first", *made[:cut]), article("second", *made[cut:]))
    return document(*(part for part in parts if part.clauses))


@settings(max_examples=150 if ALL else 6)
@given(texts(), texts())
def test_any_two_texts_can_be_had_back_whole(old: Document, new: Document) -> None:
    redline = to_redline(compare(old, new))
    assert lines(redline, ACCEPTED) == lines(to_docx(new))
    assert lines(redline, REJECTED) == lines(to_docx(old))
    _is_sound(redline)


_AGREEMENT = st.fixed_dictionaries(
    {},
    optional={
        "term": st.sampled_from(["1 years", "3 years"]),
        "notice": st.sampled_from(["30 days", "60 days"]),
        "version": st.sampled_from(["1.0", "1.1", None]),
        "status": st.sampled_from(["draft", "adopted"]),
        "governing_law": st.just("the State of Example"),
        "principles": st.lists(st.sampled_from(["harm reduction", "no wrong door", "free choice"]), min_size=1),
    },
)


@settings(max_examples=100 if ALL else 6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_AGREEMENT, _AGREEMENT, st.sets(st.sampled_from(["county", "police", "network"]), max_size=2))
def test_any_two_small_programs_give_texts_that_can_be_had_back(
    composed: Callable[..., Composition], old: dict[str, Any], new: dict[str, Any], renamed: set[str]
) -> None:
    agency = {"signer": "B. Ortiz", "title": "Director", "duties": ["meet every month"]}
    agencies = {each: {"name": f"New {each.title()}", **agency} for each in sorted(renamed)}
    texts = [composed(agreement=old).document, composed(agreement=new, agencies=agencies).document]
    before, after = (text for text in texts if text is not None)  # whatever is drawn, nothing is missing
    redline = to_redline(compare(before, after))
    assert lines(redline, ACCEPTED) == lines(to_docx(after))
    assert lines(redline, REJECTED) == lines(to_docx(before))
    _is_sound(redline)


@takes_long
@pytest.mark.parametrize("seed", range(6))
def test_any_two_programs_give_texts_that_can_be_had_back(over_county: Callable[[str], Path], seed: int) -> None:
    drawn = random.Random(seed)
    old, new = (_drawn(over_county, drawn) for _ in range(2))
    redline = to_redline(compare(old, new))
    assert revisions(redline)
    assert lines(redline, ACCEPTED) == lines(to_docx(new))
    assert lines(redline, REJECTED) == lines(to_docx(old))
    _is_sound(redline)


def _drawn(over_county: Callable[[str], Path], drawn: random.Random) -> Document:
    """The memorandum of the example county with parts of its text removed or written otherwise."""
    while True:
        piece: dict[str, Any] = {}
        for name in drawn.sample(("agreement", "agencies", "governance", "procedure", "sharing"), 3):
            text = (programs() / "example-county" / f"{name}.yaml").read_text(encoding="utf-8")
            section = yaml.load(text, Loader=yaml.BaseLoader)[name]
            piece[name] = _piece(section, drawn)
        made = compose_standing(load(over_county(yaml.safe_dump(piece))).resolve(date(2026, 11, 1)), "mou").document
        if made is not None:
            return made


def _piece(part: dict[str, Any], drawn: random.Random) -> Any:
    name = drawn.choice(sorted(part))
    value = part[name]
    if isinstance(value, dict) and value:
        return {name: _piece(value, drawn)}
    if isinstance(value, str) and " " in value:
        return {name: " ".join(drawn.sample(value.split(), len(value.split())))}
    return {name: "~"}


def test_every_clause_that_differs_has_one_comment_with_field_values_and_author() -> None:
    old, new = (
        document(article("a", clause("one", Paragraph((Value(days, "agreement.notice"), Text(" before."))))))
        for days in ("30 days", "60 days")
    )
    new = document(*new.articles, article("b", clause("two", say("It is new."))))
    field = FieldChange("agreement.notice", "30 days", "60 days", "1234567", "A <b>\u202e& Co", "2026-02-01")
    comments = _comments(to_redline(compare(old, new, {field.path: field})))
    assert len(comments) == 2  # the clause with the value, and the one that is new
    assert "agreement.notice: 30 days → 60 days (commit 1234567 by A <b>□& Co on 2026-02-01)" in comments[0]
    assert "Numbers" in comments[0]
    assert "This clause is new." in comments[1]
    assert "the text of the clause two" in comments[1]


def _comments(redline: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(redline)) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
    assert {each.get(f"{W}date") for each in root} == {"2026-03-01T00:00:00Z"}
    assert {each.get(f"{W}author") for each in root} == {"leadkit"}
    placed = {each.get(f"{W}id") for each in body_of(redline).iter(f"{W}commentReference")}
    assert placed == {each.get(f"{W}id") for each in root}
    return ["\n".join("".join(map(str, p.itertext())) for p in each) for each in root]


def test_a_moved_clause_says_so() -> None:
    assert any("was moved" in each for each in _comments(to_redline(compare(*PAIRS["clauses moved"]))))


def test_a_hostile_author_is_text() -> None:
    redline = to_redline(compare(*PAIRS["word changed"]), author='"><w:p/>\x00\u202eEve')
    assert {each.get(f"{W}author") for each in revisions(redline)} == {'"><w:p/>□□Eve'}


@pytest.mark.parametrize("name", LETTERHEADS)
def test_it_is_printed_on_the_letterhead_of_the_new_text(name: str) -> None:
    old, new = PAIRS["item added and another changed"]
    new = replace(new, letterhead=LETTERHEADS[name]())
    redline = to_redline(compare(old, new))
    assert lines(redline, ACCEPTED) == lines(to_docx(new))
    header = [part.text for part in docx.Document(io.BytesIO(to_docx(new))).sections[0].header.paragraphs]
    assert [part.text for part in docx.Document(io.BytesIO(redline)).sections[0].header.paragraphs] == header


def test_the_same_texts_give_the_same_bytes_and_no_record_of_clauses() -> None:
    compared = compare(*PAIRS["clauses moved"])
    first = to_redline(compared)
    assert to_redline(compared) == first
    assert not [name for name in zipfile.ZipFile(io.BytesIO(first)).namelist() if name.startswith("customXml")]
