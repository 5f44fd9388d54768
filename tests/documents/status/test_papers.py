"""Built papers against what the program prints now: stale, edited, gone, never built; and lists that are no lists."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents import build_standing
from leadkit.documents.manifest import write_manifest, written_before
from leadkit.documents.status.papers import Fault, PaperStanding, papers
from leadkit.model.load import Jurisdiction, load
from leadkit.model.standing import Standing
from tests.sampling import sampled, takes_long

FEW = ("eligibility-annex", "partner-list", "pocket-card")
DAY = date(2026, 12, 1)
OTHER_LIMIT = "eligibility: {age: {minimum: 21}}"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leadkit with three documents: the others take their time, and tell nothing more here."""
    monkeypatch.setattr("leadkit.documents.paper.document_ids", lambda root: FEW)


@pytest.fixture
def county(over_county: Callable[[str], Path]) -> Callable[..., Standing]:
    read: dict[str, Jurisdiction] = {}

    def stand(piece: str = "x-none: none", on: date = DAY) -> Standing:
        read[piece] = read.get(piece) or load(over_county(piece))
        return read[piece].resolve(on)

    return stand


def built(standing: Standing, out: Path, *documents: str, formats: tuple[str, ...] = ("md",)) -> None:
    results = build_standing(standing, documents or FEW, formats, out)
    assert write_manifest(results, "digest", out, written_before(out)) == ()


def faults(standing: Standing, out: Path) -> dict[str, tuple[Fault, ...]]:
    found, unread = papers(standing, out)
    assert unread is None
    return {each.document: each.faults for each in found}


def one(standing: Standing, out: Path, document: str) -> PaperStanding:
    return next(each for each in papers(standing, out)[0] if each.document == document)


def test_what_was_built_is_as_it_would_be_printed_also_on_a_later_day(county, tmp_path: Path) -> None:
    built(county(), tmp_path / "out")
    later = faults(county(on=date(2027, 2, 3)), tmp_path / "out")
    assert later == dict.fromkeys(("eligibility-annex", "partner-list", "pocket-card"), ())


def test_a_card_older_than_its_annex_is_stale(county, tmp_path: Path) -> None:
    built(county(), tmp_path / "out")
    changed = county(OTHER_LIMIT)
    told = faults(changed, tmp_path / "out")
    assert Fault.OLD_SOURCE in told["pocket-card"]
    assert one(changed, tmp_path / "out", "pocket-card").sources == ("eligibility-annex",)
    assert told["eligibility-annex"] == (Fault.ADOPTED_TEXT_CHANGED,)
    assert told["partner-list"] == ()
    built(changed, tmp_path / "out", "eligibility-annex")
    told = faults(changed, tmp_path / "out")
    assert (told["eligibility-annex"], Fault.OLD_SOURCE in told["pocket-card"]) == ((), True)


@takes_long
def test_a_new_version_of_an_adopted_text_is_no_change_behind_anybodys_back(county, tmp_path: Path) -> None:
    built(county(), tmp_path / "out", "eligibility-annex")
    newer = county(f"{OTHER_LIMIT}\nagreement: {{annexes: {{eligibility: {{version: 2026-12}}}}}}")
    found = one(newer, tmp_path / "out", "eligibility-annex")
    assert found.faults == (Fault.TEXT_CHANGED, Fault.STATUS_CHANGED)
    assert found.now == "Adopted, version 2026-12"


def test_files_that_were_changed_or_are_gone_are_named(county, tmp_path: Path) -> None:
    built(county(), tmp_path / "out", "partner-list", formats=("md", "html"))
    (tmp_path / "out" / "partner-list.md").write_text("Mine.", encoding="utf-8")
    (tmp_path / "out" / "partner-list.html").unlink()
    found = one(county(), tmp_path / "out", "partner-list")
    assert (found.edited, found.missing) == (("partner-list.md",), ("partner-list.html",))
    assert found.faults == (Fault.EDITED, Fault.MISSING)


def test_what_was_never_built_or_is_no_longer_made_is_told(county, tmp_path: Path) -> None:
    built(county(), tmp_path / "out", "partner-list")
    gone = county("documents: {partner-list: {generate: no}}")
    told = faults(gone, tmp_path / "out")
    assert told["partner-list"] == (Fault.NO_LONGER_MADE,)
    assert told["pocket-card"] == (Fault.NEVER_BUILT,)
    assert set(faults(county(), tmp_path / "nowhere").values()) == {(Fault.NEVER_BUILT,)}


@takes_long
def test_a_build_of_one_format_leaves_what_is_known_of_the_others(county, tmp_path: Path) -> None:
    built(county(), tmp_path / "out", "pocket-card", formats=("md", "html"))
    built(county(OTHER_LIMIT), tmp_path / "out", "pocket-card")
    found = {each.files: each.faults for each in papers(county(OTHER_LIMIT), tmp_path / "out")[0] if each.files}
    assert found[("pocket-card.md",)] == ()
    assert Fault.OLD_SOURCE in found[("pocket-card.html",)]


@pytest.mark.parametrize(
    "content", sampled([b"", b"[" * 100_000, b'{"documents": {}}', b"\xff\xfe", b"[]", b"{", b"null", b'"build"'], 2)
)
def test_a_list_that_is_none_is_a_finding(content: bytes, county, tmp_path: Path) -> None:
    (tmp_path / "build.json").write_bytes(content)
    found, unread = papers(county(), tmp_path)
    assert (found, unread.code) == ((), "LK761")
    assert "Traceback" not in unread.message
    assert written_before(tmp_path) == {}


def test_a_list_reaches_for_no_file_outside_its_folder(county, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    out = tmp_path / "out"
    built(county(), out, "partner-list")
    listed = json.loads((out / "build.json").read_text(encoding="utf-8"))
    entry = listed["documents"][0]
    entry["files"] += [{"name": name, "sha256": "0"} for name in ("../secret", "/etc/passwd", "..", "", 7)] + ["x"]
    entry |= {"cites": ["x"], "status": 7}
    listed["documents"] += [None, 7, {"files": 7}, {"document": [], "on": [], "files": entry["files"][:1]}]
    (out / "build.json").write_text(json.dumps(listed), encoding="utf-8")
    found, unread = papers(county(), out)
    assert unread is None
    assert {name for each in found for name in each.files} == {"partner-list.md"}


@takes_long
def test_a_link_is_not_followed(county, tmp_path: Path) -> None:
    built(county(), tmp_path / "out", "partner-list")
    file = tmp_path / "out" / "partner-list.md"
    file.rename(tmp_path / "elsewhere.md")
    file.symlink_to(tmp_path / "elsewhere.md")
    assert one(county(), tmp_path / "out", "partner-list").edited == ("partner-list.md",)
