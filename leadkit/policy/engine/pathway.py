"""The rules of one pathway, and what is made of them once a decision needs it."""

from __future__ import annotations

from functools import cached_property

from .answers import Answers
from .declared import Declared
from .outcome import Screen
from .settled import Settled


class Pathway:
    """One pathway of a policy.

    Attributes:
        declared: What the policy declares.
        screen: The rules of the pathway.
    """

    def __init__(self, declared: Declared, screen: Screen) -> None:
        self.declared = declared
        self.screen = screen

    @cached_property
    def answers(self) -> Answers:
        """The answers that the rules can tell apart."""
        return Answers(self.declared, self.screen)

    @cached_property
    def settled(self) -> Settled:
        """When the rules decide the outcome."""
        return Settled(self.screen, self.declared.compiler, self.declared.charges)
