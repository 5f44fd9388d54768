"""The command line: one file per command, thin, imported when it is used."""
