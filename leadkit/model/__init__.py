"""The typed program: one file for each section of the YAML."""
