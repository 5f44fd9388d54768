"""The corpus of mistakes: check finds each on its line and column, with its suggestion, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leadkit.check import check_jurisdiction
from leadkit.check.subject import Subject
from leadkit.diagnostic import Diagnostic
from leadkit.model.load import Jurisdiction, load
from leadkit.report.shown import rows_of
from leadkit.source import apply
from tests.mistakes.mistake import COUNTY, OVERLAY, Expected, Mistake, corpus
from tests.mistakes.workshop import Workshop, reading_once
from tests.sampling import sampled


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with reading_once():
        yield Workshop(COUNTY, tmp_path_factory.mktemp("mistakes"), without="scenarios.yaml")


@pytest.mark.parametrize("mistake", sampled(corpus(), one_in=2), ids=lambda mistake: mistake.name)
def test_a_mistake_is_found_at_its_place_and_nothing_else_is(mistake: Mistake, workshop: Workshop) -> None:
    files = {name: text.encode(mistake.encoding) for name, text in mistake.files().items()}
    own = workshop.folder.parent / "own"
    if mistake.overlay:
        own.mkdir(exist_ok=True)
        (own / OVERLAY).write_bytes(files.pop(OVERLAY))
    with workshop.changed(files) as folder:
        jurisdiction = load(own if mistake.overlay else folder)
        found = list(check_jurisdiction(jurisdiction, None if mistake.every_day else jurisdiction.as_of))
    for expected in mistake.found:
        one = _take(found, mistake, expected)
        if expected.fixed:
            assert _put_right(one, jurisdiction) == expected.fixed
    assert {one.code for one in found} == mistake.also, [f"{one.code} {one.message}" for one in found]
    for path, value in mistake.reads.items():
        assert _read(jurisdiction, path) == value


def _take(found: list[Diagnostic], mistake: Mistake, expected: Expected) -> Diagnostic:
    """Take the finding that is expected out of those found."""
    line, column = mistake.place(expected)
    told = [f"{one.code} {_place(one)} {one.message} {one.remedy}" for one in found]
    wanted = (expected.code, expected.file, line, column)
    one = next((one for one in found if (one.code, *_place(one)) == wanted), None)
    assert one is not None, (wanted, told)
    assert expected.says in f"{one.message} {one.remedy}"
    assert expected.severity in ("", one.severity)
    found.remove(one)
    return one


def _place(one: Diagnostic) -> tuple[str, int, int]:
    return (Path(one.spans[0].file).name, one.spans[0].line, one.spans[0].column) if one.spans else ("", 0, 0)


def _put_right(one: Diagnostic, jurisdiction: Jurisdiction) -> str | None:
    """The line with the fix of a finding; with the correction that it shows where it has no fix."""
    if one.fix is None:
        return one.correction
    text = jurisdiction.source.files[one.spans[0].file]
    return apply(text, one.fix.edits).splitlines()[one.spans[0].line - 1].strip()


def _read(jurisdiction: Jurisdiction, path: str) -> str:
    """A value as ``leadkit show`` has it."""
    standing = jurisdiction.resolve()
    assert standing.program is not None
    subject = Subject(jurisdiction, standing, standing.program)
    (row,) = rows_of(subject, subject.steps(path))
    return row.value
