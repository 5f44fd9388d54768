"""The chain of amendments: done again in order, it leads from the first text to the last."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.documents.amendment.chain import BrokenChain, Words, done, record, unpacked, words_of
from leadkit.documents.amendment.drafting import Amended, amended
from leadkit.documents.amendment.kept import going_on, kept_records, record_name
from leadkit.documents.placing import as_json
from leadkit.documents.standing import compose_standing
from leadkit.model.standing import Standing
from tests.documents.amendment.versions import LISTED, NOTICE, Edit, drafted, version
from tests.sampling import takes_long

TERM: Edit = ("agreement.yaml", "  counterparts: yes\n", "")
TEXTS = st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=5), max_size=6)


def _words(standing: Standing) -> Words:
    document = compose_standing(standing, "mou").document
    assert document is not None
    return words_of(document)


@takes_long
def test_two_amendments_done_again_lead_to_the_text_in_force() -> None:
    second, third = version(NOTICE, LISTED), version(NOTICE, LISTED, TERM)
    first = drafted(NOTICE, LISTED, effective=date(2027, 1, 1))
    next_one = amended(second, third, "mou", number="", effective=None)
    assert isinstance(next_one, Amended)
    text = first.old
    for record_ in (first.record, next_one.record):
        text = done(text, unpacked(as_json(record_)))
    now = _words(third)
    assert text == now and list(text) == list(now)


@given(texts=st.lists(TEXTS, min_size=2, max_size=5))
def test_any_chain_is_done_again(texts: list[Words]) -> None:
    here = texts[0]
    for after in texts[1:]:
        here = done(here, unpacked(as_json(record("No. 1", "mou", here, after))))
        assert (here, list(here)) == (after, list(after))


def test_a_record_of_another_text_is_not_done() -> None:
    amendment = record("Amendment No. 1", "mou", {"term": "two years"}, {"term": "three years"})
    with pytest.raises(BrokenChain, match="amends another text"):
        done({"term": "four years"}, amendment)
    forged = {**amendment, "sections": {"term": {"was": "two years", "now": "ninety years"}}}
    with pytest.raises(BrokenChain, match="does not lead to"):
        done({"term": "two years"}, forged)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[]", b"[" * 100_000, b"{}", b'{"version": 9}', b'{"version": 1, "number": "x"}'],
    ids=lambda content: repr(content[:30]),
)
def test_what_is_no_record_is_told(content: bytes) -> None:
    with pytest.raises(BrokenChain):
        done({}, unpacked(content))


def test_records_are_kept_in_order_and_the_next_goes_on_from_the_last(tmp_path: Path) -> None:
    texts = [{"term": f"{years} years"} for years in range(12)]
    folder = tmp_path / "amendments"
    folder.mkdir()
    for count, (old, new) in enumerate(pairwise(texts), 1):
        (folder / record_name("mou", count)).write_bytes(as_json(record(f"No. {count}", "mou", old, new)))
    (folder / "mou-amendment-x.json").write_text("{}", encoding="utf-8")
    records, found = kept_records(tmp_path, "mou", 12)
    assert [each["number"] for each in records] == [f"No. {count}" for count in range(1, 12)]
    assert found == ()
    assert going_on(records, texts[-1]) == ()
    assert [each.code for each in going_on(records, texts[3])] == ["LK775"]
    (folder / record_name("mou", 4)).write_text(json.dumps([1]), encoding="utf-8")
    records, found = kept_records(tmp_path, "mou", 6)
    assert [each.code for each in found] == ["LK775"]
    assert [each["number"] for each in records] == [f"No. {count}" for count in (1, 2, 3, 5)]
