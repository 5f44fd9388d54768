"""What this room writes it reads back as it was, without a finding."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.source.characters import BREAKS, CONTROLS, INVISIBLE
from leadkit.source.reading import read_text
from leadkit.source.tree import Plain, plain
from leadkit.source.writing import to_yaml


def _printable(char: str) -> bool:
    unwanted = any(first <= char <= last for first, last in _ranges())
    return not unwanted and (char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Cn"))


def _ranges() -> list[tuple[str, str]]:
    text, found, at = CONTROLS + BREAKS + INVISIBLE + "\r\r", [], 0
    while at < len(text):
        wide = text[at + 1 : at + 2] == "-"
        found.append((text[at], text[at + 2] if wide else text[at]))
        at += 3 if wide else 1
    return found


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cn")).filter(_printable), max_size=60)
YAMLISH = st.text(st.sampled_from("ab01 :#-?!&*%@`{}[],|>'\"~<=.\n\t“é§"), max_size=40)
NAME = TEXT.filter(bool) | YAMLISH.filter(bool)


@given(st.recursive(TEXT | YAMLISH | st.none(), lambda inner: st.lists(inner) | st.dictionaries(NAME, inner)))
def test_any_tree_of_text_reads_back_as_itself(value: Plain) -> None:
    tree: Plain = {"field": value}
    root, found = read_text(to_yaml(tree), "file.yaml")
    assert plain(root) == tree
    assert not found


@pytest.mark.parametrize(
    "text", ["no", "2026-11-24", "06037", "9.40", "10:00", "Peña & Sons, Inc.", "Who pays?", "1_0"]
)
def test_ordinary_text_is_written_without_quotes(text: str) -> None:
    assert to_yaml({"field": text}) == f"field: {text}\n"


@pytest.mark.parametrize(
    "text", ["", "~", "null", "*", "a: b", "a #b", "{{ x }}", "- a", "“a”", "!x", " a", "a ", "a:"]
)
def test_what_could_be_read_as_something_else_is_quoted(text: str) -> None:
    assert to_yaml({"field": text}) == f'field: "{text}"\n'


def test_what_occurs_twice_is_written_twice() -> None:
    twice: Plain = {"a": "b"}
    assert to_yaml({"one": twice, "two": twice}) == "one:\n  a: b\ntwo:\n  a: b\n"


def test_words_stand_in_brackets_and_sentences_below_each_other() -> None:
    assert to_yaml({"words": ["a", "b-c"], "lines": ["A word", "b"]}) == "words: [a, b-c]\nlines:\n- A word\n- b\n"
