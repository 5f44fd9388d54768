"""What ``leadkit build`` writes in Spanish, what it refuses, and what it says that leadkit does not carry."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.documents.status.papers import Fault, papers
from leadkit.model.load import load
from tests.sampling import takes_long


def _build(folder: Path, documents: str, *more: str) -> tuple[int, str]:
    arguments = ["build", str(folder), "--document", documents, "--format", "md", "--out", "out", *more]
    result = CliRunner().invoke(command, arguments, standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value, result.output


def test_a_release_in_draft_translation_is_told_and_the_english_one_is_written(over_county) -> None:
    code, printed = _build(over_county("documents: {}\n"), "release-treatment")
    assert code == 1
    assert [path.name for path in Path("out/laid-over").glob("*.md")] == ["release-treatment.md"]
    assert "LK766" in printed
    assert "  release-treatment.es: " in printed


def test_a_language_without_a_text_is_told_and_the_english_one_is_written(over_county) -> None:
    piece = (
        "documents:\n  partner-list: {languages: [en, es]}\n"
        "  service-directory: {kind: service_directory, audience: public, status: draft, languages: [fr, es-MX]}\n"
    )
    code, printed = _build(over_county(piece), "partner-list,service-directory")
    assert code == 0, printed
    written = sorted(path.name for path in Path("out/laid-over").glob("*.md"))
    assert written == ["partner-list.md", "service-directory.es.md", "service-directory.md"]
    listed = json.loads(Path("out/laid-over/build.json").read_text(encoding="utf-8"))["documents"]
    assert [(each["document"], each["language"]) for each in listed] == [
        ("partner-list", "en"), ("service-directory", "en"), ("service-directory.es", "es"),
    ]  # fmt: skip
    assert "In the language es leadkit has no text of: partner-list\n" in printed
    assert "In the language fr leadkit has no text of: service-directory\n" in printed
    _, told = _build(Path("laid-over"), "partner-list", "--json")
    assert json.loads(told)["programs"][0]["without"] == [{"document": "partner-list", "languages": ["es"]}]


@takes_long
def test_a_translation_that_is_older_than_what_the_program_says_is_told(over_county) -> None:
    _build(over_county("documents: {}\n"), "grievance-form")
    changed = load(over_county("procedure: {grievance: {answer_within: 3 days}}\n")).resolve()
    told, _ = papers(changed, Path("out/laid-over"))
    faults = {each.document: each.faults for each in told if each.document.startswith("grievance-form")}
    assert faults == {"grievance-form": (Fault.TEXT_CHANGED,), "grievance-form.es": (Fault.TEXT_CHANGED,)}
