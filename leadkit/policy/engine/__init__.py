"""Decides cases by a compiled policy, with the standard library alone.

Deployments carry this folder byte for byte, under a name of theirs: its modules name each other relatively, and nothing
else of leadkit.
"""

from .engine import Engine, load
from .problems import CaseError, CaseProblem

__all__ = ["CaseError", "CaseProblem", "Engine", "load"]
