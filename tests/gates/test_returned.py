"""Drafts that LibreOffice really edited and saved come back as what was done to them, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents import to_docx
from leadkit.documents.overrides.file import OverrideKind
from leadkit.documents.overrides.saving import save
from leadkit.documents.returned.asked import Asked
from leadkit.documents.returned.marks import key
from leadkit.documents.returned.proposal import Review
from leadkit.documents.returned.reviewing import review
from leadkit.documents.standing import compose_standing
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.returned.conftest import MAPLE, printed
from tests.gates.office import work

DISPUTES = ("A dispute between", "The staff concerned meet", "The heads of the agencies", "A dispute that remains",
            "bears its own cost", "No decision whether", "The care of")  # fmt: skip
JOBS = {
    "saved": "",
    "plain": '  Written("bears its own cost", "pays its own cost")',
    "tracked": '  Tracked()\n  Written("bears its own cost", "pays its own cost")',
    "value": '  Written("ninety (90) days", "one hundred twenty (120) days")',
    "tracked value": '  Tracked()\n  Written("ninety (90) days", "one hundred twenty (120) days")',
    "added": '  Added("No decision whether", "Mediation is held in Maple Falls.")',
    "tracked added": '  Tracked()\n  Added("No decision whether", "Mediation is held in Maple Falls.")',
    "removed": '  Removed("The care of")',
    "tracked removed": '  Tracked()\n  Removed("The care of")',
    "moved": '  Removed("The care of")\n  Added("bears its own", "The care of Participants continues meanwhile.")',
    "split": '  Split(" and an equal share")',
    "tracked split": '  Tracked()\n  Split(" and an equal share")',
    "joined": '  Joined("No decision whether")',
    "tracked joined": '  Tracked()\n  Joined("No decision whether")',
    "commented": '  Commented("ninety (90) days", "Is this long enough?")',
    "new clause": '  Headed("The care of", "Choice of the Mediator", "Heading 2")\n'
                  '  Added("Choice of the Mediator", "The mediator is chosen by lot.")',
    "heading retyped": '  Written("Withdrawal", "Leaving the Agreement")',
    "item moved": '  Demoted("These survive the end")',
    "two authors": '  Tracked()\n  Author("Dana", "Reyes")\n  Written("bears its own cost", "pays its own cost")\n'
                   '  Author("Lee", "Ortiz")\n  Written("an equal share", "a fair share")',
    "footnote": '  Footnoted("bears its own cost", "Save for the retainer.")',
    "text box": '  Boxed("bears its own cost", "Ask the board.")',
    "clause removed": "\n".join(f'  Removed("{words}")' for words in reversed(DISPUTES)) + '\n  Removed("Disputes")',
}  # fmt: skip
CARE, HEARS = "The care of Participants continues meanwhile.", "the cost of the person who hears it."
SAYS: dict[str, tuple[str, Callable[[str], str]]] = {
    "plain": ("disputes", lambda text: text.replace("bears its own cost", "pays its own cost")),
    "value": ("termination", lambda text: text.replace("ninety (90) days", "one hundred twenty (120) days")),
    "added": ("disputes", lambda text: text.replace(f"\n{CARE}", f"\nMediation is held in Maple Falls.\n{CARE}")),
    "removed": ("disputes", lambda text: text.replace(f"\n{CARE}", "")),
    "moved": ("disputes", lambda text: text.replace(f"\n{CARE}", "").replace(HEARS, f"{HEARS}\n{CARE}")),
    "split": ("disputes", lambda text: text.replace(" and an equal share", "\nand an equal share")),
    "joined": ("disputes", lambda text: text.replace(f"\n{CARE}", CARE)),
}
SAYS |= {f"tracked {name}": SAYS[name] for name in ("value", "added", "removed", "split", "joined")}
SAYS["tracked"] = SAYS["plain"]


def draft(folder: Path) -> bytes:
    document = compose_standing(load(folder).resolve(), "mou").document
    assert document is not None
    return to_docx(document)


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the files that came back, one for each job."""
    folder = tmp_path_factory.mktemp("returned")
    (folder / "draft.docx").write_bytes(draft(MAPLE))
    work(folder, [(folder / "draft.docx", folder / f"{name}.docx", edits) for name, edits in JOBS.items()])
    return folder


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return shutil.copytree(MAPLE, tmp_path / "maple")


def reviewed(returned: Path, name: str, county: Path) -> Review:
    made = review((returned / f"{name}.docx").read_bytes(), str(county), Asked())
    assert [one.message for one in made.findings] == []
    return made


