"""What changed from one text to another: nothing is lost, a value is one word, and it never takes long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leadkit.documents.compare.texts import Stretch, is_changed, words_changed
from leadkit.documents.tree.change import Change

TEXTS = st.lists(
    st.sampled_from(["sixty", "days", " ", " ", "\n", "{{ agreement.notice | legal }}", ",", "[#a]", "Party’s", "x"])
).map("".join)


def test_a_value_is_one_word():
    found = words_changed("On {{ a.b | legal }} notice.", "On {{ a.b | words }} notice.")
    assert found == (
        Stretch(Change.KEPT, "On "),
        Stretch(Change.REMOVED, "{{ a.b | legal }}"),
        Stretch(Change.ADDED, "{{ a.b | words }}"),
        Stretch(Change.KEPT, " notice."),
    )


def test_words_that_change_side_by_side_are_one_phrase():
    found = words_changed("It ends by itself today.", "It goes on forever today.")
    assert [each.text for each in found if each.change is Change.REMOVED] == ["ends by itself"]


@given(TEXTS, TEXTS)
def test_what_is_kept_and_removed_is_the_old_text_and_what_is_kept_and_added_the_new(old, new):
    found = words_changed(old, new)
    assert "".join(each.text for each in found if each.change is not Change.ADDED) == old
    assert "".join(each.text for each in found if each.change is not Change.REMOVED) == new
    assert is_changed(found) is (old != new)


def test_a_text_of_one_word_over_and_over_takes_no_time():
    old, new = "a b\n" * 40_000, "b a\n" * 40_000
    assert is_changed(words_changed(old, new))
