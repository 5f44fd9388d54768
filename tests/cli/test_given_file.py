"""A file that a command is to read and that is not there: one sentence, whichever command it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli.group import command

COMMANDS = {
    "import": ["import", "agencies", "FILE", "--into", "county"],
    "new": ["new", "county", "--answers", "FILE"],
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(
    ("named", "says"), [("list.csv", 'There is no file "list.csv".'), (".", '"." is a folder: name a file.')]
)
def test_it_is_a_mistake_of_usage(
    arguments: list[str], named: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(command, [named if one == "FILE" else one for one in arguments])
    assert result.exit_code == 2
    assert says in result.output
    assert not list(tmp_path.iterdir())
