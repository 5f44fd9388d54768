"""From a program on one day to the data files that its service reads, one module for each file."""
