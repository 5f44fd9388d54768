"""What help the program gives, and by whom."""

from leadkit.model.services.section import Services

__all__ = ["Services"]
