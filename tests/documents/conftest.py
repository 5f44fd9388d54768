"""A small program of its own and a handful of clauses, so that these tests do not follow the real model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import BaseModel, ConfigDict

from leadkit.documents import Composition, compose
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Duration

HERE = Path(__file__).parent
ON = date(2026, 3, 1)


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Agency(Part):
    name: str
    signer: str | None = None
    title: str | None = None
    voting: bool = True
    duties: tuple[str, ...] = ()


class Agreement(Part):
    status: str = "draft"
    version: str | None = "1.0"
    effective: PartialDate | None = PartialDate.parse("2015-06-25")
    term: Duration | None = Duration.parse("2 years")
    notice: Duration | None = Duration.parse("30 days")
    renewal: Duration | None = None
    governing_law: str | None = None
    convener: str | None = "county"
    principles: tuple[str, ...] = ("harm reduction", "voluntary participation", "no immunity")


class Limit(Part):
    substance: str
    at_most: Amount | None = None


class Eligibility(Part):
    limits: dict[str, Limit] = {}
    residence: str | None = None


class Sample(Part):
    jurisdiction: str = "Example County"
    from_public_sources: bool = False
    agreement: Agreement = Agreement()
    agencies: dict[str, Agency] = {}
    eligibility: Eligibility = Eligibility()
    open: dict[str, object] = {}


def sample(**changes: object) -> Sample:
    """The program of the tests; ``agreement={…}`` changes fields, ``open={…}`` replaces the section."""
    data: dict[str, object] = {
        "agencies": {
            "county": {"name": "Example County", "signer": "A. Reyes", "title": "County Executive",
                       "duties": ["convene the parties", "hold the funds"]},
            "police": {"name": "Sampleton Police Department", "title": "Chief of Police",
                       "duties": ["make referrals"]},
            "network": {"name": "Neighbors’ Network", "voting": False},
        },
        "eligibility": {"limits": {"opiates": {"substance": "opiates", "at_most": "6 g"},
                                   "pills": {"substance": "pills", "at_most": "1 pills"}}},
        "open": {
            "agreement.governing_law": SimpleNamespace(
                why="undecided", question="Which law governs?", owner="county-counsel", due="2027-01-15"),
            "agreement.renewal": SimpleNamespace(why="undocumented", looked_in=("EX-1", "EX-2")),
            "eligibility.residence": SimpleNamespace(why="none", adopted="D-3"),
        },
    }  # fmt: skip
    for name, change in changes.items():
        before = data.get(name, {})
        merged = isinstance(before, dict) and isinstance(change, dict) and name != "open"
        data[name] = {**before, **change} if merged else change
    return Sample(**data)  # type: ignore[arg-type]


@pytest.fixture
def program() -> Callable[..., Sample]:
    return sample


@pytest.fixture
def templates() -> Path:
    return HERE / "templates"


@pytest.fixture
def composed(templates: Path) -> Callable[..., Composition]:
    """Compose the sample document of a program, with changes to it."""

    def run(**changes: object) -> Composition:
        return compose(sample(**changes), "mou", ON, templates=templates)

    return run


@pytest.fixture
def clause(tmp_path: Path) -> Callable[..., Composition]:
    """Compose a document that has one clause, of which the body is given."""

    def run(body: str, *, head: str = "", kind: str = "article", **changes: object) -> Composition:
        folder = tmp_path / "one"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        article = f"{{title: A, kind: {kind}, clauses: [c]}}"
        outline = f"title: One\njurisdiction: jurisdiction\narticles:\n  a: {article}\n"
        (folder / "outline.yaml").write_text(outline, encoding="utf-8")
        text = f"---\nid: c\ntitle: Clause\n{head}---\n{body}\n"
        (folder / "01-c.md").write_text(text, encoding="utf-8", newline="\n")
        return compose(sample(**changes), "one", ON, templates=tmp_path)

    return run
