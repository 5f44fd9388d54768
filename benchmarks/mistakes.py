"""The scoreboard: who names the line of a planner's mistake, on the same files.

Every tool gets the files that a mistake changes; what it says of the sound program too is not counted.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from leadkit.check import check_jurisdiction
from leadkit.model.load import load
from leadkit.source.tree import plain
from tests.mistakes.mistake import COUNTY, OVERLAY, Mistake, corpus
from tests.mistakes.workshop import Workshop, reading_once

BIN = Path(sys.executable).parent
YARDSTICK = "yardstick/"
LINTED = """\
extends: default
rules:
  braces: disable
  colons: disable
  comments: {require-starting-space: true, min-spaces-from-content: 1}
  comments-indentation: disable
  document-start: disable
  empty-lines: disable
  empty-values: enable
  indentation: disable
  line-length: disable
  octal-values: enable
  truthy: {allowed-values: ["yes", "no", "true", "false"]}
"""
"""yamllint at its best for such files: what the sound program is full of is off, what finds a slip is on."""
Named = set[tuple[str, int]]
"""The files and lines that a tool names; line 0 where it names none."""


@dataclass(frozen=True)
class Told:
    """What a tool makes of one mistake: the lines it names, and whether it reads the values as they are meant."""

    named: frozenset[tuple[str, int]]
    as_meant: bool = False


Tool = Callable[[list[Mistake], Path], dict[str, Told]]


def scoreboard(place: Path) -> Iterator[str]:
    """The two tables, line by line."""
    yield "## Mistakes\n"
    mistakes = list(corpus())
    written = [_written(mistake, place) for mistake in mistakes]
    told = {name: tool(mistakes, place) for name, tool in TOOLS.items()}
    for title, chosen in (
        ("The 23 of the yardstick", [one for one in mistakes if one.name.startswith(YARDSTICK)]),
        (f"The whole corpus, {len(written)}", mistakes),
    ):
        yield f"### {title}\n"
        yield "| | right line | seen, not its line | read as meant | neither |\n| --- | ---: | ---: | ---: | ---: |"
        for name, by_tool in told.items():
            score = Counter(_verdict(one, by_tool[one.name]) for one in chosen)
            yield f"| {name} | " + " | ".join(str(score[column]) for column in COLUMNS) + " |"
        yield ""


COLUMNS = ("line", "seen", "meant", "neither")


def _verdict(mistake: Mistake, told: Told) -> str:
    if told.named:
        wanted = {(one.file, mistake.place(one)[0]) for one in mistake.found}
        # Of text that is no mistake no line is the right one; naming its line at least shows where to put quotes.
        changed = {(change.file, mistake.line(change)) for change in mistake.changes}
        return "line" if (wanted or changed) <= told.named else "seen"
    return "meant" if not mistake.found and told.as_meant else "neither"


def _written(mistake: Mistake, place: Path) -> Path:
    folder = place / "mistakes" / mistake.name
    folder.mkdir(parents=True)
    for name, text in mistake.files().items():
        (folder / name).write_bytes(text.encode(mistake.encoding))
    return folder


def _leadkit(mistakes: list[Mistake], place: Path) -> dict[str, Told]:
    told: dict[str, Told] = {}
    own = place / "own"
    own.mkdir()
    with reading_once():
        workshop = Workshop(COUNTY, place)
        for mistake in mistakes:
            files = {name: text.encode(mistake.encoding) for name, text in mistake.files().items()}
            if mistake.overlay:
                (own / OVERLAY).write_bytes(files.pop(OVERLAY))
            with workshop.changed(files) as folder:
                jurisdiction = load(own if mistake.overlay else folder)
            found = check_jurisdiction(jurisdiction)
            lines = {(Path(one.spans[0].file).name, one.spans[0].line) for one in found if one.spans}
            told[mistake.name] = Told(frozenset(lines), _as_meant(mistake, {"all": plain(jurisdiction.source.root)}))
    return told


def _pydantic(mistakes: list[Mistake], place: Path) -> dict[str, Told]:
    """``yaml.safe_load`` and the same model; it has no versions, so what only they would be is not counted."""
    sound = {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in COUNTY.glob("*.yaml")}
    known = _errors(sound)
    return {mistake.name: _loaded(mistake, sound, known) for mistake in mistakes}


def _loaded(mistake: Mistake, sound: dict[str, Any], known: set[str]) -> Told:
    files = dict(sound)
    try:
        for name, text in mistake.files().items():
            if name.endswith(".yaml"):
                files[name] = yaml.safe_load(text.encode(mistake.encoding))
    except yaml.MarkedYAMLError as trouble:
        marks = [mark for mark in (trouble.problem_mark, trouble.context_mark) if mark]
        return Told(frozenset((name, mark.line + 1) for mark in marks))
    except (ValueError, yaml.YAMLError):
        return Told(frozenset({(name, 0)}))
    new = _errors(files) - known
    return Told(frozenset((name, 0) for name in mistake.files() if new), _as_meant(mistake, files))


def _errors(files: dict[str, Any]) -> set[str]:
    from pydantic import ValidationError

    from leadkit.model.root import Program

    try:
        Program.model_validate({name: part for file in files.values() for name, part in (file or {}).items()})
    except ValidationError as invalid:
        return {f"{error['loc']} {error['type']}" for error in invalid.errors()}
    except AttributeError:
        return {"a file holds no sections"}
    return set()


def _as_meant(mistake: Mistake, files: Mapping[str, Any]) -> bool:
    """Whether every value that is to be read is the text that was written."""
    sections = {name: part for file in files.values() if isinstance(file, dict) for name, part in file.items()}
    for path, value in mistake.reads.items():
        here: Any = sections
        for step in path.split("."):
            here = here.get(step) if isinstance(here, dict) else None
        if str(here) not in (value, *(change.put.partition(": ")[2] for change in mistake.changes)):
            return False
    return True


def _jsonschema(mistakes: list[Mistake], place: Path) -> dict[str, Told]:
    schema = place / "mistakes.schema.json"
    subprocess.run([sys.executable, "-m", "leadkit", "schema", "--out", schema], check=True, capture_output=True)
    files = _files(mistakes, place)
    command = [BIN / "check-jsonschema", "--schemafile", schema]
    done = subprocess.run([*command, "--output-format", "json", *files], capture_output=True, text=True)
    report = json.loads(done.stdout)
    named: dict[Path, Named] = defaultdict(set)
    for error in report["errors"]:
        named[Path(error["filename"])].add((Path(error["filename"]).name, 0))
    for error in report["parse_errors"]:
        file = Path(error["filename"])
        said = subprocess.run([*command, file], capture_output=True, text=True).stdout
        named[file] |= {(file.name, int(line)) for line in re.findall(r"\(line: (\d+)\)", said)} or {(file.name, 0)}
    return {mistake.name: Told(_of(mistake, place, named), _ruamel(mistake)) for mistake in mistakes}


def _ruamel(mistake: Mistake) -> bool:
    """Whether the reader of check-jsonschema reads the values as they are meant."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    if mistake.found:
        return False
    try:
        files = {name: YAML(typ="safe", pure=True).load(text) for name, text in mistake.files().items()}
    except (YAMLError, ValueError):
        return False
    return _as_meant(mistake, files)


