"""One field added to a group keeps every other byte, whichever way the group is written."""

from __future__ import annotations

import pytest

from leadkit.source import SourceText, apply, read_text
from leadkit.source.adding import field_added
from leadkit.source.tree import find, plain


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a:\n  b:\n    c: 1\n  d: 2\n", "a:\n  b:\n    c: 1\n    new: x/y\n  d: 2\n"),
        ("a:\n  b: {c: 1}\n", "a:\n  b: {c: 1, new: x/y}\n"),
        ("a:\n  b:\n    c: 1", "a:\n  b:\n    c: 1\n    new: x/y\n"),
        ("a:\r\n  b:\r\n    c: 1  # why\r\n", "a:\r\n  b:\r\n    c: 1  # why\r\n    new: x/y\r\n"),
        ("a:\n  b:\n    c: {d: 1}\n\n# end\n", "a:\n  b:\n    c: {d: 1}\n    new: x/y\n\n# end\n"),
        ("a:\n  b:\n    c: [\n      1,\n    ]\n", "a:\n  b:\n    c: [\n      1,\n    ]\n    new: x/y\n"),
    ],
)
def test_a_field_is_added_after_the_last_one(text, after):
    root, found = read_text(text, "f.yaml")
    assert not [each for each in found if each.is_error]
    group = find(root, ("a", "b"))
    edit = field_added(SourceText("f.yaml", text), group, "new", "x/y")
    done = apply(text, [edit])
    assert done == after
    assert plain(read_text(done, "f.yaml")[0])["a"]["b"]["new"] == "x/y"


def test_a_group_without_fields_has_no_plain_place():
    root, _ = read_text("a: {}\n", "f.yaml")
    assert field_added(SourceText("f.yaml", "a: {}\n"), find(root, ("a",)), "new", "x") is None
