"""The tree: what is where."""

from __future__ import annotations

import subprocess
import sys

import pytest

from leadkit.source import read_text
from leadkit.source.tree import Mapping, Sequence, Step, Text, find, plain

TEXT = """\
agencies:
  police:
    name: City Police
    phones: [one, two]
program: {name: LEAD, launched: }
"""


@pytest.fixture
def root() -> Mapping:
    root, found = read_text(TEXT, "f.yaml")
    assert not found
    return root


def test_plain_keeps_every_value_as_it_was_written() -> None:
    root, _ = read_text("a: [no, 9.40, 06037, 10:00, 2026-02-30, Null, 'q', \"~\"]\nb:\nc: ~\nd: NULL\n", "f.yaml")
    assert plain(root) == {
        "a": ["no", "9.40", "06037", "10:00", "2026-02-30", "Null", "q", "~"],
        "b": None,
        "c": None,
        "d": "NULL",
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), {"agencies": {"police": {"name": "City Police", "phones": ["one", "two"]}}}),
        (("agencies", "police", "phones", 1), "two"),
        (("program", "launched"), None),
    ],
)
def test_find_gives_the_value_at_a_path(root: Mapping, path: tuple[Step, ...], value: object) -> None:
    node = find(root, path)
    assert node is not None
    found = plain(node)
    if isinstance(found, dict) and isinstance(value, dict) and not path:
        assert found["agencies"] == value["agencies"]
    else:
        assert found == value


@pytest.mark.parametrize(
    "path",
    [("agency",), ("agencies", "police", "phones", 2), ("agencies", "police", "name", "x"), ("agencies", 0)],
)
def test_find_gives_nothing_where_there_is_nothing(root: Mapping, path: tuple[Step, ...]) -> None:
    assert find(root, path) is None


def test_spans_of_groups_end_with_their_last_value(root: Mapping) -> None:
    agencies = find(root, ("agencies",))
    assert isinstance(agencies, Mapping)
    assert (agencies.span.line, agencies.span.end_line, agencies.span.end_column) == (2, 4, 23)
    phones = find(root, ("agencies", "police", "phones"))
    assert isinstance(phones, Sequence)
    assert (phones.span.column, phones.span.end_column) == (13, 23)


def test_an_absent_value_is_an_empty_place_after_its_field() -> None:
    root, _ = read_text("program:\n  launched:   # soon\n", "f.yaml")
    launched = find(root, ("program", "launched"))
    assert isinstance(launched, Text)
    assert (launched.span.line, launched.span.column, launched.span.end_column) == (2, 12, 12)
    assert not launched.quoted


def test_the_tree_and_the_codes_come_without_pyyaml() -> None:
    code = "import sys, leadkit.source.tree, leadkit.source.codes, leadkit.source; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
