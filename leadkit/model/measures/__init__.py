"""The section ``measures``: what the program counts, reports and evaluates."""

from __future__ import annotations

from leadkit.model.measures.section import Measures

__all__ = ["Measures"]