@pytest.mark.gate("soffice")
def test_a_file_that_was_only_saved_says_nothing_new(returned: Path, county: Path) -> None:
    assert not reviewed(returned, "saved", county).proposes


@pytest.mark.gate("soffice")
@pytest.mark.parametrize("name", SAYS)
def test_the_program_prints_what_was_edited_and_nothing_else_changes(returned: Path, county: Path, name: str) -> None:
    before = printed(county)
    made = reviewed(returned, name, county)
    assert save(made.before, made.after) is None
    clause, changed = SAYS[name]
    assert changed(before[clause]) != before[clause]
    after = printed(county)
    assert {id_: key(text) for id_, text in after.items()} == {
        id_: key(changed(text) if id_ == clause else text) for id_, text in before.items()
    }


@pytest.mark.gate("soffice")
def test_a_tracked_change_names_its_author_and_day(returned: Path, county: Path) -> None:
    (words,) = reviewed(returned, "tracked", county).words
    assert words.origin.by
    assert words.origin.on > date(2026, 1, 1)


@pytest.mark.gate("soffice")
def test_a_comment_becomes_a_question(returned: Path, county: Path) -> None:
    (question,) = reviewed(returned, "commented", county).questions
    assert (question.path, question.text) == ("agreement.termination.notice", "Is this long enough?")
    assert question.owner == "Dana Reyes"


@pytest.mark.gate("soffice")
def test_a_heading_is_retyped_and_the_numbers_of_references_are_no_edit(returned: Path, county: Path) -> None:
    (words,) = reviewed(returned, "heading retyped", county).words
    assert (words.clause, words.kind) == ("withdrawal", OverrideKind.REPLACE)


@pytest.mark.gate("soffice")
def test_a_sentence_of_two_authors_names_both(returned: Path, county: Path) -> None:
    (words,) = reviewed(returned, "two authors", county).words
    assert words.origin.by == "Dana Reyes and Lee Ortiz"


@pytest.mark.gate("soffice")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("item moved", "was moved one level in"),
        ("footnote", "which says “Save for the retainer.”"),
        ("text box", "which says “Ask the board.”"),
    ],
)
def test_what_no_clause_takes_is_told_with_its_words(returned: Path, county: Path, name: str, said: str) -> None:
    made = review((returned / f"{name}.docx").read_bytes(), str(county), Asked())
    assert not made.proposes
    assert [said in one.message for one in made.findings] == [True]


@pytest.mark.gate("soffice")
def test_a_new_clause_and_a_removed_one(returned: Path, county: Path) -> None:
    (new,) = reviewed(returned, "new clause", county).words
    assert (new.kind, new.place) == (OverrideKind.INSERT_AFTER, "Choice of the Mediator")
    (gone,) = reviewed(returned, "clause removed", county).words
    assert (gone.kind, gone.clause) == (OverrideKind.REMOVE, "disputes")


@pytest.mark.gate("soffice")
def test_rows_and_cells_of_a_table_from_data(tmp_path: Path) -> None:
    """A value in a cell is an edit of its field; a new row is a question, for the program prints the table."""
    county = shutil.copytree(programs() / "example-county", tmp_path / "county")
    file = county / "documents.yaml"
    text = file.read_text(encoding="utf-8").replace("status: adopted", "status: draft", 1)
    file.write_text(text, encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(draft(county))
    jobs = [(tmp_path / "draft.docx", tmp_path / "row.docx", '  RowAdded("How much, and about whom")'),
            (tmp_path / "draft.docx", tmp_path / "saved.docx", ""),
            (tmp_path / "draft.docx", tmp_path / "both.docx",
             '  CellWritten("$3,000,000", "$4,000,000")\n  RowRemoved("Cyber")')]  # fmt: skip
    work(tmp_path, jobs)
    saved = review((tmp_path / "saved.docx").read_bytes(), str(county), Asked())
    assert (saved.findings, saved.proposes) == ((), False)
    row = review((tmp_path / "row.docx").read_bytes(), str(county), Asked())
    assert [one.code for one in row.findings] == ["LK753"]
    assert "Somebody new" in row.findings[0].message
    assert not row.proposes
    both = review((tmp_path / "both.docx").read_bytes(), str(county), Asked())
    assert [(one.path, one.words) for one in both.values] == [
        ("agreement.insurance.professional.in_total", "$4,000,000")
    ]
    assert {one.code for one in both.findings} == {"LK753"}
    assert "A row of a table was taken out" in both.findings[0].message
    assert "Cyber" in both.findings[0].message
