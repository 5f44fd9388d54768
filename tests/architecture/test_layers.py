"""Arrows run one way: a room imports only rooms below it, and nothing imports the command line."""

import ast
from pathlib import Path

import pytest

import leadkit

PACKAGE = Path(leadkit.__file__).parent
BELOW = {
    "diagnostic": set(),
    "values": set(),
    "source": {"diagnostic"},
    "law": {"diagnostic", "values", "source"},
    "model": {"diagnostic", "values", "source", "law"},
    "migrate": {"diagnostic", "source"},
    "check": {"diagnostic", "values", "source", "law", "model", "migrate", "policy"},
    "policy": {"diagnostic", "values", "source", "law", "model"},
    "onboard": {"diagnostic", "values", "source", "law", "model"},
    "spreadsheets": {"diagnostic", "values", "source", "law", "model", "check"},
    "documents": {"diagnostic", "values", "source", "law", "model", "check"},
    # The service shows its papers and signs its releases, so that it alone of what is printed knows the printers.
    "deploy": {"diagnostic", "values", "source", "law", "model", "check", "policy", "documents"},
    # A page is composed like a paper, by the room of the papers, so that the two cannot say different things.
    "site": {"diagnostic", "values", "source", "law", "model", "check", "policy", "documents"},
    "report": {
        "diagnostic",
        "values",
        "source",
        "law",
        "model",
        "check",
        "policy",
        "documents",
        "spreadsheets",
        "deploy",
    },
    "cli": {
        "diagnostic",
        "values",
        "source",
        "law",
        "model",
        "migrate",
        "check",
        "policy",
        "onboard",
        "spreadsheets",
        "documents",
        "deploy",
        "site",
        "report",
    },
}
COMMON = {"digest", "kept", "resources", "version"}


def _imports(text: str, package: str) -> set[str]:
    """The rooms and modules directly under leadkit that a module imports, however it says so.

    Args:
        text: The text of the module.
        package: The package that it is in, from which relative imports count.
    """
    names: list[str] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            names += [f"{module}.{alias.name}" for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("leadkit.")}


@pytest.mark.parametrize(
    ("line", "rooms"),
    [
        ("import leadkit.cli.group", {"cli"}),
        ("from leadkit.cli import group", {"cli"}),
        ("from leadkit import cli, resources", {"cli", "resources"}),
        ("from ...cli import group", {"cli"}),
        ("from ... import cli", {"cli"}),
        ("from . import parse", {"source"}),
        ("import pydantic", set()),
    ],
)
def test_an_import_is_seen_however_it_is_written(line: str, rooms: set[str]) -> None:
    assert _imports(line, "leadkit.source.deeper") - {"source"} == rooms - {"source"}
    assert _imports(f"def late():\n    {line}", "leadkit.source.deeper") == _imports(line, "leadkit.source.deeper")


def _of(file: Path) -> set[str]:
    return _imports(file.read_text(encoding="utf-8"), ".".join(file.relative_to(PACKAGE.parent).parent.parts))


def test_a_module_outside_the_rooms_imports_none_of_them_but_to_start_or_to_list_them() -> None:
    """``__main__`` starts the command line, and the public face lists what others may rely on."""
    allowed = {"__init__.py": {"check", "diagnostic", "documents", "model"}, "__main__.py": {"cli"}}
    for file in sorted(PACKAGE.glob("*.py")):
        assert _of(file) - COMMON <= allowed.get(file.name, set()), file.name


def test_a_room_imports_only_the_rooms_below_it() -> None:
    wrong = [
        f"{file.relative_to(PACKAGE)} imports {room}"
        for name, below in BELOW.items()
        for file in sorted((PACKAGE / name).rglob("*.py"))
        for room in sorted(_of(file) - below - COMMON - {name})
        # explain's table of codes reads the texts of every room's codes, and nothing else of them
        if not (
            file.name == "codes.py"
            and name == "check"
            and room in ("deploy", "documents", "onboard", "policy", "site", "spreadsheets")
        )
    ]
    assert not wrong


def test_only_source_touches_the_yaml_library() -> None:
    users = [
        str(file.relative_to(PACKAGE))
        for file in sorted(PACKAGE.rglob("*.py"))
        if any(
            (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "yaml" for alias in node.names))
            or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "yaml")
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        )
    ]
    assert all(user.startswith("source/") for user in users)
    assert users == ["source/parse.py", "source/writing.py"]


def test_every_room_is_in_the_picture() -> None:
    rooms = {
        path.name
        for path in PACKAGE.iterdir()
        if path.is_dir() and not path.name.startswith("__") and path.name != "shipped"
    }
    assert rooms == set(BELOW)


def test_nothing_prints_outside_the_command_line() -> None:
    wrong = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if file.relative_to(PACKAGE).parts[0] != "cli"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "click.echo", "echo")
    ]
    assert not wrong
