"""Layers of overrides laid over the clauses of the library, the lowest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic, Span, listed, nearest
from leadkit.documents.overrides.codes import (
    CONFLICT,
    MANDATORY,
    MERGED,
    TARGET_GONE,
    TWICE,
    UNKNOWN_ALTERNATE,
    UNKNOWN_TARGET,
)
from leadkit.documents.overrides.deviation import Deviation
from leadkit.documents.overrides.file import Override, OverrideKind, parent_hash
from leadkit.documents.overrides.rebasing import Rebased, rebase, resolved
from leadkit.documents.template.clause_file import ClauseFile, check_status
from leadkit.documents.template.problem import ClauseError

if TYPE_CHECKING:
    from leadkit.diagnostic import Code
    from leadkit.documents.overrides.layer import Layer
    from leadkit.documents.template.outline import Outline

Alternates = Callable[[str], Mapping[str, ClauseFile]]
"""Gives the alternates of a clause by their names."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What the layers make of a library.

    Attributes:
        outline: The outline, with new clauses in their places and without those taken out.
        clauses: The clauses that a document is composed from, by id.
        deviations: Every override that could be laid, the lowest layer first.
        diagnostics: What is wrong with the others.
    """

    outline: Outline
    clauses: dict[str, ClauseFile]
    deviations: tuple[Deviation, ...]
    diagnostics: tuple[Diagnostic, ...]


def lay(outline: Outline, clauses: Mapping[str, ClauseFile], layers: Sequence[Layer], alternates: Alternates) -> Laid:
    """Lay layers over the clauses of the library.

    Args:
        outline: The outline of the document.
        clauses: Its clauses by id.
        layers: The layers, the lowest first.
        alternates: Gives the alternates of a clause.
    """
    laying = _Laying(outline, clauses, alternates)
    for layer in layers:
        laying.diagnostics += layer.diagnostics
        laying.layer(layer)
    return Laid(laying.outline, laying.clauses, tuple(laying.deviations), tuple(laying.diagnostics))


class _Laying:
    def __init__(self, outline: Outline, clauses: Mapping[str, ClauseFile], alternates: Alternates) -> None:
        self.outline, self.clauses, self._alternates = outline, dict(clauses), alternates
        self.deviations: list[Deviation] = []
        self.diagnostics: list[Diagnostic] = []
        self._removed: dict[str, Override] = {}

    def layer(self, layer: Layer) -> None:
        """Lay one layer: first what changes a clause, each from the layer below; then the new clauses."""
        new = [each for each in layer.overrides if each.kind is OverrideKind.INSERT_AFTER]
        below = dict(self.clauses)
        for override in layer.overrides:
            if override not in new and self._has_target(override):
                self._change(layer, override)
        last: dict[str, str] = {}
        for override in new:
            if self._has_target(override) and self._is_free(override):
                self._insert(layer, override, below, last.get(override.target, override.target))
                last[override.target] = override.id

    def _has_target(self, override: Override) -> bool:
        if override.target in self.clauses:
            return True
        remover = self._removed.get(override.target)
        if remover is not None:
            self._report(
                override, TARGET_GONE, f"{remover.file} takes the clause {override.target} out.",
                "Take one of the two overrides away, or name another clause.", remover,
            )  # fmt: skip
            return False
        near = nearest(override.target, self.clauses)
        remedy = f"Write {near}." if near else "See leadkit override DIR --document ID --list."
        self._report(override, UNKNOWN_TARGET, f"The document has no clause {override.target}.", remedy)
        return False

    def _is_free(self, override: Override) -> bool:
        other = self.clauses.get(override.id)
        if other is None:
            return True
        message = f"The document has a clause {override.id} already, in {other.file}."
        self._report(override, TWICE, message, "Give the new clause an id of its own.")
        return False

    def _insert(self, layer: Layer, override: Override, below: Mapping[str, ClauseFile], after: str) -> None:
        target = self.clauses[override.target]
        result = self._checked(override, resolved(override, None))
        if result is None:
            return
        current = parent_hash(target)
        given = below.get(override.target, target)  # the layer may change the clause, too, and that is no news to it
        stale = override.parent not in (current, parent_hash(given))
        accepted = replace(override, parent=current) if stale else None
        self.clauses[override.id] = result
        self.outline = _with_clause(self.outline, override.id, after)
        self.deviations.append(Deviation(layer, override, None, result, stale, accepted, target))
        if stale:
            self._note(override, f"The clause {target.id}, which this new clause follows, has changed.")

    def _change(self, layer: Layer, override: Override) -> None:
        target = self.clauses[override.target]
        start = self._start(override, target)
        if start is None or not self._is_kept(override, target):
            return
        rebased = rebase(override, start, self._alternate(override), layer.parents)
        result = self._checked(override, rebased.clause) if rebased.clause else None
        if rebased.clause and result is None:
            return
        if result is not None and target.status == "mandatory" and result.status != "mandatory":
            self._lost(override, target)
            return
        stale = parent_hash(start) != override.parent
        self.deviations.append(Deviation(layer, override, target, result, stale, rebased.accepted, start))
        if rebased.conflict:
            self._conflict(override, rebased)
        elif stale and override.kind is OverrideKind.ALTERNATE:
            self._note(override, f"The clause {target.id}, in whose place this alternate stands, has changed.")
        elif stale:
            self._note(override, f"The clause {target.id} has changed since, and both changes are printed.")
        self._put(override, result)

    def _put(self, override: Override, result: ClauseFile | None) -> None:
        if result is not None:
            self.clauses[override.target] = result
            return
        del self.clauses[override.target]
        self._removed[override.target] = override
        self.outline = _without_clause(self.outline, override.target)

    def _start(self, override: Override, target: ClauseFile) -> ClauseFile | None:
        """The text that the override was made from: the target, or the alternate that a replaced text began from."""
        if not override.use:
            return target
        alternate = self._alternate(override)
        if alternate is None:
            names = sorted(self._alternates(override.target))
            near = nearest(override.use, names)
            choice = f"Use {listed(names)}." if names else "The library has none for it: use replace."
            message = f"There is no alternate {override.use} of the clause {override.target}."
            self._report(override, UNKNOWN_ALTERNATE, message, f"Write {near}. {choice}" if near else choice)
            return None
        return alternate if override.kind is OverrideKind.REPLACE else target

    def _alternate(self, override: Override) -> ClauseFile | None:
        return self._alternates(override.target).get(override.use) if override.use else None

    def _is_kept(self, override: Override, target: ClauseFile) -> bool:
        if override.kind is OverrideKind.REMOVE and target.status == "mandatory":
            self._lost(override, target)
            return False
        return True

    def _lost(self, override: Override, target: ClauseFile) -> None:
        message = f"The clause {target.id} is mandatory, and this override takes it away or makes it depend on a field."
        self._report(override, MANDATORY, message, "Replace its words alone, and leave status and when out.")

    def _checked(self, override: Override, clause: ClauseFile | None) -> ClauseFile | None:
        """The clause, where its status and its ``when`` fit together."""
        try:
            if clause is not None:
                check_status(clause.status, clause.when)
        except ClauseError as problem:
            self._report(override, problem.code, problem.message, problem.remedy)
            return None
        return clause

    def _note(self, override: Override, message: str) -> None:
        remedy = "Read what it prints now, and accept it with leadkit deviations DIR --accept --yes."
        self._report(override, MERGED, message, remedy)

    def _conflict(self, override: Override, rebased: Rebased) -> None:
        changed = f"The clause {override.target} has changed since, where this override changes it."
        message = f"{changed} {rebased.conflict}"
        remedy = f"Decide on the words, write them here, and write parent: {rebased.hash}."
        self._report(override, CONFLICT, message, remedy)

    def _report(self, override: Override, code: Code, message: str, remedy: str, other: Override | None = None) -> None:
        spans = [Span(each.file, 1, 1, 1, 1) for each in (override, other) if each is not None]
        self.diagnostics.append(code.at(*spans, message=message, remedy=remedy))


def _with_clause(outline: Outline, id_: str, after: str) -> Outline:
    """The outline with a clause behind another."""

    def widened(clauses: tuple[str, ...]) -> tuple[str, ...]:
        at = clauses.index(after) + 1 if after in clauses else len(clauses)
        return (*clauses[:at], id_, *clauses[at:]) if after in clauses else clauses

    return replace(outline, articles=tuple(replace(each, clauses=widened(each.clauses)) for each in outline.articles))


def _without_clause(outline: Outline, id_: str) -> Outline:
    def narrowed(clauses: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in clauses if each != id_)

    return replace(outline, articles=tuple(replace(each, clauses=narrowed(each.clauses)) for each in outline.articles))
