"""The prosecutor's desk: charges held back, exclusions that may be overridden, the work group's agenda."""
