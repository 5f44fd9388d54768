"""How a program stands to the national model, element by element, as the rules of ``leadkit check`` find it."""

from leadkit.documents.fidelity.judge import Judged, judged

__all__ = ["Judged", "judged"]
