"""Random edits of random sentences: the program prints them then and nothing else changes, or somebody is told."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from leadkit.documents.overrides.saving import save
from leadkit.documents.returned.asked import Asked
from leadkit.documents.returned.marks import key, tidy, without_marks
from leadkit.documents.returned.reviewing import review
from tests.documents.returned.conftest import MAPLE, printed
from tests.documents.returned.edited import Draft, Q
from tests.sampling import ALL

WORDS = st.one_of(
    st.just(""),
    st.sampled_from(["shall", "the Board", "{{ x }}", "a | b", "*", "[#a] b", "45", "e.g., so", "§ 4(b)"]),
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=12
    ),
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z]{3,}|[0-9]+")
"""What is typed over: a word, or a number, that of a reference too."""
_SENTENCES = {"BodyText", "Item1", "Item2", "ItemText1", "Heading2"}


def runs(draft: Draft) -> list[object]:
    """The runs of the clauses' own sentences, with the results of fields; a heading of the contents is none."""
    found = []
    for paragraph in draft.paragraphs():
        style = paragraph.find(f"{Q}pPr/{Q}pStyle")
        if style is not None and style.get(f"{Q}val") in _SENTENCES:
            found += [run for run in paragraph.iterfind(f"{Q}r/{Q}t") if _WORD.search(run.text or "")]
    return found


@settings(
    max_examples=40 if ALL else 2,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(place=st.integers(0, 2**16), word=st.integers(0, 2**8), new=WORDS)
def test_what_is_edited_is_printed_or_told(
    draft: bytes, before: dict[str, str], place: int, word: int, new: str
) -> None:
    paper = Draft(draft)
    places = runs(paper)
    run = places[place % len(places)]
    words = list(_WORD.finditer(run.text))  # type: ignore[attr-defined]
    found = words[word % len(words)]
    was = run.text  # type: ignore[attr-defined]
    run.text = was[: found.start()] + new + was[found.end() :]  # type: ignore[attr-defined]
    run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        county = Path(shutil.copytree(MAPLE, Path(folder) / "maple"))
        made = review(paper.saved(), str(county), Asked())
        assert save(made.before, made.after) is None
        after = printed(county)
    changed = {id_ for id_ in before if key(before[id_]) != key(after.get(id_, ""))}
    shown = key(tidy(without_marks(new)))
    if made.values:  # of a value that stands twice, the other place may need its words kept: then there are both
        assert any(shown in key(after[id_]).replace("\n", " ") for id_ in changed)
        return
    assert len(changed) == len(made.words) <= 1
    for id_ in changed:
        assert shown in key(after[id_]).replace("\n", " ") or not shown
    if not made.words and not made.findings:
        assert key(was) == key(run.text)  # type: ignore[attr-defined]
