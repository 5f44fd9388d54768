"""The programs that documents are printed for: all that come with leadkit but a base, which is none by itself."""

from __future__ import annotations

from leadkit.model.load import load
from leadkit.resources import programs

PROGRAMS = [folder.name for folder in sorted(programs().iterdir()) if not load(folder).source.base]
"""Their folders' names."""
