"""What the expressions of an outline come to in a program: words, numbers, and what holds."""

from __future__ import annotations

from collections.abc import Sized
from typing import TYPE_CHECKING

from leadkit.documents.template.environment import evaluate
from leadkit.documents.template.printing import printed
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment, Recorder
from leadkit.documents.template.view import View, is_missing, raw_of

if TYPE_CHECKING:
    from leadkit.documents.tree.inline import Inlines


class OutlineWords:
    """Evaluates expressions of an outline; what is wrong with one is a finding, and it comes to nothing."""

    def __init__(self, recorder: Recorder, context: dict[str, object]) -> None:
        self._recorder, self._context = recorder, context

    def number(self, expression: str) -> int:
        """How many things an expression lists."""
        value = self.value(expression)
        return len(value) if isinstance(value, Sized) else 0

    def words(self, expression: str, *, needed: bool = False) -> Inlines:
        """The words of an expression; of a value that is missing none, but where they are needed its gap."""
        value = self.value(expression)
        if isinstance(value, Fragment):
            return value.inlines
        if isinstance(value, View) and (needed or not is_missing(raw_of(value))):
            try:
                return (printed(value),)
            except ClauseError as problem:
                self._recorder.report(problem.code, problem.message, problem.remedy, line=1)
        return ()

    def truth(self, expression: str) -> bool:
        """Whether an expression holds."""
        return bool(self.value(expression))

    def value(self, expression: str) -> object:
        """What an expression comes to; an empty one, and one that is wrong, to nothing."""
        if not expression:
            return None
        try:
            return evaluate(expression, self._context)
        except ClauseError as problem:
            self._recorder.report(problem.code, problem.message, problem.remedy, line=1)
            return None
