"""A rule: one file with its code, its text and its check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.diagnostic import Code, Diagnostic
    from leadkit.source.tree import Mapping

RULES = Path(__file__).parent / "rules"


class Rule(Protocol):
    """What a file under ``rules/`` offers.

    Attributes:
        CODE: The text of the code; its examples are the rule's tests and its page.
        READS: The sections the rule needs; it is not run while one of them has errors of shape.
    """

    CODE: Code
    READS: tuple[str, ...]

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Yield a finding for each place where the rule is broken."""


@runtime_checkable
class TextRule(Protocol):
    """A rule about the text itself, which holds on every day at once.

    Attributes:
        CODE: The text of the code.
    """

    CODE: Code

    def check_text(self, root: Mapping) -> Iterator[Diagnostic]:
        """Yield a finding for each place where the rule is broken."""


def rule_names() -> tuple[str, ...]:
    """The names of the rule files, in the order of their codes."""
    return tuple(sorted(path.stem for path in RULES.glob("lk[0-9][0-9][0-9]_*.py")))


def load_rule(name: str) -> Rule | TextRule:
    """Import one rule by the name of its file."""
    from importlib import import_module

    return cast("Rule | TextRule", import_module(f"leadkit.check.rules.{name}"))


def read_code(name: str) -> Code:
    """Read the text of a rule's code from its file, without importing what the rule needs to check anything."""
    import ast

    from leadkit.diagnostic import Code, Severity

    tree = ast.parse((RULES / f"{name}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and ast.unparse(node.targets[0]) == "CODE":
            told = {word.arg: word.value for word in node.value.keywords if word.arg}
            severity = Severity[ast.unparse(told.pop("severity")).rpartition(".")[2]]
            return Code(severity=severity, **{field: ast.literal_eval(text) for field, text in told.items()})
    raise LookupError(name)


def all_rules() -> tuple[Rule | TextRule, ...]:
    """Every rule, in the order of their codes."""
    return tuple(load_rule(name) for name in rule_names())
