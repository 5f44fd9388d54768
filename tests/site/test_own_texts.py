"""A program's own texts on the Spanish pages: in Spanish where the program says them so, else marked as English."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.documents.tree.inline import Text, Value
from leadkit.documents.tree.trace import walk
from leadkit.model.load import load
from leadkit.resources import programs
from leadkit.site.composing import Composing
from leadkit.site.page import PAGES

SUMMARY = "Officers may offer a case manager.\n\nIt costs nothing."


@pytest.mark.parametrize(
    ("english", "printed"),
    [
        (SUMMARY, [("Un agente puede ofrecerlo.", ""), ("No cuesta nada.", "")]),
        ("Another text.", [("Officers may offer a case manager.", "en"), ("It costs nothing.", "en")]),
    ],
)
def test_a_long_text_is_in_spanish_where_the_program_says_it_so(
    english: str, printed: list[tuple[str, str]], county: Any, put: Callable[..., Path]
) -> None:
    said = {"text": english, "said_in": {"es": "Un agente puede ofrecerlo.\n\nNo cuesta nada."}}
    county["program"] |= {"summary": SUMMARY, "texts": {"summary": said}}
    standing = load(put(county)).resolve()
    assert standing.program is not None
    page = Composing(standing, standing.program).document("index", "es")
    shown = [node for node in walk(page) if isinstance(node, Value) and node.path == "program.summary"]
    assert [(each.text, each.language) for each in shown] == printed


@pytest.mark.parametrize("program", ["example-county", "santa-fe-nm"])
def test_no_english_stands_unmarked_on_a_spanish_page(program: str) -> None:
    standing = load(programs() / program).resolve()
    assert standing.program is not None
    pages = Composing(standing, standing.program)
    shown = [node for id_ in PAGES for node in walk(pages.document(id_, "es")) if isinstance(node, Text | Value)]
    assert len(shown) > 200
    assert not [node for node in shown if not node.language and _ENGLISH.search(node.text)]


_ENGLISH = re.compile(r"\b(?:the|of|and|that|every|daily|with|for)\b", re.IGNORECASE)
