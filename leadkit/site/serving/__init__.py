"""The site of programs on this machine alone, made anew whenever a file is saved."""
