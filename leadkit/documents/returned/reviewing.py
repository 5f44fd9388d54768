"""A returned file taken into a program: what is proposed, and proved by composing the document again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.guest import UnfitFile
from leadkit.documents.overrides.homes import Home, home_of
from leadkit.documents.returned.asked import Asked
from leadkit.documents.returned.bench import Bench, State
from leadkit.documents.returned.codes import BY_HAND, OTHER_PROGRAM
from leadkit.documents.returned.compared import compared
from leadkit.documents.returned.edges import told_of_margins
from leadkit.documents.returned.file import Returned, read_returned
from leadkit.documents.returned.levels import told_of_levels
from leadkit.documents.returned.marks import key, keys
from leadkit.documents.returned.origin import Origins
from leadkit.documents.returned.paragraph import View
from leadkit.documents.returned.proposal import Review
from leadkit.documents.returned.questions import Questions
from leadkit.documents.returned.references import told_of_references
from leadkit.documents.returned.since import since
from leadkit.documents.returned.sorting import sorted_edits
from leadkit.documents.returned.values import Valued, instead_of, valued, wanted_lines
from leadkit.documents.returned.wording import Proposed, Wording
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import LANGUAGES

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic

_BUILT_FROM = "Name the folder that the file was built from with --into."


def review(content: bytes, place: str, asked: Asked) -> Review:
    """Read a returned file, and say what it changes in a program.

    Args:
        content: The bytes of the file.
        place: The folder of the program.
        asked: How the file is taken.
    """
    try:
        returned = read_returned(content)
    except UnfitFile as unfit:
        return Review(findings=(unfit.code.at(message=unfit.message, remedy=unfit.remedy),))
    day = _day(returned.record.on)
    bench = Bench(place, returned.record.document, day)
    stops = tuple(_stops(returned, bench, asked))
    return Review(returned.record.document, findings=stops) if stops else _Reviewing(returned, bench, asked).result()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _stops(returned: Returned, bench: Bench, asked: Asked) -> Sequence[Diagnostic]:
    """Why a file cannot be taken into this program at all."""
    record = returned.record
    if asked.document and asked.document != record.document:
        message = f"The returned file is the document {record.document}, and not {asked.document}."
        return [OTHER_PROGRAM.at(message=message, remedy="Leave --document out, or review the other file.")]
    first, _, language = record.document.rpartition(".")
    if first and language in LANGUAGES:
        message = f"The returned file is {first} in another language ({language})."
        remedy = f"Edits are read back from {first} itself. Tell whoever keeps the translation what to change in it."
        return [OTHER_PROGRAM.at(message=message, remedy=remedy)]
    if bench.now.standing.program is None or bench.paper(bench.now.standing) is None:
        message = f"The program has no document {record.document}."
        return bench.now.errors or [OTHER_PROGRAM.at(message=message, remedy=_BUILT_FROM)]
    document = bench.now.composition.document
    if document is None:
        return bench.now.errors
    here = inline_text(document.cover.jurisdiction)
    if key(here) != key(record.program):
        message = f"The returned file is of {record.program}, and this program is {here}."
        return [OTHER_PROGRAM.at(message=message, remedy=_BUILT_FROM)]
    return ()


@dataclass
class _Reviewing:
    returned: Returned
    bench: Bench
    asked: Asked
    findings: list[Diagnostic] = field(default_factory=list)

    def result(self) -> Review:
        returned, bench = self.returned, self.bench
        body = returned.accepted if self.asked.view is View.ACCEPTED else returned.rejected
        found = compared(returned.record, body, bench.now.clauses)
        clauses = [sorted_edits(each, returned.record.numbers) for each in found.edited]
        self.findings += told_of_margins(returned.record, returned.margins)
        self.findings += told_of_references(returned, body, bench.now)
        self.findings += told_of_levels(returned.record, body, bench.now)
        self.findings += [*found.findings, *(each for clause in clauses for each in clause.findings)]
        origins = Origins(self.asked, returned.saved, returned.comments, bench.on)
        values = valued(bench, clauses, origins)
        self.findings += values.findings
        paper = bench.paper(bench.now.standing)
        assert paper is not None
        home = home_of(values.state.jurisdiction, paper)
        wording = Wording(values.state, home, paper.printer, bench.phrases, origins)
        proposed: list[Proposed] = []
        for clause in clauses:
            proposed += wording.clause(clause, wanted_lines(clause, values.paths, values.state))
            proposed += wording.added(clause)
        self.findings += wording.findings
        proposed, state = self._proved(values, home, proposed)
        asking = Questions(bench, returned.record, body)
        left = [comment for comment in returned.comments if comment.id not in origins.answered]
        questions, edits = asking.of(left, state)
        self.findings += asking.findings
        instead = self._instead(values, home, proposed)
        instead |= instead_of(state.jurisdiction, edits)
        made = Review(returned.record.document, values.values, tuple(one.edit for one in proposed), questions,
                      tuple(self.findings), edited=len(clauses), since=since(returned.record, bench.now))  # fmt: skip
        return self._with_files(made, instead, home, proposed)

    def _proved(self, values: Valued, home: Home, proposed: list[Proposed]) -> tuple[list[Proposed], State]:
        """The overrides that print counsel's words together and bring no error, and the program with them.

        The others are told.
        """
        if proposed and home.edit is None and not home.is_named:
            message = "There is no plain place to name the folder that counsel's words would be kept in."
            self.findings.append(
                BY_HAND.at(message=message, remedy=f"Add the line {home.cause}: {home.value}, and review again.")
            )
            return [], values.state
        while proposed:
            state = self._state(values, home, proposed)
            printed = state.composition.document is not None
            bad = [one for one in proposed if printed and not self._holds(state, one)]
            if not bad and not values.state.brought(state.errors):
                return proposed, state
            bad = bad or [one for one in proposed if self._is_named(state, one)] or proposed
            for one in bad:
                said = " ".join(dict.fromkeys(each.message for each in values.state.brought(state.errors)))
                message = f"The words of {one.edit.place} cannot be taken in as they are. {said}".strip()
                remedy = f"Write them with leadkit override, clause {one.edit.clause}."
                self.findings.append(BY_HAND.at(message=message, remedy=remedy))
            proposed = [one for one in proposed if one not in bad]
        return [], values.state

    def _state(self, values: Valued, home: Home, proposed: Sequence[Proposed]) -> State:
        files = {name: data for one in proposed for name, data in one.files.items()}
        return self.bench.state(self._instead(values, home, proposed), home, files)

    def _instead(self, values: Valued, home: Home, proposed: Sequence[Proposed]) -> dict[str, bytes]:
        """The program's own files with the values, and with the line that names the folder of the overrides."""
        instead = instead_of(self.bench.now.jurisdiction, values.edits)
        if not proposed or home.edit is None:
            return instead
        return {**instead, **instead_of(values.state.jurisdiction, (home.edit,))}

    def _holds(self, state: State, one: Proposed) -> bool:
        made = state.clauses.get(one.edit.clause)
        if one.prints is None or made is None:
            return one.prints is None and made is None
        return keys(made.texts) == keys(one.prints)

    def _is_named(self, state: State, one: Proposed) -> bool:
        files = {span.file.rpartition("/")[2] for each in state.errors for span in each.spans}
        return one.edit.file in files

    def _with_files(
        self, made: Review, instead: Mapping[str, bytes], home: Home, proposed: Sequence[Proposed]
    ) -> Review:
        """The same with the files that it changes."""
        source = self.bench.now.jurisdiction.source
        folder = Path(source.folders[0] if source.folders else source.name) / home.folder
        after = {source.path_of(name): data for name, data in instead.items()}
        before = {source.path_of(name): source.data.get(name) for name in instead}
        for one in proposed:
            for name, data in one.files.items():
                path = folder / name
                there = path.read_bytes() if path.is_file() else None
                if there != data:
                    after[path], before[path] = data, there
        return replace(made, before=before, after=after)
