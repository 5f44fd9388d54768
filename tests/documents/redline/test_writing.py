"""Which values a redline tells, of which programs, and what stands in its way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.documents.compare.comparison import FieldChange, compare
from leadkit.documents.compare.fields import WITHHELD, changed_fields
from leadkit.documents.redline.writing import Redline, compared, write
from leadkit.documents.standing import compose_standing
from leadkit.model.load import load
from leadkit.model.standing import Standing
from leadkit.resources import programs
from leadkit.source.history import History
from tests.documents.redline.texts import PAIRS

NO_HISTORY = History({})


@pytest.fixture
def albany(tmp_path: Path) -> Callable[..., Standing]:
    """Albany, with texts put in the place of others."""

    def changed(**texts: tuple[str, str]) -> Standing:
        folder = tmp_path / f"albany-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for file in (programs() / "albany-ny").glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            old, new = texts.get(file.stem, ("", ""))
            assert not old or text.count(old) == 1, text.count(old)
            (folder / file.name).write_text(text.replace(old, new) if old else text, encoding="utf-8")
        return load(folder).resolve()

    return changed


POLICE = "legal_name: Albany Police Department"


def _fields(old: Standing, new: Standing) -> dict[str, FieldChange]:
    texts = [compose_standing(each, "mou").document for each in (old, new)]
    before, after = (text for text in texts if text is not None)
    return changed_fields(old, new, (before, after), NO_HISTORY)


def test_a_value_is_told_where_the_document_prints_it_and_withheld_where_its_readers_may_not_see_it(
    albany: Callable[..., Standing],
) -> None:
    contact = "legal_name: Police of Albany\n    contacts: {desk: {name: A. Reyes, phone: 518-555-0100}}"
    found = _fields(albany(), albany(agencies=(POLICE, contact)))
    name = found["agencies.albany-police.legal_name"]
    assert (name.old, name.new) == ("Albany Police Department", "Police of Albany")
    secret = found["agencies.albany-police.contacts"]
    assert secret.old is None
    assert secret.new == WITHHELD
    assert "518-555-0100" not in str(found)


def test_another_program_is_a_warning(albany: Callable[..., Standing]) -> None:
    other = load(programs() / "santa-fe-nm").resolve()
    found = compared(other, albany(), "mou", NO_HISTORY)
    assert [each.code for each in found.diagnostics] == ["LK741"]
    assert found.comparison is not None


def test_a_document_that_one_side_does_not_have_is_an_error(albany: Callable[..., Standing]) -> None:
    found = compared(albany(), albany(), "pocket-card", NO_HISTORY)
    assert {each.code for each in found.diagnostics} == {"LK740"}
    assert found.comparison is None
    assert write(found, ["docx"], Path("nowhere"), "leadkit") == found


def test_a_file_that_is_there_is_written_over_on_demand_only(tmp_path: Path) -> None:
    done = Redline(compare(*PAIRS["word changed"]))
    first = write(done, ["docx", "memo"], tmp_path, "leadkit")
    assert [each.path.name for each in first.files] == [
        "mou-redline.docx", "mou-changes.docx", "mou-changes.pdf", "mou-changes.html", "mou-changes.md",
    ]  # fmt: skip
    assert write(done, ["docx"], tmp_path, "leadkit").diagnostics == ()
    edited = tmp_path / "mou-redline.docx"
    edited.write_bytes(b"edited")
    assert [each.code for each in write(done, ["docx"], tmp_path, "leadkit").diagnostics] == ["LK742"]
    assert edited.read_bytes() == b"edited"
    (tmp_path / "mou-changes.md").write_bytes(b"edited")
    (both,) = write(done, ["docx", "memo"], tmp_path, "leadkit").diagnostics
    assert both.message.endswith("mou-changes.md are there already with other words, and are left as they are.")
    assert write(done, ["docx"], tmp_path, "leadkit", overwrite=True).files


def test_a_folder_that_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    done = write(Redline(compare(*PAIRS["word changed"])), ["html"], tmp_path / "out", "leadkit")
    assert [each.code for each in done.diagnostics] == ["LK716"]
