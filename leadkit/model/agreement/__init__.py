"""The section ``agreement``: the instrument that creates the governing body and binds the parties."""

from __future__ import annotations

from leadkit.model.agreement.section import Agreement

__all__ = ["Agreement"]
