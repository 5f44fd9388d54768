"""What the gate answers."""

from __future__ import annotations

from dataclasses import dataclass

from lead.program import Cell


@dataclass(frozen=True)
class Decision:
    """Whether something may be learned, and why.

    Attributes:
        allowed: Whether it may.
        basis: What makes it lawful, or which kind of no it is.
        cell: The cell of the agreement that allows it.
        detail: How much may be told.
        masked: The fields, as ``model.field``, that are more than that.
        notice: Whether the notice against redisclosure goes with it.
        use_limits: What the actor may not do with it.
        reason: One plain sentence that may be shown to the actor.
        clause: The clause of the agreement that says so.
        category: The category that was asked for.
        purpose: The purpose.
        instead: What may be told instead.
    """

    allowed: bool
    basis: str
    reason: str
    cell: Cell | None = None
    detail: str = "full"
    masked: frozenset[str] = frozenset()
    notice: bool = False
    use_limits: tuple[str, ...] = ()
    clause: str | None = None
    category: str | None = None
    purpose: str | None = None
    instead: str | None = None

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def logged(self) -> bool:
        """Whether the agreement asks for an entry in the account of disclosures; Part 2 records always do."""
        return (self.cell is not None and (self.cell.logged or self.notice)) or self.basis == "medical_emergency"
