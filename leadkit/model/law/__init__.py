"""The section ``law``: local law, and which law counsel has verified."""

from leadkit.model.law.section import LawSection

__all__ = ["LawSection"]
