"""The section ``sharing``: a matrix of who may share what with whom, for what, and on what basis."""

from __future__ import annotations

from leadkit.model.sharing.section import Sharing

__all__ = ["Sharing"]
