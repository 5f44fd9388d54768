"""Which documents a program has: those that it lists, under its own names, and one of each further kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.documents.paper import papers_of
from leadkit.model.documents import DocumentSetting
from tests.sampling import takes_long

Over = Callable[[str], Path]


def _setting(kind: str, **fields: object) -> DocumentSetting:
    return DocumentSetting.model_validate({"kind": kind, "audience": "public", "status": "draft", **fields})


def test_several_of_a_kind_are_papers_of_their_own() -> None:
    papers = papers_of({"areas-city": _setting("areas_annex"), "areas-county": _setting("areas_annex")})
    assert [one.id for one in papers if one.printer == "areas-annex"] == ["areas-city", "areas-county"]


def test_a_kind_that_is_not_listed_has_one_paper_of_its_own_name() -> None:
    papers = {one.id: one for one in papers_of({"the-agreement": _setting("mou")})}
    assert "mou" not in papers
    assert papers["the-agreement"].printer == "mou"
    assert papers["party-roster"].setting is None


def test_what_was_superseded_or_is_not_to_be_made_is_no_paper_and_stands_for_its_kind() -> None:
    old, off = _setting("mou", status="superseded"), _setting("areas_annex", generate="no")
    assert {"old", "off", "mou", "areas-annex"}.isdisjoint(one.id for one in papers_of({"old": old, "off": off}))


def _built(out: Path, *arguments: str) -> tuple[int, dict[str, str]]:
    asked = ["build", *arguments, "--format", "md", "--out", str(out), "--json"]
    done = CliRunner().invoke(command, asked, standalone_mode=False)
    (program,) = json.loads(done.output)["programs"]
    return done.return_value, {one["document"]: one["reason"] for one in program["left_out"] if not one["part"]}


@takes_long
def test_a_document_that_is_listed_and_cannot_be_made_is_told_and_fails_only_where_it_is_asked_for(
    over_county: Over, tmp_path: Path
) -> None:
    folder = str(over_county("documents: {street-map: {kind: map, audience: public, status: draft}}"))
    code, left_out = _built(tmp_path / "out", folder, "--document", "street-map")
    assert (code, left_out) == (1, {"street-map": "leadkit prints no map."})
    code, left_out = _built(tmp_path / "out", folder)
    assert code == 0
    assert left_out["street-map"] == "leadkit prints no map."
    assert (tmp_path / "out" / "laid-over" / "mou.md").exists()


@takes_long
def test_a_document_is_asked_for_by_the_name_that_the_program_gives_it(over_county: Over, tmp_path: Path) -> None:
    piece = "documents: {mou: ~, agreement-of-2026: {kind: mou, audience: public, status: draft}}"
    code, _ = _built(tmp_path / "out", str(over_county(piece)), "--document", "agreement-of-2026")
    assert code == 0
    assert [one.name for one in (tmp_path / "out" / "laid-over").glob("*.md")] == ["agreement-of-2026.md"]


def test_a_name_of_no_document_is_a_mistake_of_usage(over_county: Over) -> None:
    done = CliRunner().invoke(command, ["build", str(over_county("{}")), "--document", "pocket-crd"])
    assert done.exit_code == 2
    assert "Did you mean pocket-card?" in done.output
