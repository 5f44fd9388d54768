"""The first draft of a program: questions, answers, and the folder written from them.

Answers are text and stay text: they are written by leadkit's own YAML writer. A template engine is given nothing but
a checked slug.
"""
