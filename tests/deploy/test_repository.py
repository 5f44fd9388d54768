"""The repository: two branches, whole or not at all, and updates that git merges."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.deploy import repository as rooms
from leadkit.deploy.git import GitError, Repository
from leadkit.deploy.render import Rendered
from leadkit.deploy.repository import GENERATED, begin
from leadkit.deploy.state import Made, made_of
from leadkit.deploy.status import status_of
from leadkit.deploy.updating import Plan, Update, carry_out, is_needed
from leadkit.diagnostic import Diagnostic
from leadkit.model.load import load
from tests.deploy.benches import FIRST, LINES, rendered

Git = Callable[..., str]
TODAY = date(2026, 12, 1)
BRANCH = "leadkit/update-2026-12-01"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A service of four files."""
    assert begin(rendered(FIRST), tmp_path / "site", "leadkit 0.1.0; agreement aaaaaaaa") is True
    return tmp_path / "site"


def _made(place: Path) -> Made:
    made = made_of(place)
    assert isinstance(made, Made)
    return made


def _plan(place: Path, new: Rendered) -> Plan:
    return Plan(_made(place), new, (), (), "leadkit 0.1.0 → 0.2.0; agreement aaaaaaaa → bbbbbbbb")


def _update(place: Path, files: dict[str, str]) -> Update:
    done = carry_out(_plan(place, rendered(files, leadkit="0.2.0")), TODAY)
    assert isinstance(done, Update), done
    return done


def test_a_new_repository_is_the_pure_render_on_both_branches(site: Path, git: Git) -> None:
    assert git(site, "status", "--porcelain") == ""
    assert git(site, "rev-parse", "main") == git(site, "rev-parse", GENERATED)
    assert git(site, "branch", "--show-current").strip() == "main"
    assert git(site, "ls-files", "-s", "run.sh").startswith("100755")
    assert (site / "lead/views.py").read_text(encoding="utf-8") == LINES


def test_nothing_is_written_over_what_is_there(site: Path) -> None:
    before = sorted(site.rglob("*"))
    refused = begin(rendered(FIRST), site, "again")
    assert isinstance(refused, Diagnostic)
    assert refused.code == "LK833"
    assert sorted(site.rglob("*")) == before


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert begin(rendered(FIRST), tmp_path / "site", "first") is True


def test_a_run_that_is_interrupted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rooms, "first_commit", stopped)
    with pytest.raises(KeyboardInterrupt):
        begin(rendered(FIRST), tmp_path / "site", "first")
    assert list(tmp_path.iterdir()) == []


def test_without_git_the_files_are_written_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "has_git", lambda: False)
    assert begin(rendered(FIRST), tmp_path / "site", "first") is False
    assert not (tmp_path / "site" / ".git").exists()
    assert (tmp_path / "site" / "lead/views.py").is_file()


@pytest.mark.parametrize("history", ["branch", "clone", "only main"])
def test_an_update_keeps_what_the_county_wrote_and_marks_what_both_changed(
    site: Path, tmp_path: Path, git: Git, history: str
) -> None:
    """In a fresh clone there is no branch but main, and the branch that leadkit writes may never have been pushed."""
    if history != "branch":
        arguments = ["--single-branch"] if history == "only main" else []
        git(tmp_path, "clone", "--quiet", *arguments, str(site), "clone")
        site = tmp_path / "clone"
    views = site / "lead/views.py"
    views.write_text(LINES.replace("line 5\n", "line five, says the county\n"), encoding="utf-8")
    (site / "local/settings.py").write_text("# ours\nCOUNTY = True\n", encoding="utf-8")
    git(site, "commit", "--quiet", "--all", "--message", "Our own work")

    new = FIRST | {
        "config/settings.py": LINES.replace("line 30\n", "line thirty\n"),
        "lead/views.py": LINES.replace("line 5\n", "line 5, says leadkit\n"),
        "lead/more.py": "more\n",
        "local/settings.py": "# another beginning\n",
    }
    done = _update(site, new)
    assert (done.branch, done.conflicts) == (BRANCH, ("lead/views.py",))
    assert [one.code for one in done.findings] == ["LK832"]
    text = views.read_text(encoding="utf-8")
    assert "<<<<<<<" in text
    assert "says the county" in text
    assert "says leadkit" in text
    assert "thirty" in (site / "config/settings.py").read_text(encoding="utf-8")
    assert (site / "lead/more.py").is_file()
    assert (site / "local/settings.py").read_text(encoding="utf-8") == "# ours\nCOUNTY = True\n"
    marked = [each for each in site.rglob("*.py") if "<<<<<<<" in each.read_text(encoding="utf-8")]
    assert marked == [views]


def test_a_file_that_leadkit_takes_out_is_taken_out_and_the_county_keeps_its_own(site: Path, git: Git) -> None:
    new = {path: text for path, text in FIRST.items() if path not in ("lead/views.py", "local/settings.py")}
    assert _update(site, new).conflicts == ()
    assert not (site / "lead/views.py").exists()
    assert (site / "local/settings.py").is_file()
    assert git(site, "branch", "--show-current").strip() == BRANCH
    assert git(site, "log", "-1", "--format=%s", GENERATED).startswith("leadkit 0.1.0 → 0.2.0")


