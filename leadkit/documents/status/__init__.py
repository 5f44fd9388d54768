"""How a program's agreement stands on a day: who has signed, what is due, which papers are out of date."""
