"""Comments are found where a YAML reader passes over them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leadkit.source import SourceText, apply
from leadkit.source.comments import comments
from leadkit.source.document import document
from leadkit.source.tree import plain
from tests.sampling import examples

LINES = """a:_1 |b:_"x_#_y"|c:_'_#_''_#z'|d:_|-|__#_in_a_block|__text|e:_>-|e:_>1_#_head|f:_[a,_b]|g:_"two|__#_lines"|
h:_a#b|-_x|__-_y|#_alone|___#_indented|_#_behind|____|i:_{a:_b}|j:_two|__lines|#|##|k:_|_""".replace("\n", "")
PIECES = st.lists(
    st.sampled_from([*LINES.replace("_", " ").split("|"), "|", "\n", "\n", "\r\n", "\t", " #x"]), max_size=20
)
TEXTS = st.one_of(
    PIECES.map("".join), PIECES.map("\n".join), st.text(alphabet="ab:- \n\t#'\"[]{},|>\\\u00a0\r", max_size=60)
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a\nb: 1  # c \n", ["# a", "# c"]),
        ("a: 'x # y'  # z", ["# z"]),
        ('a: "x\n  # y"  # z', ["# z"]),
        ("a: |  # head\n  # text\n  more\n# after\nb: 1\n", ["# head", "# after"]),
        ("a: >-\n  # text\n\n# after", ["# after"]),
        ("a: |  # head", ["# head"]),
        ("a: b#c", []),
        ("{a: b, # c\n d: '# e'} # f", ["# c", "# f"]),
        ("a: 1 # b\nc: 2\n[ # broken\nd: 3 # e\n", ["# b"]),
        ("# a\r\nb: 1 # \u200bc\r\n", ["# a", "# \u200bc"]),
        ("", []),
        ("#", ["#"]),
    ],
)
def test_a_comment_is_what_the_reader_passes_over(text: str, found: list[str]) -> None:
    assert [comment.text for comment in comments(SourceText("f.yaml", text))] == found


@settings(max_examples=examples(300))
@given(TEXTS)
@example("a: |\n  x\n # y\n")
def test_of_any_text_the_comments_can_be_taken_out_and_it_says_the_same(text: str) -> None:
    source = SourceText("f.yaml", text)
    found = comments(source)
    assert all(text[comment.start : comment.end] == comment.text for comment in found)
    assert all(comment.text.startswith("#") for comment in found)
    read = document("f.yaml", text)
    if read.incomplete:
        return
    without = text
    for comment in reversed(found):
        line, _ = source.position(comment.start)
        if not comment.alone:
            without = without[: comment.start] + without[comment.end :]
        else:
            after = without[source.starts[line] :] if line < len(source.starts) else ""
            without = without[: source.starts[line - 1]] + after
    assert plain(document("f.yaml", without).root) == plain(read.root)


@settings(max_examples=examples(300))
@given(TEXTS)
def test_the_repair_of_any_text_can_be_applied(text: str) -> None:
    for finding in document("f.yaml", text).diagnostics:
        if finding.fix is not None:
            assert {edit.file for edit in finding.fix.edits} == {"f.yaml"}
            assert apply(text, finding.fix.edits) != text
