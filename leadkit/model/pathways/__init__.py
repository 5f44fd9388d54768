"""The pathways into the program."""

from leadkit.model.pathways.pathway import Pathway

__all__ = ["Pathway"]
