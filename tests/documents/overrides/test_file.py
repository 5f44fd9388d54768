"""An override file reads back as it was written, and says what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.documents.overrides.file import Override, OverrideKind, parent_hash, read_override, write_override
from leadkit.documents.template.clause_file import ClauseFile, read_clause, write_clause
from leadkit.documents.template.problem import ClauseError

HEAD = {
    "override": "replace",
    "target": "withdrawal",
    "parent": "3f1c0a9b2d4e6f80",
    "by": "Office of county counsel",
    "on": "2026-12-01",
    "reason": "The county's rule on notice is thirty days.",
}


def written(body: str = "A party may leave.\n", **changes: str | None) -> str:
    head = {name: value for name, value in {**HEAD, **changes}.items() if value is not None}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in head.items()) + "---\n" + body


def test_what_is_left_out_of_the_head_is_told_from_what_is_empty():
    override = read_override(written(when="", needs="[]"), "a.md")
    assert (override.when, override.needs) == ("", ())
    assert (override.title, override.defines, override.basis, override.status) == (None, None, None, None)
    assert (override.body, override.first_line, override.on) == ("A party may leave.\n", 11, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no head", "no head"),
        (written(by=None), "lacks by"),
        (written(reason=""), "lacks reason"),
        (written(target=None), "lacks target"),
        (written(override="delete"), "delete is no kind of override"),
        (written(parent="3F1C"), "not the hash"),
        (written(on="2026-12"), "2026-12 is not a day"),
        (written(on="2026-13-01"), "2026-13-01 is not a day"),
        (written(reasn="x"), "no field reasn"),
        (written(id="other"), "has no id"),
        (written(override="insert-after", id="Not An Id", title="T"), "cannot be the id"),
        (written(override="insert-after", id="new"), "lacks title"),
        (written(override="alternate", body=""), "lacks use"),
        (written(override="remove"), "has no text"),
        (written(override="remove", body="", title="T"), "has no title"),
        (written(body=" \n"), "has no text yet"),
        (written(status="forbidden"), "forbidden is not a status"),
        (written(needs="{a: b}"), "not a list"),
        (written(reason="&x this"), ""),
        (written(reason="*x"), ""),
        (written(reason="!!python/object:os.system x"), ""),
    ],
)  # fmt: skip
def test_a_head_in_another_form_is_refused_with_the_reason(text, said):
    with pytest.raises(ClauseError) as caught:
        read_override(text, "a.md")
    assert said in caught.value.message
    assert (caught.value.code.code, bool(caught.value.remedy), caught.value.line > 0) == ("LK730", True, True)


LINE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40).map(str.strip)
WORDS = LINE.filter(bool)
BODY = st.lists(LINE, max_size=5).map("\n".join)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True)
DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))
LISTS = st.lists(WORDS, max_size=3).map(tuple)


@st.composite
def overrides(draw) -> Override:
    kind = draw(st.sampled_from(OverrideKind))
    override = Override(
        "a.md", kind, draw(IDS), draw(st.from_regex(r"[0-9a-f]{16}", fullmatch=True)), draw(WORDS), draw(DAYS),
        draw(WORDS), use=draw(IDS) if kind is OverrideKind.ALTERNATE else "",
    )  # fmt: skip
    if not kind.has_text:
        return override
    texts = {
        "title": draw(WORDS) if kind is OverrideKind.INSERT_AFTER else draw(st.none() | WORDS),
        "id": draw(IDS) if kind is OverrideKind.INSERT_AFTER else "",
        "when": draw(st.none() | LINE),
        "needs": draw(st.none() | LISTS),
        "defines": draw(st.none() | LISTS),
        "basis": draw(st.none() | LINE),
        "status": draw(st.none() | st.sampled_from(("mandatory", "default", "optional"))),
        "body": draw(BODY.filter(str.strip)),
    }
    return replace(override, **texts)


@given(overrides())
def test_an_override_reads_back_as_it_was_written(override):
    back = read_override(write_override(override), "a.md")
    assert replace(back, first_line=override.first_line) == override


@given(IDS, WORDS, LISTS, BODY)
def test_a_clause_reads_back_as_it_was_written(id_, title, needs, body):
    clause = ClauseFile("c.md", id_, title, "default", "", needs, (), "", "", body, 0)
    back = read_clause(write_clause(clause), "c.md")
    assert replace(back, first_line=0) == clause
    assert parent_hash(back) == parent_hash(clause)


CLAUSE = ClauseFile("c.md", "c", "Title", "default", "a", ("b",), ("C",), "d", "e", "\nBody.\n", 4)


@pytest.mark.parametrize(
    "change",
    [{"title": "T"}, {"status": "optional"}, {"when": ""}, {"needs": ()}, {"defines": ()}, {"body": "Body!"}],
)
def test_the_hash_of_a_clause_covers_what_prints(change):
    assert parent_hash(replace(CLAUSE, **change)) != parent_hash(CLAUSE)


def test_the_hash_of_a_clause_covers_nothing_else():
    same = replace(CLAUSE, file="x.md", basis="", why="", body="Body.\n\n", first_line=9)
    assert parent_hash(same) == parent_hash(CLAUSE)
