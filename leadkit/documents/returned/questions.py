"""Comments that no edit answers, as entries under ``open`` for the fields that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadkit.documents.returned.codes import COMMENTED
from leadkit.documents.returned.compared import named
from leadkit.documents.returned.marks import key, shortened
from leadkit.documents.returned.proposal import Question
from leadkit.documents.returned.values import instead_of
from leadkit.documents.template.words import date_text
from leadkit.documents.tree.inline import Value
from leadkit.source.room import NoRoomError, at_end_of_file, edits_for
from leadkit.source.text import SourceText

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Edit
    from leadkit.documents.returned.bench import Bench, State
    from leadkit.documents.returned.body import Body
    from leadkit.documents.returned.line import Comment, Line
    from leadkit.documents.returned.record import Record
    from leadkit.documents.returned.today import TodayClause
    from leadkit.source.tree import Plain

_OPEN = "open"
_OWNER = "Counsel"
_FRONT = "the page before the text"


@dataclass
class Questions:
    """Turns comments into entries, each tried out.

    Attributes:
        bench: The program.
        record: What the file was built with.
        body: The text of the file.
        findings: The comments that have no place in the program.
    """

    bench: Bench
    record: Record
    body: Body
    findings: list[Diagnostic] = field(default_factory=list)

    def of(self, comments: Sequence[Comment], state: State) -> tuple[tuple[Question, ...], tuple[Edit, ...]]:
        """The entries, and the edits that write them into the program as it would be.

        Args:
            comments: The comments that are left.
            state: The program with everything else that is proposed.
        """
        asked: dict[str, tuple[Question, Comment]] = {}
        for comment in comments:
            question = self._question(comment)
            if question is not None and self._is_asked(state, question):
                continue
            if question is None or question.path in asked or self._is_said(state, question.path):
                self._list(comment)
            else:
                asked[question.path] = (question, comment)
        questions = [question for question, _ in asked.values()]
        edits = self._edits(state, questions)
        if edits is None or not self._holds(state, edits):
            for _, comment in asked.values():
                self._list(comment)
            return (), ()
        return tuple(questions), edits

    def _question(self, comment: Comment) -> Question | None:
        """The entry for a comment that stands on a value, or on a clause that a field decides."""
        for line in self.body.lines:
            if comment.id in line.comments and (clause := self._clause(line)) is not None and comment.text:
                path = self._path(line, comment, clause)
                text = " ".join((comment.text, *(f"{author}: {reply}" for author, reply in comment.replies)))
                return Question(path, text, comment.author or _OWNER, named(clause), comment.on) if path else None
        return None

    def _path(self, line: Line, comment: Comment, clause: TodayClause) -> str:
        words = key(line.commented(comment.id))
        same = [here for here in clause.lines if key(here.text) == key(line.text)]
        for here in same or clause.lines:
            for part in here.parts:
                said = key(part.node.text)
                meets = _meet(words, said) if same else words == said
                if meets and isinstance(part.node, Value) and part.node.path:
                    return part.node.path
        file = self.bench.now.composition.clauses.get(clause.clause.id)
        return next(iter(file.needs), "") if file else ""

    def _clause(self, line: Line) -> TodayClause | None:
        return self._owned(line.owner)

    def _owned(self, bookmark: str) -> TodayClause | None:
        id_ = next((one.id for one in self.record.clauses if one.bookmark == bookmark), "")
        return self.bench.now.clauses.get(id_)

    def _is_said(self, state: State, path: str) -> bool:
        program = state.standing.program
        return program is None or path in program.open

    def _is_asked(self, state: State, question: Question) -> bool:
        """Whether the program asks just that already, for the file was reviewed before."""
        program = state.standing.program
        entry = program.open.get(question.path) if program else None
        return entry is not None and key(str(getattr(entry, "question", "") or "")) == key(question.text)

    def _edits(self, state: State, questions: Sequence[Question]) -> tuple[Edit, ...] | None:
        """The edits that write the entries; None where there is no room for them."""
        if not questions:
            return ()
        source = state.jurisdiction.source
        more: dict[str, Plain] = {one.path: _entry(one) for one in questions}
        entry = source.root.entries.get(_OPEN)
        try:
            if entry is None:
                file = f"{source.name}/{_OPEN}.yaml"
                return (at_end_of_file(SourceText(file, source.files.get(file, "")), {_OPEN: more}),)
            file = entry.key.span.file
            return tuple(edits_for(SourceText(file, source.files[file]), entry, more)) if source.is_own(file) else None
        except NoRoomError:
            return None

    def _holds(self, state: State, edits: Sequence[Edit]) -> bool:
        """Whether the program reads the entries and has no error with them."""
        source = state.jurisdiction.source
        own = {name: data for name, data in source.data.items() if source.is_own(name)}
        return not self.bench.now.brought(self.bench.checked({**own, **instead_of(state.jurisdiction, edits)}))

    def _list(self, comment: Comment) -> None:
        where = ", ".join(dict.fromkeys(self._places(comment))) or "The file"
        text = " ".join((comment.text, *(f"{author}: {reply}" for author, reply in comment.replies)))
        message = f"{comment.author or _OWNER} comments on {where}: “{shortened(text)}”."
        self.findings.append(COMMENTED.at(message=message, remedy="Answer it, or put its question under open by hand."))

    def _places(self, comment: Comment) -> Iterator[str]:
        for line in self.body.lines:
            if comment.id in line.comments:
                clause = self._clause(line)
                yield named(clause) if clause else _FRONT
        for aside, owner in self.body.unread:
            if comment.id in aside.comments:
                clause = self._owned(owner)
                yield f"{aside.what} in {named(clause) if clause else _FRONT}"


def _entry(question: Question) -> dict[str, Plain]:
    made: dict[str, Plain] = {"why": "undecided", "question": question.text, "owner": question.owner}
    if question.on is not None:
        day = date_text(question.on.isoformat())
        made["remark"] = f"Asked by {question.owner} in a comment on the returned file, {day}."
    return {**made, "stands": "yes"}


def _meet(words: str, said: str) -> bool:
    """Whether a comment stands on a value: on a part of it, or on words around it."""
    return words in said or said in words
