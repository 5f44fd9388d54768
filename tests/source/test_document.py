"""One file in, findings out: with libyaml and without, the same."""

from __future__ import annotations

import time

import pytest

from leadkit.diagnostic import Diagnostic, Severity, Span
from leadkit.source import SourceText, apply
from leadkit.source.document import Document, document
from leadkit.source.parse import FAST
from leadkit.source.tree import find, plain

READERS = [pytest.param(True, marks=pytest.mark.skipif(not FAST, reason="PyYAML lacks libyaml")), False]


def only(text: str, fast: bool = FAST) -> Diagnostic:
    """The one finding of a text."""
    found = document("f.yaml", text, fast=fast).diagnostics
    assert len(found) == 1, found
    return found[0]


def lines(finding: Diagnostic) -> list[int]:
    return [span.line for span in finding.spans]


# The text, the code, the line of the finding and the corrected line.
BROKEN = [
    ("a:\n  name: Police: Central\n  b: 1\n", "LK123", 2, 'name: "Police: Central"'),
    ('a:\n  name: say "x": y\n', "LK123", 2, "name: 'say \"x\": y'"),
    ("a: b:\n  c: 1\n", "LK123", 1, None),
    ("a: {b: c: d}\n", "LK123", 1, None),
    ("a:\n  name:Police\n  kind: x\n", "LK121", 2, "name: Police"),
    ("a:\n  kind: x\n  name:Police\n", "LK121", 3, "name: Police"),
    ("a: 1\nname:Police\nb: 2\n", "LK121", 2, "name: Police"),
    ("a:\n  name:Police\n", "LK121", 2, "name: Police"),
    ("a: {b:c}\n", "LK121", 1, "a: {b: c}"),
    ("a: {b:, c: 1}\n", "LK121", 1, "a: {b: , c: 1}"),
    ("a:\n  -x\n", "LK121", 2, "- x"),
    ("a: 1\nfoo\n", "LK122", 2, None),
    ("a:\n  b\n  c: 1\n", "LK122", 2, None),
    ('a: "foo\nb: 1\nc: 2\n', "LK124", 1, None),
    ("a: 'foo\nb: 1\n", "LK124", 1, None),
    ('a: "x\n---\n y"\n', "LK124", 1, None),
    ("a: 'don't'\nb: 1\n", "LK125", 1, 'a: "don\'t"'),
    ('a: "x" y\nb: 1\n', "LK125", 1, "a: '\"x\" y'"),
    ("a: [x] y\nb: 1\n", "LK125", 1, 'a: "[x] y"'),
    ("a: [x, y\nb: 1\n", "LK126", 1, None),
    ("a: [x, y\n", "LK126", 1, None),
    ("a: {x: 1, y: 2\nb: 1\n", "LK126", 1, None),
    ("a: [x}\nb: 1\n", "LK126", 1, None),
    ("a: {{ name }}\n", "LK127", 1, None),
    ("a: {{ name }} County\nb: 1\n", "LK127", 1, None),
    ("a: @foo\n", "LK128", 1, 'a: "@foo"'),
    ("a: `foo`\n", "LK128", 1, 'a: "`foo`"'),
    ("a: %foo\n", "LK128", 1, 'a: "%foo"'),
    ("a: **bold**\n", "LK128", 1, 'a: "**bold**"'),
    ("a: & Sons  # ours\n", "LK128", 1, 'a: "& Sons"'),
    ("a: >5 g\n", "LK128", 1, 'a: ">5 g"'),
    ("a: |text\n", "LK128", 1, 'a: "|text"'),
    ("a: ]\n", "LK128", 1, 'a: "]"'),
    ("%foo\na: 1\n", "LK128", 1, None),
    ("a:\n  b: 1\n   c: 2\n", "LK129", 3, None),
    ("a:\n    b: 1\n  c: 2\n", "LK129", 3, None),
    ("a:\n  - x\n  b: 1\n", "LK129", 3, None),
    ("a:\n  b: 1\n  - x\n", "LK129", 3, None),
    ('a: "C:\\path"\n', "LK130", 1, "a: 'C:\\path'"),
    ('a: "\\U00110000"\n', "LK130", 1, "a: '\\U00110000'"),
    ('a: "\\ud800"\n', "LK130", 1, "a: '\\ud800'"),
    ('a: "\\xZZ"\n', "LK130", 1, "a: '\\xZZ'"),
    ("a: 12 Main Street Apt #4\n", "LK131", 1, 'a: "12 Main Street Apt #4"'),
    ("unit: #4\n", "LK131", 1, 'unit: "#4"'),
    ("a:\n  - Apt #4\n", "LK131", 2, '- "Apt #4"'),
    ("a: foo #4\n  bar\n", "LK131", 1, 'a: "foo #4"'),
    ("a: [Apt #4, x]\nb: 1\n", "LK131", 1, None),
    ("a: “x”\n", "LK132", 1, 'a: "x"'),
    ('a: “say "x"”\n', "LK132", 1, "a: 'say \"x\"'"),
    ("a: “x: y”\n", "LK132", 1, 'a: "x: y"'),
    ("a: [x,,y]\n", "LK120", 1, None),
    ("a: - x\n", "LK120", 1, 'a: "- x"'),
    ("a:\n\tb: 1\n", "LK116", 2, None),
    ("a:\n  b: 1\n\tc: 2\n", "LK116", 3, None),
    ("a: [x,\n\ty]\n", "LK116", 2, None),
    ("a:\n  b:\u00a01\n  c: 2\n", "LK117", 2, None),
    ("- a\n- b\n", "LK140", 1, None),
    ("just text\n", "LK140", 1, None),
    ("a: &x 1\n", "LK143", 1, None),
    ("a: {b: *x}\n", "LK144", 1, None),
    ("a: !x 1\n", "LK145", 1, None),
    ("a: !foo!bar 1\n", "LK145", 1, 'a: "!foo!bar 1"'),
    ("a:\n  <<: {b: 1}\n", "LK146", 2, None),
    ("a: 1\n---\nb: 2\n", "LK147", 2, None),
    ("a: 1\n...\nb: 2\n", "LK147", 3, None),
    ("a:\n  ? [x]\n  : 1\n", "LK148", 2, None),
    ("a: {[x]: 1}\n", "LK148", 1, None),
    ("a:\n  : x\n", "LK149", 2, None),
    ("a:\n  ~: x\n", "LK149", 2, None),
    ("", "LK118", 1, None),
    ("# only a comment\n", "LK118", 1, None),
]


