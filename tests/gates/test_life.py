"""One full life of an agreement: begun, built, edited by counsel, taken in, changed, redlined, amended and restated."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.documents.amendment.chain import done, unpacked, words_of
from leadkit.documents.standing import compose_standing
from leadkit.model.load import load
from tests.documents.redline.reading import ACCEPTED, REJECTED, lines
from tests.gates.office import work
from tests.gates.resolving import ACCEPT, REJECT, resolved

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "begin-from-a-file.md"
SETTLED = """
  withdrawal: {at_will: yes, notice: 60 days, effect_on_participants: Each person's care goes on.}
  termination: {by: all_parties, notice: 90 days, survives: records, effect_on_participants: Each is handed on.}
  amendment: {written: yes, by: unanimous_parties, notice: 30 days}
"""
COUNSEL = "\n".join(
    (
        "  Tracked()",
        '  Written("is amended only in writing", "is amended only in writing that names it")',
        '  Written("sixty (60) days", "seventy-five (75) days")',
        '  Added("thirty (30) days", "A clerk of the Board keeps each amendment.")',
    )
)
NAMES_IT = "This Agreement is amended only in writing that names it."
KEEPS = "A clerk of the Board keeps each amendment."


class Life:
    """A program, and the commands that its planner types."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.county = place / "county"
        self.out = place / "out"

    def type(self, *arguments: str | Path) -> str:
        result = CliRunner().invoke(command, [*map(str, arguments)], standalone_mode=False)
        assert result.exception is None and result.return_value in (None, 0), result.output
        return result.output

    def build(self, *options: str) -> str:
        """Build the memorandum, and give its words."""
        self.type("build", self.county, "--document", "mou", "--format", "docx,md", "--out", self.out, *options)
        return (self.out / "county" / "mou.md").read_text(encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        path = self.county / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A county in which nothing but its agreement's ending and change is settled."""
    life = Life(tmp_path_factory.mktemp("life"))
    answers = re.search(r'title="answers.yaml"\n(.*?)```', GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert answers is not None
    (life.place / "answers.yaml").write_text(answers[1], encoding="utf-8")
    life.type("new", life.county, "--answers", life.place / "answers.yaml")
    life.change("agreement.yaml", "\n  parties:\n", f"{SETTLED}  parties:\n")
    opened = life.county / "open.yaml"
    text = opened.read_text(encoding="utf-8")
    for name in ("withdrawal", "termination", "amendment"):
        text, count = re.subn(rf"  agreement\.{name}:\n(?:    .*\n)+", "", text)
        assert count == 1
    opened.write_text(text, encoding="utf-8")
    return life


@pytest.mark.gate("soffice")
def test_nothing_is_lost_from_the_first_draft_to_the_restated_text(life: Life) -> None:
    first = life.build()
    assert "This Agreement is amended only in writing." in first
    built = life.out / "county" / "mou.docx"
    counsels = life.place / "returned.docx"
    work(life.place, [(built, counsels, COUNSEL)])

    life.type("review", counsels, "--into", life.county, "--yes", "--by", "County counsel", "--on", "2026-12-01")
    agreed = life.build()
    assert NAMES_IT in agreed and KEEPS in agreed
    assert "seventy-five (75) days" in agreed and "notice: 75 days" in _text(life, "agreement.yaml")
    assert _others(agreed) == _others(first)
    deviations = life.type("deviations", life.county)
    assert "County counsel" in deviations and "that names it" in deviations

    signed = Path(shutil.copytree(life.county, life.place / "signed" / "county"))
    life.change("agreement.yaml", "notice: 90 days", "notice: 120 days")
    said = life.type("redline", signed, life.county, "--out", life.out)
    assert "1 changed clause" in said
    _both_readers_agree(life, signed)

    life.type("amend", signed, life.county, "--format", "md", "--keep", "--effective", "2027-07-01", "--out", life.out)
    amendment = _out(life, "mou-amendment-1.md")
    assert amendment.count("is amended to read:") == 1
    assert "one hundred twenty (120) days" in amendment and NAMES_IT not in amendment
    restated = _out(life, "mou-restated.md")
    assert NAMES_IT in restated and KEEPS in restated and "seventy-five (75) days" in restated
    record = unpacked((life.county / "amendments" / "mou-amendment-1.json").read_bytes())
    assert done(_words(signed), record) == _words(life.county)
    assert json.loads((life.out / "county" / "build.json").read_text(encoding="utf-8"))["documents"]
    life.type("status", life.county, "--out", life.out)


def _both_readers_agree(life: Life, signed: Path) -> None:
    """All changes accepted, the redline is the new text; all rejected, the old one: to us and to LibreOffice."""
    redline = life.out / "county" / "mou-redline.docx"
    life.type("build", signed, "--document", "mou", "--format", "docx", "--out", life.place / "before")
    life.build()
    old, new = (folder / "county" / "mou.docx" for folder in (life.place / "before", life.out))
    content = redline.read_bytes()
    assert lines(content, REJECTED) == lines(old.read_bytes())
    assert lines(content, ACCEPTED) == lines(new.read_bytes())
    place = life.place / "resolved"
    place.mkdir()
    before, after = (Path(shutil.copy(each, place / name)) for each, name in ((old, "old.docx"), (new, "new.docx")))
    made = resolved([redline, before, after], place)
    for command_, alone in ((ACCEPT, after), (REJECT, before)):
        assert _said(made[redline.stem, command_]) == _said(made[alone.stem, command_])


def _said(file: Path) -> list[object]:
    """The words of each paragraph and row that LibreOffice saved."""
    return [line[-1] for line in lines(file.read_bytes()) if line[-1]]


def _text(life: Life, file: str) -> str:
    return (life.county / file).read_text(encoding="utf-8")


def _out(life: Life, file: str) -> str:
    return (life.out / "county" / file).read_text(encoding="utf-8")


def _words(program: Path) -> dict[str, str]:
    jurisdiction = load(program)
    document = compose_standing(jurisdiction.resolve(jurisdiction.as_of), "mou").document
    assert document is not None
    return words_of(document)


def _others(text: str) -> list[str]:
    """The lines of a text that counsel did not touch."""
    touched = ("amended only in writing", "clerk of the Board", "(60) days", "(75) days", "Fingerprint", "(30) days")
    return [line for line in text.splitlines() if line.strip() and not any(words in line for words in touched)]
