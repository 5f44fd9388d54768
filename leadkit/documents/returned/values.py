"""Values that counsel wrote otherwise, as edits of the program's YAML: only what then prints counsel's words counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadkit.documents.returned.codes import BY_HAND
from leadkit.documents.returned.compared import named
from leadkit.documents.returned.marks import key, shortened
from leadkit.documents.returned.proposal import ValueEdit
from leadkit.documents.returned.reworded import Wanted
from leadkit.documents.returned.splice import spliced, text_at, value_at
from leadkit.documents.returned.worded import written_as
from leadkit.source.decode import encode
from leadkit.source.text import apply

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Edit
    from leadkit.documents.returned.bench import Bench, State
    from leadkit.documents.returned.origin import Origins
    from leadkit.documents.returned.sorted import Change, Sorted
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True)
class Valued:
    """What became of the values.

    Attributes:
        state: The program with those that count.
        edits: The edits that write them.
        values: What they change.
        findings: Those that have to be set by hand.
    """

    state: State
    edits: tuple[Edit, ...] = ()
    values: tuple[ValueEdit, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def paths(self) -> frozenset[str]:
        """The fields that get another value."""
        return frozenset(each.path for each in self.values)


def valued(bench: Bench, clauses: Sequence[Sorted], origins: Origins) -> Valued:
    """Turn values that counsel wrote otherwise into edits of the YAML, and try them out.

    Args:
        bench: The program.
        clauses: The edited clauses.
        origins: Tells who made an edit.
    """
    return _Values(bench, clauses, origins).result()


def instead_of(jurisdiction: Jurisdiction, edits: Sequence[Edit]) -> dict[str, bytes]:
    """The bytes of each file of a program with its edits."""
    source = jurisdiction.source
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    return {
        name: encode(apply(source.files.get(name, ""), own), source.data.get(name)) for name, own in by_file.items()
    }


def wanted_lines(clause: Sorted, paths: frozenset[str], state: State) -> list[Wanted]:
    """What a clause is to print: counsel's words, with every value as the program has it then.

    Args:
        clause: The clause.
        paths: The fields that get another value.
        state: The program with them.
    """
    made = state.clauses.get(clause.edited.now.clause.id)
    lines = made.lines if made and len(made.lines) == len(clause.edited.now.lines) else ()
    wanted: list[Wanted] = []
    for line in clause.lines:
        changes = [(start, end, each.node.text) for start, end, each in line.changed if each.node.path not in paths]
        for kept in line.kept:
            parts = lines[line.was].parts if lines and line.was is not None else ()
            if kept.path in paths and kept.number < len(parts):
                changes.append((kept.start, kept.end, parts[kept.number].node.text))
        text = line.text
        for start, end, words in sorted(changes, reverse=True):
            text = f"{text[:start]}{words}{text[end:]}"
        wanted.append(Wanted(text, line.level))
    return wanted


@dataclass
class _Tried:
    """A value that may count."""

    edit: Edit
    value: ValueEdit
    clause: Sorted
    change: Change


@dataclass
class _Values:
    bench: Bench
    clauses: Sequence[Sorted]
    origins: Origins
    findings: list[Diagnostic] = field(default_factory=list)

    def result(self) -> Valued:
        tried = [one for path, found in self._by_path().items() for one in self._one(path, found)]
        kept = self._proved(tried)
        state = self._state(kept) if kept else self.bench.now
        return Valued(state, tuple(one.edit for one in kept), tuple(one.value for one in kept), tuple(self.findings))

    def _by_path(self) -> dict[str, list[tuple[Sorted, Change]]]:
        by_path: dict[str, list[tuple[Sorted, Change]]] = {}
        for clause in self.clauses:
            for change in clause.changes:
                by_path.setdefault(change.node.path, []).append((clause, change))
        return by_path

    def _one(self, path: str, found: list[tuple[Sorted, Change]]) -> list[_Tried]:
        now = self.bench.now
        clause, change = found[0]
        node, raw = text_at(now.standing, path), value_at(now.standing, path)
        new = written_as(raw, change.node.text, change.words, self.bench.phrases) if node and raw is not None else None
        several = {key(each.words) for _, each in found}
        edit = spliced(now.jurisdiction, node, new) if node and new is not None and len(several) == 1 else None
        if node is None or new is None or edit is None:
            for where, each in found:
                self._by_hand(where, each)
            return []
        value = ValueEdit(
            path, node.value or "", new, change.node.text, change.words, named(clause.edited.now),
            self.origins.of([each.line for _, each in found]), self._elsewhere(path, found),
        )  # fmt: skip
        return [_Tried(edit, value, clause, change)]

    def _elsewhere(self, path: str, found: list[tuple[Sorted, Change]]) -> tuple[str, ...]:
        edited = {clause.edited.now.clause.id for clause, _ in found}
        return tuple(
            named(clause)
            for id_, clause in self.bench.now.clauses.items()
            if id_ not in edited and any(part.node.path == path for line in clause.lines for part in line.parts)  # type: ignore[union-attr]
        )

    def _proved(self, tried: list[_Tried]) -> list[_Tried]:
        """Those that print counsel's words and bring no error: all together, or each that does so alone."""
        if not tried or self._holds(tried):
            return tried
        kept = [one for one in tried if self._holds([one])]
        for one in tried:
            if one not in kept:
                self._by_hand(one.clause, one.change)
        if len(kept) > 1 and not self._holds(kept):
            for one in kept[1:]:
                self._by_hand(one.clause, one.change)
            return kept[:1]
        return kept

    def _holds(self, tried: list[_Tried]) -> bool:
        state = self._state(tried)
        if state.composition.document is None or self.bench.now.brought(state.errors):
            return False
        return all(self._prints(state, one) for one in tried)

    def _prints(self, state: State, one: _Tried) -> bool:
        written = text_at(state.standing, one.value.path)
        made = state.clauses.get(one.clause.edited.now.clause.id)
        printed = "\n".join(made.texts) if made else ""
        return written is not None and written.value == one.value.now and key(one.change.words) in key(printed)

    def _state(self, tried: Sequence[_Tried]) -> State:
        instead: Mapping[str, bytes] = instead_of(self.bench.now.jurisdiction, [one.edit for one in tried])
        return self.bench.state(instead)

    def _by_hand(self, clause: Sorted, change: Change) -> None:
        node = text_at(self.bench.now.standing, change.node.path)
        at = (node.span,) if node is not None else ()
        message = (
            f"In {named(clause.edited.now)}, counsel wrote “{shortened(change.words)}” where the field "
            f"{change.node.path} prints “{shortened(change.node.text)}”."
        )
        remedy = f"Set {change.node.path} by hand, or have the words changed around it."
        self.findings.append(BY_HAND.at(*at, message=message, remedy=remedy, path=change.node.path))