@pytest.mark.parametrize("fast", READERS)
@pytest.mark.parametrize(("text", "code", "line", "correction"), BROKEN)
def test_every_mistake_has_its_code_line_and_correction(
    text: str, code: str, line: int, correction: str | None, fast: bool
) -> None:
    finding = only(text, fast)
    assert (finding.code, finding.spans[0].line, finding.correction) == (code, line, correction)
    assert finding.remedy


@pytest.mark.parametrize(("text", "code", "line", "correction"), [row for row in BROKEN if row[3]])
def test_the_corrected_line_is_clean(text: str, code: str, line: int, correction: str) -> None:
    written = text.split("\n")
    indent = written[line - 1][: len(written[line - 1]) - len(written[line - 1].lstrip())]
    written[line - 1] = indent + correction
    again = document("f.yaml", "\n".join(written)).diagnostics
    assert code not in {finding.code for finding in again if finding.spans[0].line == line}


CLEAN = [
    "a: 10:00\nb: http://x.org/a#b\nc: x#4\nd: 5 # five\ne: [10:00, what is this?]\nf: it's\ng: a “b” c\n",
    "---\na: 1\n",
    "%YAML 1.2\n---\na: 1\n",
    "a: |\n  text\n  \tindented with a tab\nb: 1\n",
    'a: "x\n\ty"\nb: 1\n',
    "a:\tx\t# c\n\t\nb: 1\n",
    "x-anything: {a: 1}\na: 1 # note\n#no space\n",
    "a: שלום\nb: naïve – “quoted” part\nc: \U0001f600\n",
    'a: "\\u200f"\n',
    "a: x\ty\n",
    "a: {b: x?, c: y}\n",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_no_mistake_is_read_the_same_with_and_without_libyaml(text: str) -> None:
    fast, slow = document("f.yaml", text, fast=FAST), document("f.yaml", text, fast=False)
    assert not fast.diagnostics
    assert not fast.incomplete
    assert fast == slow


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *((chr(code), "LK113") for code in (0, 7, 0x1B, 0x7F, 0x9F, 0xFFFE, 0xFFFF)),
        *((chr(code), "LK114") for code in (0x202A, 0x202E, 0x2066, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B, 0xFEFF)),
        *((chr(code), "LK115") for code in (0x85, 0x2028, 0x2029)),
    ],
)
def test_what_cannot_be_seen_is_found_and_the_rest_is_read(character: str, code: str) -> None:
    text = f"a: 1\nname: Po{character}lice\nb: 2\nb: 3\n"
    read = document("f.yaml", text)
    assert [finding.code for finding in read.diagnostics] == [code, "LK142"]
    assert (read.diagnostics[0].spans[0].line, read.diagnostics[0].spans[0].column) == (2, 9)
    assert plain(read.root) == {"a": "1", "name": "Police", "b": "2"}
    fix = read.diagnostics[0].fix
    assert fix
    assert character not in apply(text, fix.edits)


