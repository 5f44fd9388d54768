"""The engine is carried into deployments as it is: it needs nothing but Python, and works under another name."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

from leadkit.policy import engine
from tests.policy.engine.policies import ALWAYS, case, policy, rule

FOLDER = Path(engine.__file__).parent


def test_every_import_is_of_the_standard_library_or_of_the_engine_itself() -> None:
    for file in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert all(alias.name.split(".")[0] in sys.stdlib_module_names for alias in node.names), file.name
            elif isinstance(node, ast.ImportFrom):
                own = node.level == 1 and file.parent == FOLDER
                assert own or (node.module or "").split(".")[0] in sys.stdlib_module_names, file.name


def test_nothing_is_executed_from_text() -> None:
    for file in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Name) and node.id in {"eval", "exec", "compile", "__import__"}), file.name


def test_a_copy_under_another_name_decides_the_same_without_leadkit(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "deciding")
    script = (
        "import json, sys; from deciding import load; policy, case = json.load(sys.stdin);"
        "json.dump([load(policy).decide(case), sorted(sys.modules)], sys.stdout)"
    )
    given = [policy(rule("bar", ALWAYS)), case(charges=[{}])]
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {script}"],
        input=json.dumps(given), capture_output=True, text=True, check=True,
    )  # fmt: skip
    decision, modules = json.loads(done.stdout)
    assert decision == engine.load(given[0]).decide(given[1])
    assert not any(name.split(".")[0] in {"leadkit", "pydantic"} for name in modules)
