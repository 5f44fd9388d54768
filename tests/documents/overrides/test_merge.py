"""Two changes to one text: both are kept, or it is told where they meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leadkit.documents.overrides.merge import merge, units

OLD = "A party may leave.\n\n1. It gives notice of thirty days.\n2. It pays what it owes.\n\nIt keeps its records.\n"


def test_changes_of_different_paragraphs_are_both_kept():
    ours = OLD.replace("thirty", "sixty")
    theirs = OLD.replace("its records", "its records for six years")
    assert merge(OLD, ours, theirs).text == ours.replace("its records", "its records for six years")
    assert merge(OLD, ours, theirs).conflicts == ()


def test_two_changes_of_one_sentence_are_a_conflict_with_both_texts():
    ours, theirs = OLD.replace("thirty", "sixty"), OLD.replace("thirty days", "thirty calendar days")
    said = ("1. It gives notice of sixty days.\n", "1. It gives notice of thirty calendar days.\n")
    assert merge(OLD, ours, theirs).conflicts == (said,)


def test_a_paragraph_over_several_lines_is_one_piece():
    """Two lines of a paragraph may be one sentence: neither change may print without the other's reader."""
    old = "The term is\ntwo years, and it\nends by itself.\n"
    ours, theirs = old.replace("two", "three"), old.replace("by itself", "on notice")
    assert merge(old, ours, theirs).conflicts


def test_a_change_of_what_the_other_takes_out_is_a_conflict():
    ours = OLD.replace("2. It pays what it owes.\n", "")
    theirs = OLD.replace("what it owes", "all that it owes")
    assert merge(OLD, ours, theirs).conflicts == (("", "2. It pays all that it owes.\n"),)


def test_additions_at_one_place_are_a_conflict_unless_they_are_the_same():
    ours, theirs = OLD + "\nOurs.\n", OLD + "\nTheirs.\n"
    assert merge(OLD, ours, theirs).conflicts
    assert merge(OLD, ours, ours) == merge(OLD, ours, OLD)


def test_items_rows_and_tags_are_pieces_of_their_own():
    text = "{% if a %}\nOne\nstill one.\n1. Two.\n   still two.\n| a |\n| - |\n{% endif %}\n"
    assert [each.strip() for each in units(text)] == [
        "{% if a %}", "One\nstill one.", "1. Two.\n   still two.", "| a |", "| - |", "{% endif %}",
    ]  # fmt: skip


LINES = st.lists(st.sampled_from(["", "One.", "Two", "1. Three.", "{% if x %}", "| a | b |", "Four four."]), max_size=7)
TEXTS = LINES.map("\n".join).map(lambda text: text.strip("\n") + "\n")


@given(TEXTS, TEXTS)
def test_what_only_one_of_them_changed_is_taken(old, new):
    assert merge(old, new, old).text == "".join(units(new))
    assert merge(old, old, new).text == "".join(units(new))
    assert not merge(old, new, old).conflicts
    assert not merge(old, old, new).conflicts


@given(TEXTS, TEXTS)
def test_what_both_changed_alike_is_no_conflict(old, new):
    assert merge(old, new, new).text == "".join(units(new))
    assert not merge(old, new, new).conflicts


@given(TEXTS, TEXTS, TEXTS)
def test_whose_change_comes_first_does_not_matter(old, ours, theirs):
    one, other = merge(old, ours, theirs), merge(old, theirs, ours)
    assert bool(one.conflicts) == bool(other.conflicts)
    if not one.conflicts:
        assert one.text == other.text
