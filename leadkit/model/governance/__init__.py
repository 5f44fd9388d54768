"""The bodies that govern the program, and how project management is chosen and moved."""

from leadkit.model.governance.section import Governance

__all__ = ["Governance"]
