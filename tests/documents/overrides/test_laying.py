"""Layers over a library: what prints, what differs from the model, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from leadkit.documents import to_markdown
from leadkit.documents.library import load
from leadkit.documents.overrides.file import parent_hash
from leadkit.documents.overrides.layer import LIMIT, Level, read_layer

OURS = '1. [#leaving-notice] A {{ term("Party") }} may leave on sixty days’ notice.\n'


def codes(composition):
    return [each.code for each in composition.diagnostics]


def test_without_layers_the_model_prints(composed):
    assert composed().diagnostics == ()
    assert composed().document == composed().document


def test_a_replaced_clause_prints_with_the_head_that_it_does_not_change(composed, layer, override):
    found = composed(layer(a=override("replace", "leaving", OURS, title="Withdrawal")))
    assert found.diagnostics == ()
    text = to_markdown(found.document)
    assert "sixty days’ notice" in text and "Withdrawal" in text and "thirty" not in text
    clause = found.document.articles[0].clauses[1]
    assert clause.causes == ("agreement.notice", "documents.one.overrides")


def test_new_clauses_follow_their_target_in_the_order_of_the_files(composed, layer, override):
    new = {
        name: override("insert-after", "leaving", f"It is {name}.\n", id=f"new-{name}", title=f"New {name}")
        for name in ("b", "a")
    }
    found = composed(layer(**new))
    assert [each.id for each in found.document.articles[0].clauses] == ["terms", "leaving", "new-a", "new-b", "money"]
    assert found.diagnostics == ()


def test_a_removed_clause_is_gone_and_numbers_close_up(composed, layer, override):
    found = composed(layer(a=override("remove", "money")))
    assert [each.id for each in found.document.articles[0].clauses] == ["terms", "leaving"]
    assert "Nobody pays" not in to_markdown(found.document)


def test_an_alternate_prints_in_the_place_of_the_clause(composed, layer, override):
    found = composed(layer(a=override("alternate", "leaving", use="for-cause")))
    assert found.diagnostics == ()
    assert "may leave for cause" in to_markdown(found.document)


def test_a_layer_changes_what_the_layer_below_gives(composed, layer, override, root):
    lower = layer(Level.JURISDICTION, a=override("replace", "leaving", OURS))
    hash_ = load("one", root, [lower]).clauses["leaving"]
    changed = OURS.replace("sixty", "ninety")
    upper = layer(a=override("replace", "leaving", changed, parent=parent_hash(hash_)))
    found = composed(lower, upper)
    assert found.diagnostics == ()
    assert "ninety" in to_markdown(found.document)
    deviations = load("one", root, [lower, upper]).deviations
    assert [(each.layer.level, each.stale) for each in deviations] == [("jurisdiction", False), ("agreement", False)]
    assert deviations[1].parent == deviations[0].result


def test_the_digest_covers_the_overrides(layer, override, root):
    def digest(body):
        return load("one", root, [layer(a=override("replace", "leaving", body))]).digest

    assert digest(OURS) == digest(OURS) != digest(OURS + "\n2. More.\n") != load("one", root).digest


REFUSED = [
    ("LK732", {"a": ("remove", "leavin", {})}, "Write leaving."),
    ("LK733", {"a": ("remove", "money", {}), "b": ("remove", "money", {})}, "Keep one of them"),
    ("LK733", {"a": ("insert-after", "money", {"id": "last", "title": "T", "body": "X.\n"})}, "id of its own"),
    ("LK734", {"a": ("alternate", "leaving", {"use": "for-cuase"})}, "Write for-cause."),
    ("LK734", {"a": ("alternate", "money", {"use": "free"})}, "none for it"),
    ("LK732", {"a": ("alternate", "../one", {"use": "free"})}, ""),
    ("LK735", {"a": ("remove", "terms", {})}, "Replace its words"),
    ("LK735", {"a": ("replace", "terms", {"body": "X.\n", "status": "default"})}, "Replace its words"),
    ("LK713", {"a": ("replace", "money", {"body": "X.\n", "status": "optional", "when": ""})}, "when"),
    ("LK739", {"a": ("remove", "money", {}),
               "b": ("insert-after", "money", {"id": "n", "title": "T", "body": "X.\n"})}, "Take one"),
    ("LK730", {"a": ("replace", "money", {"body": "X.\n", "by": ""})}, "Add by"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "files", "remedy"), REFUSED)
def test_an_override_that_cannot_hold_refuses_the_document(composed, layer, override, code, files, remedy):
    found = composed(layer(**{name: override(kind, target, **head) for name, (kind, target, head) in files.items()}))
    errors = [each for each in found.diagnostics if each.is_error]
    assert [each.code for each in errors] == [code]
    assert found.document is None
    assert remedy in errors[0].remedy
    assert errors[0].spans[0].file.startswith("agreement/one/")


def test_a_change_of_a_clause_that_a_lower_layer_took_out_is_told_with_both_files(composed, layer, override):
    lower = layer(Level.JURISDICTION, a=override("remove", "money"))
    found = composed(lower, layer(b=override("replace", "money", "X.\n")))
    assert [each.code for each in found.diagnostics] == ["LK739"]
    assert [each.file for each in found.diagnostics[0].spans] == ["agreement/one/b.md", "jurisdiction/one/a.md"]


@pytest.mark.parametrize(
    ("kind", "target", "body", "code"),
    [
        ("remove", "leaving", "", "LK707"),
        ("replace", "leaving", "A party may leave.\n", "LK707"),
        ("replace", "terms", 'A {{ define("Party") }} is who signs.\n', "LK709"),
    ],
)
def test_what_loses_its_reference_or_term_names_the_override(composed, layer, override, kind, target, body, code):
    found = composed(layer(gone=override(kind, target, body)))
    errors = [each for each in found.diagnostics if each.is_error]
    assert {each.code for each in errors} == {code}
    assert all("agreement/one/gone.md" in each.message for each in errors)


def test_a_mistake_in_an_override_stands_on_its_own_line(composed, layer, override):
    found = composed(layer(a=override("replace", "money", "Fine.\n\nIt is {{ agreement.trem }}.\n")))
    assert [(each.code, each.spans[0].file, each.spans[0].line) for each in found.diagnostics] == [
        ("LK704", "agreement/one/a.md", 11)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''.__class__.__mro__ }}\n",
        "{{ agreement.__class__.__init__.__globals__ }}\n",
        "{% include 'outline.yaml' %}\n",
        "{% import 'x' as y %}\nText.\n",
        "It is {{ agreement.term.\n",
        "{% for a in agencies %}\nOne.\n",
        "{{ agencies | attr('x') }}\n",
        "<script>alert(1)</script>\n",
        "{{ range(99999999) | list }}\n",
    ],
)
def test_a_hostile_override_is_a_finding_and_nothing_else(composed, layer, override, body):
    found = composed(layer(a=override("replace", "money", body)))
    assert found.document is None
    assert {each.spans[0].file for each in found.diagnostics if each.is_error} == {"agreement/one/a.md"}


def test_files_that_cannot_be_read_are_told_each(override):
    files = {"a.txt": b"x", "b.md": b"\xff\xfe", "c.md": b"x" * (LIMIT + 1), "d.md": b""}
    found = read_layer(Level.AGREEMENT, "f", "x", files, {}).diagnostics
    assert [(each.code, each.spans[0].file) for each in found] == [
        ("LK731", "f/a.txt"), ("LK731", "f/b.md"), ("LK731", "f/c.md"), ("LK730", "f/d.md"),
    ]  # fmt: skip


def test_an_override_of_a_later_day_is_noted(composed, layer, override):
    found = composed(layer(a=override("remove", "money", on="2026-03-02")))
    assert codes(found) == ["LK738"]
    assert found.document is not None
    assert composed(layer(a=override("remove", "money", on="2026-03-02")), on=date(2026, 3, 2)).diagnostics == ()