def _yamllint(mistakes: list[Mistake], place: Path) -> dict[str, Told]:
    settings = place / "yamllint.yaml"
    settings.write_text(LINTED, encoding="utf-8")
    command = [BIN / "yamllint", "--format", "parsable", "--config-file", settings]
    sound = subprocess.run([*command, *sorted(COUNTY.glob("*.yaml"))], capture_output=True, text=True).stdout
    known = {_rule(line) for line in sound.splitlines()}
    named: dict[Path, Named] = defaultdict(set)
    for line in _linted(command, _files(mistakes, place)).splitlines():
        file, number, _ = line.split(":", 2)
        if _rule(line) not in known:
            named[Path(file)].add((Path(file).name, int(number)))
    return {mistake.name: Told(_of(mistake, place, named)) for mistake in mistakes}


def _linted(command: list[str | Path], files: list[Path]) -> str:
    """What yamllint prints; a file that it fails on ends its run, so the files around it get one of their own."""
    done = subprocess.run([*command, *files], capture_output=True, text=True)
    if "Traceback" not in done.stderr:
        return done.stdout
    half = len(files) // 2
    return _linted(command, files[:half]) + _linted(command, files[half:]) if half else ""


def _rule(line: str) -> str:
    """The message and the rule of a line that yamllint prints, without its place."""
    return line.partition("] ")[2]


def _files(mistakes: list[Mistake], place: Path) -> list[Path]:
    found = [place / "mistakes" / one.name / name for one in mistakes for name in one.files() if name.endswith(".yaml")]
    return [file for file in found if file.read_bytes()]


def _of(mistake: Mistake, place: Path, named: dict[Path, Named]) -> frozenset[tuple[str, int]]:
    folder = place / "mistakes" / mistake.name
    return frozenset(one for name in mistake.files() for one in named[folder / name])


TOOLS: dict[str, Tool] = {
    "leadkit": _leadkit,
    "PyYAML and pydantic, same model": _pydantic,
    "check-jsonschema, same schema": _jsonschema,
    "yamllint, tuned": _yamllint,
}
