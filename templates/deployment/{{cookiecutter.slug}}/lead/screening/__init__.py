"""Whether a person is eligible, by the program's own rules: the same engine and the same policy as leadkit's."""

from .asking import Question, questions
from .deciding import Answer, screen, unrestricted

__all__ = ["Answer", "Question", "questions", "screen", "unrestricted"]
