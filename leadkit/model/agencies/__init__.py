"""The organizations that have a part in the program."""

from leadkit.model.agencies.agency import Agency

__all__ = ["Agency"]
