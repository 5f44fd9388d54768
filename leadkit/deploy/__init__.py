"""The starter deployment: a program compiled into data files, and a repository of an ordinary Django project."""
