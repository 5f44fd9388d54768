"""How a served site is made: what whoever asks meanwhile is shown, and what is not made again."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from leadkit.model.load import Jurisdiction
from leadkit.resources import programs
from leadkit.site import planning
from leadkit.site.codes import NO_MKDOCS
from leadkit.site.page import Address, Page
from leadkit.site.part import Making
from leadkit.site.publishing import Published
from leadkit.site.serving.workshop import Workshop
from leadkit.site.wanted import Wanted
from tests.sampling import takes_long
from tests.site.conftest import QUIET


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return Path(shutil.copytree(programs() / "albany-ny", tmp_path / "county"))


@pytest.fixture
def workshop(county: Path, tmp_path: Path) -> Workshop:
    return Workshop({"county": str(county)}, tmp_path / "out", QUIET)


def test_who_asks_before_the_first_site_waits_for_it(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[bytes | None] = []
    asking = threading.Thread(target=lambda: answers.append(workshop.file("/county/")))

    def read(_: str, **__: object) -> None:
        asking.start()
        asking.join(0.1)

    def made(*_: object) -> Published:
        (workshop.out / "site/county").mkdir(parents=True)
        (workshop.out / "site/county/index.html").write_bytes(b"here")
        return Published(())

    monkeypatch.setattr("leadkit.site.serving.workshop.load", read)
    monkeypatch.setattr("leadkit.site.serving.workshop.publish", made)
    workshop.make()
    asking.join()
    assert answers == [b"here"]


def test_a_page_that_gives_way_to_the_whole_site_while_it_is_asked_for_is_there(albany: Path) -> None:
    workshop = Workshop({}, albany, QUIET)

    class GivesWay(dict[str, bytes]):
        def __contains__(self, name: object) -> bool:
            workshop._early = {}
            return super().__contains__(name)

    workshop._early = GivesWay({"who.html": b"early"})
    assert workshop.file("/who.html") is not None


def test_what_is_not_there_is_not_the_page_that_is_made_first(albany: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first: list[str] = []

    def early(_: object, path: str, *__: object) -> dict[str, bytes]:
        first.append(path)
        return {}

    monkeypatch.setattr("leadkit.site.serving.workshop.early_page", early)
    monkeypatch.setattr("leadkit.site.serving.workshop.publish", lambda *_: Published(()))
    workshop = Workshop({}, albany, QUIET)
    workshop._pages = (Page(Address("", "en", "who"), "", "", "", ""),)
    for path in ("/who.html", "/css/site.css", "/404.html"):
        assert workshop.file(path) is not None
    workshop.make()
    assert first == ["who.html"]


def test_a_page_that_is_made_first_goes_with_the_site_that_fails(albany: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[bytes | None] = []
    workshop = Workshop({}, albany, QUIET)
    workshop._pages = (Page(Address("", "en", "who"), "", "", "", ""),)

    def fails(*_: object) -> Published:
        shown.append(workshop.file("/who.html"))
        return Published((NO_MKDOCS.at(message="", remedy=""),))

    monkeypatch.setattr("leadkit.site.serving.workshop.early_page", lambda *_: {"who.html": b"early"})
    monkeypatch.setattr("leadkit.site.serving.workshop.publish", fails)
    workshop.make()
    assert shown == [b"early"]
    assert workshop.file("/who.html") == (albany / "site/who.html").read_bytes()
    assert workshop.errors


@takes_long
def test_a_program_that_did_not_change_is_not_composed_again(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, county: Path
) -> None:
    workshop.folders = {**workshop.folders, "santa-fe-nm": str(programs() / "santa-fe-nm")}
    workshop.make()
    composed: list[str] = []

    def counted(jurisdiction: Jurisdiction, wanted: Wanted, folder: str) -> Making:
        composed.append(folder)
        return Making(jurisdiction, wanted, folder)

    monkeypatch.setattr(planning, "Making", counted)
    file = county / "program.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")
    workshop.make()
    assert composed == ["county"]
