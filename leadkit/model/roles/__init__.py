"""Who does what: the roles of the program and the agencies that hold them."""

from leadkit.model.roles.role import Role

__all__ = ["Role"]
