"""What the program is: its name, place, dates, principles and unit of decision."""

from leadkit.model.program.section import ProgramSection

__all__ = ["ProgramSection"]
