"""Compiled clauses are kept between commands; what is kept only saves time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from jinja2 import Environment

from leadkit.documents.template import compiled, environment
from leadkit.documents.template.problem import ClauseError

BODY = "{% if on %}\nThe text.\n{% endif %}\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path))
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    """As another command begins."""
    compiled._kept.cache_clear()
    environment.compiled.cache_clear()


def _printed() -> str:
    hooks = {name: partial(_hooked, name) for name in ("_open", "_close")}
    return environment.compiled(BODY, 1).render(on=True, **hooks)


def _hooked(name: str, *_: object) -> environment.Hook:
    return environment.Hook(name)


def test_a_clause_is_compiled_by_one_command_and_read_by_the_next(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _printed()
    assert [file for file in place.rglob("*") if file.is_file()]
    _forget()
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert _printed() == first != ""


@pytest.mark.parametrize("damage", [b"", b"j2", b"\0" * 400])
def test_a_damaged_one_is_compiled_anew(place: Path, damage: bytes) -> None:
    first = _printed()
    for file in place.rglob("*"):
        if file.is_file():
            file.write_bytes(damage)
    _forget()
    assert _printed() == first != ""


def test_another_leadkit_reads_none_of_it_and_takes_it_away(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _printed()
    monkeypatch.setattr(compiled, "own_digest", lambda: "another")
    _forget()
    _printed()
    assert [folder.name for folder in (place / "clauses").iterdir()] == ["another"]


def test_a_place_that_cannot_be_written_to_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "file"))
    _forget()
    assert "The text." in _printed()
    assert (tmp_path / "file").read_bytes() == b""
    _forget()


def test_what_a_clause_may_not_do_is_refused_by_each_command(place: Path) -> None:
    for _ in range(2):
        _forget()
        with pytest.raises(ClauseError):
            environment.compiled("{{ 'a' if on else 'b' }}", 1)
