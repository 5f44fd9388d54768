"""The forms in which findings can be printed; each is one module with one function ``render``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadkit.report.report import Report

FORMS = {
    "text": "for people at a terminal",
    "json": "for other programs",
    "github": "for a workflow on GitHub, with the rest in the summary of its job",
    "html": "a page for people who never open a terminal",
    "sarif": "for tools that show findings beside the text (SARIF 2.1.0)",
    "junit": "for pipelines that show test results (JUnit XML)",
}
"""Each form and what it is for; a form's module is imported only when it is asked for."""


def render(form: str, report: Report) -> str:
    """Print a report in one of ``FORMS``."""
    write: Callable[[Report], str] = import_module(f"leadkit.report.{form}").render
    return write(report)
