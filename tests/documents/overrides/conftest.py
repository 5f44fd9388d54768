"""A small library with alternates, and layers over it that are written as files."""

from __future__ import annotations

from datetime import date

import pytest

from leadkit.documents import compose
from leadkit.documents.library import load
from leadkit.documents.overrides.file import parent_hash
from leadkit.documents.overrides.layer import Level, read_layer
from leadkit.documents.template.clause_file import write_clause

ON = date(2026, 3, 1)
OUTLINE = """title: One
jurisdiction: jurisdiction
articles:
  a: {title: A, clauses: [terms, leaving, money]}
  b: {title: B, clauses: [last]}
"""
CLAUSES = {
    "01-terms.md": "---\nid: terms\ntitle: Terms\nstatus: mandatory\n---\n"
    'A {{ define("Party") }} is who signs. The {{ define("Agreement") }} is this text.\n',
    "02-leaving.md": "---\nid: leaving\ntitle: Leaving\nneeds: [agreement.notice]\n---\n"
    '1. [#leaving-notice] A {{ term("Party") }} may leave on {{ agreement.notice | legal | possessive }} notice.\n'
    "2. It pays what it owes.\n",
    "03-money.md": "---\nid: money\ntitle: Money\nwhen: agreement.term\n---\n"
    'Nobody pays for the {{ term("Agreement") }}.\n',
    "04-last.md": "---\nid: last\ntitle: Last\n---\n"
    'Who leaves under {{ ref("leaving-notice") }} is bound by the {{ term("Agreement") }} no more.\n',
}
ALTERNATE = "---\nid: leaving\ntitle: Leaving for cause\nwhy: Where nobody may leave at will.\n---\n"
ALTERNATE += '1. [#leaving-notice] A {{ term("Party") }} may leave for cause.\n'


@pytest.fixture
def root(tmp_path):
    """The folder of a library of one document."""
    folder = tmp_path / "library/one"
    (folder / "alternates/leaving").mkdir(parents=True)
    (folder / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    for name, text in CLAUSES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "alternates/leaving/for-cause.md").write_text(ALTERNATE, encoding="utf-8")
    return folder.parent


@pytest.fixture
def hashes(root):
    """The hash of each clause of the library as it is at first."""
    return {id_: parent_hash(clause) for id_, clause in load("one", root).clauses.items()}


@pytest.fixture
def kept(root):
    """The kept texts of the library as it is at first, as files."""
    clauses = load("one", root).clauses
    return {f"{id_}-{parent_hash(each)}.md": write_clause(each).encode() for id_, each in clauses.items()}


@pytest.fixture
def override(hashes):
    """The text of an override; without a parent, it is made from the clause as it is."""

    def write(kind, target, body="", **head):
        fields = {"override": kind, "target": target, "parent": hashes.get(target, "0" * 16)}
        fields |= {"by": "Counsel", "on": "2026-01-15", "reason": "Our own rule.", **head}
        return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"---\n{body}"

    return write


@pytest.fixture
def layer(kept):
    """A layer of files, given by their names without the ending."""

    def make(level=Level.AGREEMENT, parents=None, /, **files):
        content = {f"{name}.md": text.encode() for name, text in sorted(files.items())}
        cause = "documents.one.overrides" if level is Level.AGREEMENT else "program.clauses"
        return read_layer(level, f"{level}/one", cause, content, kept if parents is None else parents)

    return make


@pytest.fixture
def composed(root, program):
    """Compose the document with some layers, the lowest first."""

    def run(*layers, on=ON):
        return compose(program(), "one", on, templates=root, layers=layers)

    return run
