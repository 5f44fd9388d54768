"""Whether a person is eligible, by the program's own rules: the same engine and the same policy as leadkit's."""

from .asking import Question, questions
from .deciding import RECORDS, Answer, screen, unrestricted

__all__ = ["RECORDS", "Answer", "Question", "questions", "screen", "unrestricted"]
