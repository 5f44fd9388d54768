"""leadkit: a diversion program described in YAML, checked, and printed as its agreement.

What is listed here is what other programs may rely on; a name is imported when it is first used.

>>> from leadkit import check_jurisdiction, load
>>> albany = load("jurisdictions/albany-ny")
>>> findings = check_jurisdiction(albany)
>>> program = albany.resolve().program

There is no function ``check`` among them: ``leadkit.check`` is the package of the rules, and one name cannot be both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.check.run import check_jurisdiction
    from leadkit.diagnostic import Code, Diagnostic, Severity, Span
    from leadkit.documents import BuildResult, build, build_standing
    from leadkit.model.load import Jurisdiction, load
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing

_HOMES = {
    "BuildResult": "documents",
    "Code": "diagnostic",
    "Diagnostic": "diagnostic",
    "Jurisdiction": "model.load",
    "Program": "model.root",
    "Severity": "diagnostic",
    "Span": "diagnostic",
    "Standing": "model.standing",
    "build": "documents",
    "build_standing": "documents",
    "check_jurisdiction": "check.run",
    "load": "model.load",
}

__all__ = [
    "BuildResult",
    "Code",
    "Diagnostic",
    "Jurisdiction",
    "Program",
    "Severity",
    "Span",
    "Standing",
    "build",
    "build_standing",
    "check_jurisdiction",
    "load",
]


def __getattr__(name: str) -> object:
    """Import what is asked for."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
