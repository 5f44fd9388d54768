"""The one gate: who may learn what of whom, as the agreement says. Nothing here knows of pages or writes anything."""

from .actor import Actor
from .deciding import gate, see, tells
from .decision import Decision
from .fields import FIELDS

__all__ = ["FIELDS", "Actor", "Decision", "gate", "see", "tells"]
