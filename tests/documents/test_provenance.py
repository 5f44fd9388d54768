"""Change one field: exactly the parts that come from it, or list it as a cause, change."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from types import SimpleNamespace

import pytest

from leadkit.documents.tree.document import Article, Clause, Document, Section
from leadkit.documents.tree.inline import Reference, Value
from leadkit.documents.tree.trace import covers, paths_of, tagged, walk

POLICE = {"name": "Sampleton Police Department", "title": "Chief of Police", "duties": ["make referrals"]}
COUNTY = {"name": "Example County", "signer": "A. Reyes", "title": "County Executive",
          "duties": ["convene the parties", "hold the funds"]}  # fmt: skip
NETWORK = {"name": "Neighbors’ Network", "voting": False}


def agencies(**changes):
    return {"agencies": {"county": COUNTY, "police": POLICE, "network": NETWORK, **changes}}


def limits(pills):
    return {"eligibility": {"limits": {"opiates": {"substance": "opiates", "at_most": "6 g"}, "pills": pills}}}


OPEN = {
    "agreement.governing_law": SimpleNamespace(
        why="undecided", question="Which law governs?", owner="county-counsel", due="2027-01-15"),
    "agreement.renewal": SimpleNamespace(why="undocumented", looked_in=("EX-1", "EX-2")),
    "eligibility.residence": SimpleNamespace(why="none", adopted="D-3"),
}  # fmt: skip


def open_with(path, **fields_):
    return {"open": {**OPEN, path: SimpleNamespace(**{**vars(OPEN[path]), **fields_})}}


CHANGES = [
    ("jurisdiction", {"jurisdiction": "Other County"}),
    ("agreement.status", {"agreement": {"status": "adopted"}}),
    ("agreement.version", {"agreement": {"version": "1.1"}}),
    ("agreement.effective", {"agreement": {"effective": "2016"}}),
    ("agreement.term", {"agreement": {"term": "3 years"}}),
    ("agreement.notice", {"agreement": {"notice": "60 days"}}),
    ("agreement.convener", {"agreement": {"convener": "police"}}),
    ("agreement.renewal", {"agreement": {"renewal": "1 year"}}),
    ("agreement.governing_law", {"agreement": {"governing_law": "New York law"}}),
    ("agreement.principles.1", {"agreement": {"principles": ["harm reduction", "choice", "no immunity"]}}),
    ("agencies.county.name", agencies(county={**COUNTY, "name": "County of Example"})),
    ("agencies.county.signer", agencies(county={**COUNTY, "signer": None})),
    ("agencies.police.voting", agencies(police={**POLICE, "voting": False})),
    ("agencies.police.duties.0", agencies(police={**POLICE, "duties": ["refer people"]})),
    ("agencies.police.duties", agencies(police={**POLICE, "duties": []})),
    ("agencies.fire", agencies(fire={"name": "Fire Department"})),
    ("eligibility.limits.pills.at_most", limits({"substance": "pills", "at_most": "12 pills"})),
    ("eligibility.residence", {"eligibility": {"residence": "in the county"}}),
    ("open.agreement.governing_law", open_with("agreement.governing_law", question="Whose law governs?")),
    ("open.agreement.renewal", open_with("agreement.renewal", looked_in=("EX-9",))),
]


@dataclass(frozen=True)
class Unit:
    """One printed part with everything that may explain a change of it."""

    place: str
    text: str
    paths: frozenset[str]


def units(document: Document) -> list[Unit]:
    found = [Unit("cover", words(part), frozenset(all_paths(part))) for part in cover_parts(document)]
    for article in document.articles:
        assert isinstance(article, Article)
        for clause in article.clauses:
            found.extend(clause_units(clause))
    return found


def cover_parts(document):
    cover = document.cover
    return [*cover.jurisdiction, *cover.status, *cover.version, *cover.opens]


def clause_units(clause: Clause):
    for section in clause.sections:
        yield Unit(clause.id, words(section.title), frozenset(all_paths(section.title)) | set(above(clause, section)))
        for block in section.blocks:
            yield from block_units(block, clause.id, above(clause, section))


def above(clause: Clause, section: Section) -> tuple[str, ...]:
    return (*clause.causes, *section.causes)


def block_units(block, place, causes):
    parts = getattr(block, "items", None) or getattr(block, "rows", None)
    if not parts:
        yield Unit(place, words(block), frozenset({*all_paths(block), *causes}))
        return
    for part in parts:
        below = getattr(part, "blocks", ())
        content = part.content if hasattr(part, "content") else part.cells
        yield Unit(place, words(content), frozenset({*all_paths(content), *part.causes, *causes}))
        for each in below:
            yield from block_units(each, place, causes)


def words(node) -> str:
    """The words below a node, without numbers, which follow from the order alone."""
    if isinstance(node, Reference):
        return f"→{node.target}"
    if isinstance(node, str):
        return node
    if isinstance(node, tuple):
        return "".join(words(each) for each in node)
    if is_dataclass(node):
        skipped = {"number", "causes", "path", "id", "level", "bulleted", "why", "kind"}
        return "".join(words(getattr(node, each.name)) for each in fields(node) if each.name not in skipped)
    return ""


def all_paths(node):
    return {path for each in walk(node) for path in paths_of(each)}


@pytest.mark.parametrize(("path", "change"), CHANGES, ids=[path for path, _ in CHANGES])
def test_exactly_what_names_the_field_changes(path, change, composed):
    before, after = composed().document, composed(**change).document
    assert before is not None and after is not None
    old, new = units(before), units(after)
    old_texts, new_texts = {(u.place, u.text) for u in old}, {(u.place, u.text) for u in new}
    changed = [u for u in old if (u.place, u.text) not in new_texts]
    changed += [u for u in new if (u.place, u.text) not in old_texts]
    assert changed, "the change is not printed anywhere"
    opened = path.removeprefix("open.")
    for unit in changed:
        named = any(covers(each, path) or covers(each, f"open.{opened}") for each in unit.paths)
        assert named, f"{unit} changed without naming {path}"
    for node in walk(before):
        if isinstance(node, Value) and node.path == path:
            holders = [u for u in old if path in u.paths and node.text in u.text]
            assert any(u in changed for u in holders), f"{node} did not change"


def test_tagged_finds_values_conditions_and_looked_up_names(composed):
    document = composed().document
    by_name = tagged(document, "agencies.county.name")
    assert Value("Example County", "agencies.county.name", ("agreement.convener",)) in by_name
    assert any(isinstance(node, Clause) and node.id == "withdrawal" for node in tagged(document, "agreement.notice"))
    assert tagged(document, "agreement.nothing") == ()


def test_an_untested_field_is_no_cause(composed):
    clause = next(node for node in walk(composed().document) if isinstance(node, Clause) and node.id == "term")
    assert clause.causes == ()