def test_the_same_render_needs_no_update_and_one_that_was_begun_does(site: Path, git: Git) -> None:
    same = rendered(FIRST)
    assert not is_needed(_plan(site, same))
    assert _update(site, FIRST | {"lead/more.py": "more\n"}).conflicts == ()
    again = _plan(site, rendered(FIRST | {"lead/more.py": "more\n"}, leadkit="0.2.0"))
    assert not is_needed(again)
    git(site, "switch", "--quiet", "main")
    assert is_needed(again)
    assert _update(site, FIRST | {"lead/more.py": "more\n"}).branch == f"{BRANCH}-2"


def test_a_history_that_leadkit_did_not_begin_is_begun_from_the_hashes(site: Path, tmp_path: Path, git: Git) -> None:
    import shutil

    shutil.rmtree(site / ".git")
    (site / "lead/views.py").write_text(LINES.replace("line 5\n", "line five\n"), encoding="utf-8")
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message", "From the archive")
    done = _update(site, FIRST | {"config/settings.py": LINES.replace("line 30\n", "line thirty\n")})
    assert done.conflicts == ()
    assert "line five" in (site / "lead/views.py").read_text(encoding="utf-8")
    assert "line thirty" in (site / "config/settings.py").read_text(encoding="utf-8")


def test_a_folder_without_a_history_is_updated_by_its_hashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "has_git", lambda: False)
    site = tmp_path / "site"
    begin(rendered(FIRST), site, "first")
    (site / "lead/views.py").write_text("the county's own\n", encoding="utf-8")
    (site / "config/settings.py").write_text("the county's own\n", encoding="utf-8")
    new = FIRST | {"lead/views.py": "leadkit's own\n", "run.sh": "#!/bin/sh\necho\n", "local/settings.py": "other\n"}
    done = _update(site, new)
    assert (done.branch, done.conflicts) == ("", ("lead/views.py",))
    assert (site / "lead/views.py").read_text(encoding="utf-8") == "the county's own\n"
    assert (site / "lead/views.py.leadkit-new").read_text(encoding="utf-8") == "leadkit's own\n"
    assert (site / "config/settings.py").read_text(encoding="utf-8") == "the county's own\n"
    assert (site / "run.sh").read_text(encoding="utf-8").endswith("echo\n")
    assert (site / "local/settings.py").read_text(encoding="utf-8") == "# ours\n"


def test_where_git_fails_the_branch_that_was_checked_out_is_so_again(
    site: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Repository.run

    def failing(self: Repository, *arguments: str, **options: object) -> str:
        if arguments[0] == "merge" and "--no-ff" in arguments:
            raise GitError("no space left")
        return run(self, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Repository, "run", failing)
    done = carry_out(_plan(site, rendered(FIRST | {"lead/more.py": "more\n"})), TODAY)
    assert isinstance(done, Diagnostic)
    assert (done.code, "no space left" in done.message) == ("LK834", True)
    assert git(site, "branch", "--show-current").strip() == "main"
    assert git(site, "status", "--porcelain") == ""


def test_the_status_lists_what_the_county_edited(site: Path, tmp_path: Path) -> None:
    (site / "lead/views.py").write_text("other\n", encoding="utf-8")
    (site / "run.sh").unlink()
    (site / "local/settings.py").write_text("other\n", encoding="utf-8")
    status = status_of(_made(site), load(tmp_path / "nothing"))
    assert (status.edited, status.missing) == (("lead/views.py",), ("run.sh",))
    assert status.history


@pytest.mark.parametrize(
    "lock", ["{}", "[]", '{"program": "../../etc"}', '{"program": ".."}', '{"program": 3}', "{" * 5000, "\x00"]
)
def test_a_folder_that_is_no_service_is_told_to_be_none(site: Path, lock: str) -> None:
    (site / ".leadkit/lock.json").write_text(lock, encoding="utf-8")
    found = made_of(site)
    assert isinstance(found, Diagnostic)
    assert found.code == "LK830"


def test_a_link_that_leads_out_of_the_repository_is_not_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret\n", encoding="utf-8")
    (site / "lead/views.py").unlink()
    (site / "lead/views.py").symlink_to(tmp_path / "secret")
    assert _made(site).missing() == ("lead/views.py",)


@pytest.mark.parametrize("listed", ["../../../evil.txt", "/etc/passwd", "lead/../../evil.txt", "lead\0"])
def test_a_manifest_that_leads_out_of_the_repository_is_refused(site: Path, listed: str) -> None:
    manifest = site / ".leadkit/manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    held["files"][listed] = "0"
    manifest.write_text(json.dumps(held), encoding="utf-8")
    found = made_of(site)
    assert isinstance(found, Diagnostic)
    assert "leads out" in found.message


def test_compiled_data_that_is_a_link_to_elsewhere_is_refused(site: Path, tmp_path: Path) -> None:
    manifest = site / ".leadkit/manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    held["files"]["lead/data/policy.json"] = "0"
    manifest.write_text(json.dumps(held), encoding="utf-8")
    assert isinstance(made_of(site), Made)
    (site / "lead/data").mkdir(exist_ok=True)
    (site / "lead/data/policy.json").unlink(missing_ok=True)
    (site / "lead/data/policy.json").symlink_to(tmp_path / "elsewhere")
    found = made_of(site)
    assert isinstance(found, Diagnostic)
    assert "lead/data/policy.json leads out" in found.message
