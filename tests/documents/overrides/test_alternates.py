"""The alternates of the model library: each is a clause of its own, and prints for a program in the clause's place."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from leadkit.documents import compose_standing
from leadkit.documents.library import default_root, document_ids, load
from leadkit.documents.overrides.effects import lost_by
from leadkit.documents.overrides.file import Override, OverrideKind, parent_hash, write_override
from leadkit.documents.overrides.layer import Level, read_layer
from leadkit.documents.template.clause_file import read_clause
from leadkit.model.load import load as load_program
from leadkit.resources import programs
from tests.sampling import takes_long

FILES = sorted(default_root().glob("*/alternates/*/*.md"))


def layer_of(file: Path):
    kind, target, use = file.parents[2].name, file.parent.name, file.stem
    hash_ = parent_hash(load(kind, default_root()).clauses[target])
    override = Override("x.md", OverrideKind.ALTERNATE, target, hash_, "A", date(2020, 1, 1), "B", use=use)
    return read_layer(Level.AGREEMENT, "x", "documents.x.overrides", {"x.md": write_override(override).encode()}, {})


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_an_alternate_is_of_a_clause_and_says_when_to_choose_it(file):
    assert file.parents[2].name in document_ids(default_root())
    clause = read_clause(file.read_text(encoding="utf-8"), file.name)
    library = load(file.parents[2].name, default_root(), [layer_of(file)])
    assert not library.diagnostics
    (deviation,) = library.deviations
    assert clause.id == deviation.parent.id == file.parent.name
    assert clause.why.startswith("Where ")
    assert clause.status == deviation.parent.status
    assert clause.body.strip() != deviation.parent.body.strip()
    assert not lost_by(library.deviations)(file.parent.name)


@takes_long
@pytest.mark.parametrize("nth", [0, 1])
def test_the_alternates_print_in_the_example_county(nth, tmp_path):
    shutil.copytree(programs() / "example-county", tmp_path / "county")
    folder = tmp_path / "county/clauses/mou"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    of_target = {target: list(files) for target, files in groupby(FILES, lambda file: file.parent.name)}
    chosen = {target: files[nth] for target, files in of_target.items() if nth < len(files)}
    for target, file in chosen.items():
        (folder / f"{target}.md").write_text(layer_of(file).texts["x.md"], encoding="utf-8")
    found = compose_standing(load_program(tmp_path / "county").resolve(), "mou")
    assert [each.message for each in found.diagnostics if each.is_error] == []
    printed = {each.id: each for article in found.document.articles for each in article.clauses}
    assert all("documents.mou.overrides" in printed[target].causes for target in chosen)