def test_a_control_character_from_an_escape_is_found() -> None:
    assert only('a: "x\\0y"\n').code == "LK113"


def test_many_of_one_kind_are_one_finding() -> None:
    finding = only("a: x\u200by\u200bz\nb: \u200b\n")
    assert "2 more" in finding.message
    assert lines(finding) == [1, 1, 2]


def test_false_spaces_in_the_indentation_are_found_and_read_as_spaces() -> None:
    text = "a:\n\u00a0\u00a0b: 1\n \u3000c: 2\n"
    read = document("f.yaml", text)
    assert [finding.code for finding in read.diagnostics] == ["LK117"]
    assert lines(read.diagnostics[0]) == [2, 3]
    assert plain(read.root) == {"a": {"b": "1", "c": "2"}}
    fix = read.diagnostics[0].fix
    assert fix
    assert not document("f.yaml", apply(text, fix.edits)).diagnostics


def test_all_lines_with_tabs_are_one_finding() -> None:
    assert lines(only("a:\n\tb: 1\n\tc: 2\nd:\n\t- x\n")) == [2, 3, 5]


@pytest.mark.parametrize("text", ["a: 12 Apt #4 \nb: 1\n", "- : x\n", "n: #4\r\nb: 1\n", "a: “x” # c\r\nb: 1\n"])
def test_a_fix_removes_its_finding_and_keeps_the_rest(text: str) -> None:
    found = document("f.yaml", text).diagnostics
    for finding in found:
        if finding.fix:
            fixed = apply(text, finding.fix.edits)
            assert not document("f.yaml", fixed).diagnostics
            assert fixed.count("\r\n") == text.count("\r\n")


def test_a_cut_text_is_whole_after_its_fix() -> None:
    text = "a: 12 Main  St #4b, rear  \nb: 1\n"
    fix = only(text).fix
    assert fix
    assert plain(document("f.yaml", apply(text, fix.edits)).root) == {"a": "12 Main  St #4b, rear", "b": "1"}


@pytest.mark.parametrize("second", ["b", '"b"', "'b'", '"\\x62"'])
def test_a_field_twice_shows_both_places_however_it_is_quoted(second: str) -> None:
    finding = only(f"a:\n  b: 1\n  c: 2\n  {second}: 3\n")
    assert (finding.code, lines(finding)) == ("LK142", [4, 2])


def test_the_first_of_two_fields_is_kept() -> None:
    assert plain(document("f.yaml", "a: 1\na: 2\n").root) == {"a": "1"}


