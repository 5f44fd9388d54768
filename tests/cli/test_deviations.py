"""``leadkit override`` begins a change, and ``leadkit deviations`` shows every one, word by word."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.resources import programs
from tests.sampling import takes_long

BEGIN = ["--by", "Office of county counsel", "--on", "2026-11-01", "--reason", "The Board decided <so>."]


@pytest.fixture
def county(tmp_path, monkeypatch):
    """A copy of the example county without overrides of its own."""
    shutil.copytree(programs() / "example-county", tmp_path / "county")
    shutil.rmtree(tmp_path / "county/clauses", ignore_errors=True)
    file = tmp_path / "county/documents.yaml"
    text = file.read_text(encoding="utf-8").replace("    overrides: clauses/mou\n", "")
    file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "county"


def run(*arguments, code=0):
    result = CliRunner().invoke(command, list(arguments), standalone_mode=False)
    assert result.exception is None, result.exception
    assert result.return_value == code, result.output
    return result.output


def begin(clause, *more, document="withdrawal-form", code=0):
    return run("override", "county", "--document", document, "--clause", clause, *BEGIN, *more, code=code)


def test_a_change_is_begun_edited_and_shown(county):
    before = {file.name: file.read_bytes() for file in county.glob("*.yaml")}
    assert "Nothing was written" in begin("leaving", "--as", "replace")
    assert not (county / "clauses").exists()
    assert "Wrote county/clauses/withdrawal-form/leaving.md" in begin("leaving", "--as", "replace", "--yes")
    after = {name: (county / name).read_bytes() for name in before}
    after["documents.yaml"] = after["documents.yaml"].replace(b", overrides: clauses/withdrawal-form}", b"}")
    assert after == before
    assert "Its words are still the same." in run("deviations", "county")
    file = county / "clauses/withdrawal-form/leaving.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("need give no reason", "need give no ground"), encoding="utf-8")
    shown = run("deviations", "county")
    assert "What the Party Gives Notice Of (leaving): replaced by this document" in shown
    assert "Office of county counsel, 2026-11-01: The Board decided <so>." in shown
    assert (
        "{{ agreement.withdrawal.notice | legal }} after this notice takes effect. The party need give no [-reason-]"
        in shown
    )
    assert (
        "at least sixty (60) days after this notice takes effect. The party need give no [-reason-]{+ground+}." in shown
    )
    page = run("deviations", "county", "--format", "html")
    assert "<ins>" in page and "The Board decided &lt;so&gt;." in page and "<so>" not in page
    assert "~~reason~~**ground**" in run("deviations", "county", "--format", "md")
    (one,) = json.loads(run("deviations", "county", "--format", "json"))["programs"][0]["documents"]
    clause = one["clauses"][0]
    assert (one["document"], clause["clause"], clause["stale"]) == ("withdrawal-form", "leaving", False)
    assert run("deviations", "county", "--exit-code", code=1)


def test_without_overrides_no_clause_differs(county):
    assert run("deviations", "county", "--exit-code") == "No clause differs from the model.\n"


def test_a_new_clause_refuses_the_document_until_it_is_written(county):
    begin("leaving", "--as", "insert-after", "--id", "county-notice", "--yes")
    said = run("deviations", "county", "--document", "withdrawal-form", code=1)
    assert "LK730" in said and "Write the clause below the head." in said
    built = run("build", "county", "--document", "withdrawal-form", "--format", "md", code=1)
    assert "has no text yet" in built


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("withdrawl", "--as", "replace"), "Did you mean withdrawal?"),
        (("definitions", "--as", "remove"), "is mandatory"),
        (("withdrawal", "--as", "alternate", "--use", "nothing"), "no alternate nothing"),
        (("disputes", "--as", "insert-after", "--id", "term"), "has a clause term already"),
    ],
)
def test_what_cannot_be_begun_is_told(county, arguments, said):
    assert said in begin(*arguments, "--yes", document="mou", code=1)
    assert not (county / "clauses").exists()


def test_a_second_change_of_one_clause_is_refused(county):
    begun = begin("disputes", "--as", "remove", "--yes", document="mou")
    assert begun.endswith("leadkit build now prints the change.\n")  # there is no text to write
    assert "    overrides: clauses/mou\n" in (county / "documents.yaml").read_text(encoding="utf-8")
    said = begin("disputes", "--as", "replace", document="mou", code=1)
    assert "changes the clause disputes already" in said


def test_a_document_that_is_not_listed_gets_the_clauses_of_the_jurisdiction(county):
    said = begin("gaps", "--as", "replace", "--yes", document="open-decisions")
    assert "county/clauses/open-decisions/gaps.md" in said
    assert "  clauses: clauses\n" in (county / "program.yaml").read_text(encoding="utf-8")
    assert "replaced by the jurisdiction" in run("deviations", "county", "--document", "open-decisions")


def test_the_clauses_of_a_base_count_for_what_extends_it_and_come_first(county):
    """As the guide says: begun in the program, moved to the base, and changed once more by the program."""
    base = county.parent / "state"
    base.mkdir()
    (base / "program.yaml").write_text("base: yes\nschema_version: 1\nprogram: {clauses: clauses}\n", encoding="utf-8")
    file = county / "program.yaml"
    own = file.read_text(encoding="utf-8").replace("\nprogram:\n", "\nextends: ../state\nadd:\n  program:\n")
    head, _, rest = own.partition("  program:\n")
    rest = "".join(f"  {line}" if line.strip() else line for line in rest.splitlines(keepends=True))
    file.write_text(f"{head}  program:\n{rest}", encoding="utf-8")
    paper = "open-decisions"
    said = begin("gaps", "--as", "replace", "--yes", document=paper)
    assert "Add to change.program: clauses: clauses\n" in said
    shutil.move(county / "clauses", base / "clauses")
    changed = base / "clauses" / paper / "gaps.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("long ago", "years ago"), encoding="utf-8")
    begin("gaps", "--as", "replace", "--yes", document=paper)
    file.write_text(f"{file.read_text(encoding='utf-8')}change:\n  program: {{clauses: clauses}}\n", encoding="utf-8")
    ours = county / "clauses" / paper / "gaps.md"
    ours.write_text(ours.read_text(encoding="utf-8").replace("years ago", "before"), encoding="utf-8")
    shown = run("deviations", "county", "--document", paper)
    assert shown.index("state/clauses/open-decisions/gaps.md") < shown.index("county/clauses/open-decisions/gaps.md")
    assert "[-long-]{+years+} ago" in shown
    assert "[-years ago-]{+before+}" in shown


@takes_long
def test_a_new_clause_among_the_recitals_is_named_by_its_article(county):
    begin("recitals", "--as", "insert-after", "--id", "why-here", "--yes", document="mou")
    file = county / "clauses/mou/why-here.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}The county asked for it.\n", encoding="utf-8")
    assert "Recitals (why-here): added by this document" in run("deviations", "county", "--document", "mou")


def test_the_clauses_are_listed_with_their_alternates(county):
    listed = json.loads(run("override", "county", "--document", "mou", "--list", "--json"))
    clauses = {each["clause"]: each for each in listed["clauses"]}
    assert clauses["definitions"]["status"] == "mandatory"
    assert len(clauses["withdrawal"]["hash"]) == 16
    assert re.search(r"^  14\.2 +withdrawal ", run("override", "county", "--document", "mou", "--list"), re.MULTILINE)


@takes_long
def test_the_list_of_clauses_marks_those_that_are_changed_already(county):
    begin("disputes", "--as", "remove", "--yes", document="mou")
    begin("governing-law", "--as", "replace", "--yes", document="mou")
    listed = run("override", "county", "--document", "mou", "--list")
    assert "\ndisputes: taken out by county/clauses/mou/disputes.md\n" in listed
    assert re.search(r"governing-law .*\n    changed by county/clauses/mou/governing-law\.md\n", listed)
    told = json.loads(run("override", "county", "--document", "mou", "--list", "--json"))["clauses"]
    law = next(each for each in told if each["clause"] == "governing-law")
    assert law["overrides"] == ["county/clauses/mou/governing-law.md"]
    assert law["number"].startswith("16.")


def test_a_revision_in_git_is_not_written_to(county):
    result = CliRunner().invoke(command, ["deviations", "git:HEAD:county", "--accept"], standalone_mode=False)
    assert result.exception is not None
