"""A planner's YAML: read into a tree of text with positions and origins, and edited keeping every other byte.

Nothing here knows a program: sections, types and rules are the business of ``leadkit.model``. Nothing raises for what
a planner wrote: findings are in ``Source.diagnostics``. PyYAML is imported by the first read, and only then.
"""

from leadkit.source.reading import read, read_text
from leadkit.source.source import Removal, Source
from leadkit.source.text import SourceText, apply

__all__ = ["Removal", "Source", "SourceText", "apply", "read", "read_text"]