def test_notes_and_extensions_are_taken_out_at_every_level() -> None:
    text = "x-top: 1\nnotes: all\na:\n  notes: [1]\n  x-y: {b: 1}\n  list: [{notes: n, c: 1}]\n  notesy: kept\n"
    read = document("f.yaml", text)
    assert not read.diagnostics
    assert plain(read.root) == {"a": {"list": [{"c": "1"}], "notesy": "kept"}}


def test_a_free_field_twice_is_still_a_mistake() -> None:
    assert only("a: {notes: 1, notes: 2}\n").code == "LK142"


@pytest.mark.parametrize("text", ["[" * 10_000, "- " * 10_000 + "x", "{a: " * 10_000, "? " * 10_000 + "x"])
@pytest.mark.parametrize("fast", READERS)
def test_ten_thousand_levels_are_refused_without_harm(text: str, fast: bool) -> None:
    assert only(text, fast).code == "LK141"


def test_ten_thousand_levels_of_indentation_are_refused_without_harm() -> None:
    deep = "\n".join(" " * level + "a:" for level in range(2_000))
    assert only(deep).code == "LK141"


def test_sixty_levels_are_read() -> None:
    read = document("f.yaml", "a: " + "[" * 60 + "]" * 60)
    assert not read.diagnostics


def test_five_megabytes_of_brackets_are_refused_quickly() -> None:
    started = time.process_time()
    assert only("[" * 5_000_000).code == "LK141"
    assert time.process_time() - started < 5


def test_an_alias_bomb_is_never_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    read = document("f.yaml", bomb)
    assert {finding.code for finding in read.diagnostics} == {"LK143", "LK144"}
    assert read.incomplete


def test_what_is_found_before_a_broken_line_is_not_lost() -> None:
    found = document("f.yaml", "a: &x 1\nb: 1\nb: 2\nc: [\n").diagnostics
    assert [finding.code for finding in found] == ["LK143", "LK142", "LK126"]


def test_a_line_is_reported_once_for_one_cause() -> None:
    assert only("a:\n  na\u200bme:Police\n  b: 1\n").code == "LK114"


def test_a_break_in_the_file_leaves_nothing_half_read() -> None:
    read = document("f.yaml", "a: 1\nb: [\n")
    assert (plain(read.root), read.incomplete) == ({}, True)


def test_line_numbers_agree_with_an_editor() -> None:
    text = "a: 1\r\nb: 2\rc: 3\nd: 4\n"
    root = document("f.yaml", text).root
    assert [entry.key.span.line for entry in root.entries.values()] == [1, 2, 3, 4]


def test_spans_count_characters_and_not_bytes() -> None:
    text = "é: 'ü\U0001f600' \nb: [\u4e2d\u6587, x]\n"
    root = document("f.yaml", text).root
    source = SourceText("f.yaml", text)
    second = find(root, ("b", 1))
    assert second is not None
    assert _written_at(source, second.span) == "x"
    assert _written_at(source, root.entries["é"].value.span) == "'ü\U0001f600'"


def test_a_block_of_text_ends_with_its_last_line() -> None:
    text = "a: |\n  one\n  two\n\n\n# comment\nb: 1\n"
    root = document("f.yaml", text).root
    assert _written_at(SourceText("f.yaml", text), root.entries["a"].value.span) == "|\n  one\n  two"


def test_a_lint_inside_text_that_can_be_read_is_a_warning() -> None:
    assert only("a: Apt #4\n").severity is Severity.WARNING
    assert only("a: foo #4\n  bar\n").severity is Severity.ERROR


def test_documents_compare_by_value() -> None:
    assert isinstance(document("f.yaml", "a: 1\n"), Document)
    assert document("f.yaml", "a: 1\n") == document("f.yaml", "a: 1\n")


def _written_at(source: SourceText, span: Span) -> str:
    """The characters of a span."""
    return source.text[source.offset(span.line, span.column) : source.offset(span.end_line, span.end_column)]
