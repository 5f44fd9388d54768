"""How much Python a county's two-person team has to own."""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path

from leadkit.resources import templates

MOST = 8_100
"""Lines of code of the whole project, without blank lines, comments and docstrings, tests and generated migrations.

The aim was 4,500; docs/decisions/0034-a-service-of-eight-thousand-lines.md tells why it is more. It is not to grow.
"""
_APART = {"tests", "migrations", "engine", ".venv"}
_NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def test_the_project_stays_small_enough_to_be_owned() -> None:
    project = templates() / "deployment/{{cookiecutter.slug}}"
    files = [file for file in project.rglob("*.py") if not _APART & {*file.relative_to(project).parts}]
    sizes = {str(file.relative_to(project)): _lines(file) for file in files if file.name != "conftest.py"}
    assert sizes["config/settings.py"] > 100
    largest = sorted(sizes, key=sizes.__getitem__)[-20:]
    assert sum(sizes.values()) <= MOST, [(name, sizes[name]) for name in largest]


def _lines(file: Path) -> int:
    text = file.read_text(encoding="utf-8")
    told = {line for node in ast.walk(ast.parse(text)) for line in _docstring(node)}
    code = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            code |= {*range(token.start[0], token.end[0] + 1)}
    return len(code - told)


def _docstring(node: ast.AST) -> range:
    """The lines of a text that stands for itself."""
    alone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    return (
        range(node.lineno, (node.end_lineno or node.lineno) + 1) if alone and isinstance(node, ast.Expr) else range(0)
    )
