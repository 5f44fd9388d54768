"""What holds for any text."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from leadkit.diagnostic import Span
from leadkit.source import SourceText, read
from leadkit.source.decode import decode
from leadkit.source.document import document
from leadkit.source.making import make_entry, make_span, make_text
from leadkit.source.parse import FAST
from leadkit.source.tree import Entry, Mapping, Node, Plain, Sequence, Text, plain
from tests.sampling import examples

YAML_LIKE = st.text(alphabet="ab:- \n\t#'\"[]{},&*!|>?%@`~<.\\\r\u00a0\u200b\u2028é“”x0", max_size=60)
WORDS = """a:_|b:|-_|__|____|[|]|{|}|,_|'|"|_#4|#_c|&x_|*x|!t_|>|<<:_|notes:_|x-a:_|~|word|two_words|?_|\\|“|”"""
PIECES = st.lists(
    st.sampled_from([*WORDS.replace("_", " ").split("|"), "|", "\n", "\r\n", "\t", "---\n", "...\n"]),
    max_size=25,
).map("".join)
NAMES = st.text(alphabet="abcdefgh_", min_size=1, max_size=6).filter(lambda name: name != "notes")
PLAIN_TEXT = st.from_regex(r"[A-Za-z0-9é§(\$][A-Za-z0-9 é§.()/]{0,20}", fullmatch=True).map(str.strip)


def values(depth: int = 3) -> st.SearchStrategy[Plain]:
    texts: st.SearchStrategy[Plain] = st.one_of(st.none(), PLAIN_TEXT, st.text(alphabet="ab:#'\" \\,[é\n", max_size=8))
    if depth == 0:
        return texts
    return st.one_of(
        texts,
        st.lists(values(depth - 1), max_size=3),
        st.dictionaries(NAMES, values(depth - 1), max_size=3),
    )


def written(value: Plain, indent: int = 0) -> str:
    """Write a value as a planner might: blocks for groups, quotes where they are needed."""
    pad = "  " * indent
    if isinstance(value, dict) and value:
        return "".join(f"\n{pad}{name}:{written(item, indent + 1)}" for name, item in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{pad}-{written(item, indent + 1)}" for item in value)
    if isinstance(value, dict | list):
        return " {}" if isinstance(value, dict) else " []"
    if value is None:
        return ""
    return f" {value}" if is_plain(value) else f" {json.dumps(value, ensure_ascii=False)}"


def is_plain(value: str) -> bool:
    return bool(value) and all(c.isalnum() or c in " §.()/$" for c in value) and value == value.strip()


def texts(node: Node) -> list[Text]:
    if isinstance(node, Text):
        return [node]
    if isinstance(node, Sequence):
        return [text for item in node.items for text in texts(item)]
    return [text for entry in node.entries.values() for text in (entry.key, *texts(entry.value))]


@given(st.binary(max_size=80))
@example(b"\xff\xfea\x00")
@example(b"\xef\xbb\xbfa: 1")
@example(b"\xed\xa0\x80")
def test_no_bytes_raise(data: bytes) -> None:
    decoded = decode("f.yaml", data)
    if decoded.text is not None:
        document("f.yaml", decoded.text, fast=FAST)
        document("f.yaml", decoded.text, fast=False)


@settings(max_examples=examples(40), deadline=None)
@given(st.binary(max_size=60))
def test_no_file_raises(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "program.yaml").write_bytes(data)
        found = read(folder)
    assert found.diagnostics or found.root.entries or not plain(found.root)


@settings(max_examples=examples(400))
@given(st.one_of(YAML_LIKE, PIECES))
def test_no_text_raises_and_every_finding_stands_in_the_text(text: str) -> None:
    last = len(SourceText("f.yaml", text).starts)
    for fast in {FAST, False}:
        for finding in document("f.yaml", text, fast=fast).diagnostics:
            assert finding.message
            assert finding.remedy
            for span in finding.spans:
                assert 1 <= span.line <= span.end_line <= last
                assert (span.line, span.column) <= (span.end_line, span.end_column)


@settings(max_examples=examples(400))
@given(PIECES)
def test_what_one_reader_reads_the_other_reads_too(text: str) -> None:
    # Of all that YAML allows, the slow reader of the library alone refuses a tab after the mark of a block.
    assume(not re.search(r"[|>][-+1-9]*\t", text))
    fast, slow = document("f.yaml", text, fast=FAST), document("f.yaml", text, fast=False)
    if not fast.diagnostics or not slow.diagnostics:
        assert fast == slow


@given(st.dictionaries(NAMES, values(), min_size=1, max_size=4))
def test_what_was_written_is_what_is_read(value: dict[str, Plain]) -> None:
    read = document("f.yaml", written(value) + "\n")
    assert not read.diagnostics
    assert plain(read.root) == value


@given(st.dictionaries(NAMES, values(), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_the_span_of_a_plain_text_is_that_text(value: dict[str, Plain], newline: str) -> None:
    content = written(value).replace("\n", newline) + newline
    source = SourceText("f.yaml", content)
    for text in texts(document("f.yaml", content).root):
        if text.quoted:
            assert json.loads(_written_at(source, text.span)) == text.value
        else:
            assert _written_at(source, text.span) == (text.value or "")


@given(st.text(), st.tuples(*[st.integers(1, 99)] * 4), st.booleans())
def test_quickly_made_values_are_the_ordinary_ones(word: str, at: tuple[int, int, int, int], quoted: bool) -> None:
    span = make_span("f", *at)
    text = make_text(word, span, quoted)
    assert (type(span), span, hash(span)) == (Span, Span("f", *at), hash(Span("f", *at)))
    assert (type(text), text) == (Text, Text(word, span, quoted, (span,)))
    entry = make_entry(text, Mapping({}, span, (span,)))
    assert (type(entry), entry) == (Entry, Entry(text, Mapping({}, span, (span,))))


def _written_at(source: SourceText, span: Span) -> str:
    """The characters of a span."""
    return source.text[source.offset(span.line, span.column) : source.offset(span.end_line, span.end_column)]
