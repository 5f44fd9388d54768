"""The section ``procedure``: what happens, step by step, from contact to exit."""

from leadkit.model.procedure.section import Procedure

__all__ = ["Procedure"]
