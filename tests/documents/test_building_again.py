"""A build over an earlier one gives the bytes of a first build, and sets no page again whose words are the same."""

from __future__ import annotations

import io
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadkit.documents import compose, to_pdf
from leadkit.documents.building import write
from leadkit.documents.codes import EDITED
from leadkit.documents.manifest import write_manifest, written_before
from leadkit.documents.standing import build_standing
from leadkit.documents.write import pdf
from leadkit.documents.write.pdf.attachment import with_source, without_source
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.conftest import ON, sample
from tests.sampling import examples, takes_long

FORMATS = ("docx", "pdf", "html", "md")
TEMPLATES = Path(__file__).parent / "templates"
NAMES = st.sampled_from(["Example County", "Sampleton"])
PROGRAMS = st.fixed_dictionaries(
    {
        "agreement": st.fixed_dictionaries({"version": st.sampled_from(["1.0", "2.0"]), "status": st.just("draft")}),
        "agencies": st.fixed_dictionaries({"county": st.fixed_dictionaries({"name": NAMES, "signer": NAMES})}),
    }
)
SOURCES = st.sampled_from(["", "a: b\n", "a: c\n", "long: " + "x" * 5000])


def built(out: Path, changes: dict[str, object], source: str) -> None:
    """Build the sample over what is in the folder, as the command does it."""
    before = written_before(out)
    composed = compose(sample(**changes), "mou", ON, templates=TEMPLATES)
    made = write(composed, "mou", ON, FORMATS, out, source=lambda: source, before=before)
    assert len(made.files) == len(FORMATS)
    assert write_manifest([made], "", out, before) == ()


def bytes_of(out: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in out.iterdir()}


@takes_long
@given(edits=st.lists(st.tuples(PROGRAMS, SOURCES), min_size=2, max_size=3))
@settings(max_examples=4, deadline=None)
def test_after_any_edits_the_files_are_those_of_a_first_build(edits: list[tuple[dict[str, object], str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        over, first = Path(folder, "over"), Path(folder, "first")
        for changes, source in edits:
            built(over, changes, source)
        built(first, *edits[-1])
        assert bytes_of(over) == bytes_of(first)


def test_pages_with_the_same_words_are_not_set_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path, {}, "a: b\n")
    monkeypatch.setattr(pdf, "_set", lambda *_: pytest.fail("set again"))
    built(tmp_path, {}, "a: c\n")
    with pytest.importorskip("pikepdf").open(tmp_path / "mou.pdf") as opened:
        assert opened.attachments["program.yaml"].get_file().read_bytes() == b"a: c\n"


def test_a_pdf_that_somebody_touched_lends_no_page(tmp_path: Path) -> None:
    built(tmp_path, {}, "a: b\n")
    first = (tmp_path / "mou.pdf").read_bytes()
    (tmp_path / "mou.pdf").write_bytes(first.replace(b"/Lang", b"/Gnal"))
    composed = compose(sample(), "mou", ON, templates=TEMPLATES)
    made = write(composed, "mou", ON, ["pdf"], tmp_path, source=lambda: "a: c\n", before=written_before(tmp_path))
    assert [each.code for each in made.diagnostics if each.is_error] == [EDITED.code]


@given(text=st.text(st.characters(codec="utf-8")))
@settings(max_examples=examples(25))
def test_what_pages_carry_is_read_back_and_taken_off_again(text: str) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    pages = plain_pages()
    made = with_source(pages, text, ON)
    assert without_source(made) == pages
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert opened.attachments["program.yaml"].get_file().read_bytes() == text.encode()
        (named,) = opened.Root.AF
        assert named.AFRelationship == "/Source"


_PAGES: list[bytes] = []


def plain_pages() -> bytes:
    """The pages of the sample, set once."""
    if not _PAGES:
        document = compose(sample(), "mou", ON, templates=TEMPLATES).document
        assert document is not None
        _PAGES.append(to_pdf(document))
    return _PAGES[0]


PHONE, TITLE = "phone: 360-555-0118", "title: Quality Director"
EDITS = st.lists(
    st.sampled_from([(PHONE, "phone: 360-555-0777"), (PHONE, "phone: 360-555-0778"), (TITLE, "title: Ombuds Officer")]),
    min_size=1,
    max_size=2,
)


@takes_long
@given(edits=EDITS)
@settings(max_examples=3, deadline=None)
def test_the_county_built_again_after_edits_is_the_county_built_at_first(edits: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place, over, first = (Path(folder, name) for name in ("county", "over", "first"))
        shutil.copytree(programs() / "example-county", place)
        file = place / "agencies.yaml"
        text = file.read_text(encoding="utf-8")
        county(place, over)
        for before, after in edits:
            assert before in text
            file.write_text(text.replace(before, after), encoding="utf-8")
            county(place, over)
        county(place, first)
        assert bytes_of(over) == bytes_of(first)


def county(place: Path, out: Path) -> None:
    before = written_before(out)
    jurisdiction = load(str(place))
    made = build_standing(jurisdiction.resolve(date(2026, 11, 24)), (), FORMATS, out, before)
    write_manifest(made, jurisdiction.source.digest, out, before)
