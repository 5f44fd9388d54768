"""From clause files and a program to the clause tree."""
