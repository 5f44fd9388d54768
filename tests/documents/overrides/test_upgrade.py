"""A library that has changed since an override was made: merged where it can be, refused where somebody must decide."""

from __future__ import annotations

import pytest

from leadkit.documents import to_markdown
from leadkit.documents.library import load
from leadkit.documents.overrides.file import parent_hash
from leadkit.documents.template.clause_file import read_clause, write_clause

OURS = '1. [#leaving-notice] A {{ term("Party") }} may leave on sixty days’ notice.\n2. It pays what it owes.\n'


@pytest.fixture
def upgrade(root, hashes):
    """Change the library's clause on leaving, after the hashes were taken."""

    def change(old, new, name="02-leaving.md"):
        file = root / "one" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def test_two_changes_that_fit_together_print_with_a_note(composed, layer, override, upgrade):
    mine = layer(a=override("replace", "leaving", OURS))
    upgrade("what it owes", "what it owes within a month")
    found = composed(mine)
    assert [(each.code, each.severity) for each in found.diagnostics] == [("LK736", "note")]
    assert "--accept" in found.diagnostics[0].remedy
    text = to_markdown(found.document)
    assert "sixty days’ notice" in text and "within a month" in text


def test_two_changes_of_one_sentence_refuse_the_document_and_show_both(composed, layer, override, upgrade):
    mine = layer(a=override("replace", "leaving", OURS))
    upgrade("may leave on", "may leave this document on")
    found = composed(mine)
    assert found.document is None
    assert [each.code for each in found.diagnostics] == ["LK737"]
    assert "may leave this document on" in found.diagnostics[0].message
    assert "sixty days’ notice" in found.diagnostics[0].message


def test_a_conflict_is_settled_by_the_hash_of_the_new_text(composed, layer, override, upgrade, root):
    upgrade("may leave on", "may leave this document on")
    now = parent_hash(load("one", root).clauses["leaving"])
    assert composed(layer(a=override("replace", "leaving", OURS, parent=now))).diagnostics == ()


OTHER = b"---\nid: x\ntitle: y\n---\nz\n"


@pytest.mark.parametrize("parents", [{}, {"leaving-{}.md": b"no clause"}, {"leaving-{}.md": OTHER}])
def test_without_the_text_that_it_was_made_from_somebody_must_decide(
    composed, layer, override, upgrade, hashes, parents
):
    kept = {name.format(hashes["leaving"]): text for name, text in parents.items()}
    mine = layer("agreement", kept, a=override("replace", "leaving", OURS))
    upgrade("what it owes", "what it owes within a month")
    found = composed(mine)
    assert [each.code for each in found.diagnostics] == ["LK737"]
    assert "not kept" in found.diagnostics[0].message


def test_the_head_is_merged_field_by_field(composed, layer, override, upgrade):
    mine = layer(a=override("replace", "leaving", OURS, title="Withdrawal"))
    upgrade("needs: [agreement.notice]\n", "when: agreement.term\n")
    found = composed(mine)
    assert [each.code for each in found.diagnostics] == ["LK736"]
    upgrade("title: Leaving", "title: How to leave")
    found = composed(mine)
    assert [each.code for each in found.diagnostics] == ["LK737"]
    said = "title: The text that it changes now says “How to leave”; this override says “Withdrawal”."
    assert said in found.diagnostics[0].message


def test_a_removed_clause_that_has_changed_is_looked_at_again(composed, layer, override, upgrade):
    mine = layer(a=override("remove", "money"))
    upgrade("Nobody pays", "The County pays", "03-money.md")
    found = composed(mine)
    assert [each.code for each in found.diagnostics] == ["LK737"]
    assert "The County pays" in found.diagnostics[0].message


def test_a_change_of_what_an_alternate_or_a_new_clause_only_touches_is_a_note(composed, layer, override, upgrade):
    mine = layer(
        a=override("alternate", "leaving", use="for-cause"),
        b=override("insert-after", "leaving", "New.\n", id="new", title="New"),
    )
    upgrade("what it owes", "what it owes within a month")
    found = composed(mine)
    assert [each.code for each in found.diagnostics] == ["LK736", "LK736"]
    assert "for cause" in to_markdown(found.document)


def test_a_text_that_began_from_an_alternate_is_merged_with_the_alternate(composed, layer, override, upgrade, root):
    alternate = root / "one/alternates/leaving/for-cause.md"
    base = read_clause(alternate.read_text(encoding="utf-8"), "x")
    kept = {f"leaving-{parent_hash(base)}.md": write_clause(base).encode()}
    body = base.body + "2. It says the cause.\n"
    mine = layer("agreement", kept, a=override("replace", "leaving", body, parent=parent_hash(base), use="for-cause"))
    assert composed(mine).diagnostics == ()
    upgrade("what it owes", "what it owes within a month")
    assert composed(mine).diagnostics == ()
    assert "Leaving for cause" in to_markdown(composed(mine).document)
