"""Each clause of a returned file beside the clause as it was built and as the program prints it today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leadkit.diagnostic import Code, Diagnostic
from leadkit.documents.returned.body import Body
from leadkit.documents.returned.codes import BY_HAND, CHANGED_MEANWHILE, TEXT_UNREAD
from leadkit.documents.returned.line import Line, Place
from leadkit.documents.returned.lost import Lost, all_lost, lost_texts
from leadkit.documents.returned.marks import key, keys, readable, shortened
from leadkit.documents.returned.record import Record, RecordedClause
from leadkit.documents.returned.today import TodayClause
from leadkit.documents.tree.plain import section_name


@dataclass(frozen=True, slots=True)
class Edited:
    """A clause that counsel edited, and the program has not changed meanwhile.

    Attributes:
        now: What the program prints.
        lines: What came back in its place; none where it was taken out.
        added: The clauses that counsel put in after it, each beginning with its heading.
    """

    now: TodayClause
    lines: tuple[Line, ...]
    added: tuple[tuple[Line, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing.

    Attributes:
        edited: The edited clauses, in order.
        findings: What cannot be told.
    """

    edited: tuple[Edited, ...]
    findings: tuple[Diagnostic, ...]


def compared(record: Record, body: Body, today: Mapping[str, TodayClause]) -> Compared:
    """Compare a returned file with what it was built with and with what is printed today."""
    return _Comparison(record, body, today).result()


def named(clause: TodayClause) -> str:
    """A clause as a reader finds it: its number and title, or its id."""
    return section_name(clause.clause.sections[0]) or clause.clause.id


class _Comparison:
    def __init__(self, record: Record, body: Body, today: Mapping[str, TodayClause]) -> None:
        self._record, self._body, self._today = record, body, today
        self._findings: list[Diagnostic] = []
        self._lines: dict[str, list[Line]] = {}
        for line in body.lines:
            if line.place in (Place.CLAUSE, Place.BETWEEN):
                self._lines.setdefault(line.owner, []).append(line)
        self._lost = Lost()

    def result(self) -> Compared:
        lost = lost_texts(self._record, self._body)
        if lost is None:
            return Compared((), (all_lost(self._record, self._body),))
        self._lost = lost
        self._findings += lost.findings
        edited = [one for clause in self._record.clauses for one in self._clause(clause)]
        self._front()
        self._order()
        for aside, owner in self._body.unread:
            self._add(TEXT_UNREAD, f"{self._named(owner)} holds {aside.told}, and no clause can hold it.",
                      "Put its words into the text of the clause.")  # fmt: skip
        return Compared(tuple(edited), tuple(self._findings))

    def _clause(self, clause: RecordedClause) -> Iterator[Edited]:
        lines = [line for line in self._lines.get(clause.bookmark, ()) if id(line) not in self._lost.lines]
        own, new = _apart(lines)
        added = tuple(each for each in new if not self._is_taken_in(each))
        came, base, now = keys(line.text for line in own), keys(clause.lines), self._today.get(clause.id)
        if (came == base and not added) or clause.bookmark in self._lost.clauses:
            return
        printed = keys(now.texts if now else ())
        if now is not None and (printed == base or (printed == came and added)):
            yield Edited(now, tuple(own), added)
        elif came != printed or added:
            self._conflict(clause, lines, now)

    def _is_taken_in(self, lines: Sequence[Line]) -> bool:
        """Whether the program prints a new clause of counsel's already, for the file was reviewed before."""
        built = {clause.id for clause in self._record.clauses}
        came = keys(line.text for line in lines)
        return any(keys(now.texts) == came for id_, now in self._today.items() if id_ not in built)

    def _conflict(self, clause: RecordedClause, lines: Sequence[Line], now: TodayClause | None) -> None:
        theirs = self._different([line.text for line in lines], clause.lines)
        ours = self._different(now.texts, clause.lines) if now else "The clause is not printed any more."
        where = named(now) if now else clause.id
        self._add(
            CHANGED_MEANWHILE,
            f"{where} was edited by counsel, and the program prints it otherwise than when the file was built. "
            f"Counsel: {theirs} The program: {ours}",
            "Decide which stands, make that change by hand, and build the draft anew.",
        )  # fmt: skip

    def _different(self, lines: Sequence[str], base: Sequence[str]) -> str:
        same = set(keys(base))
        changed = [self._read(line) for line in lines if key(line) not in same]
        return f"“{shortened(' / '.join(changed))}”" if changed else "Words were taken out."

    def _read(self, text: str) -> str:
        return readable(text, self._record.numbers)

    def _front(self) -> None:
        """What was changed before the text, and in the headings of articles, which no clause prints."""
        front = {key(line) for line in self._record.front}
        there = {key(line.text) for line in self._body.lines if line.place is Place.FRONT}
        for line in self._body.lines:
            strange = line.text and key(line.text) not in front and id(line) not in self._lost.lines
            if line.place is Place.FRONT and strange:
                self._add(BY_HAND, f"Before the text stands “{shortened(self._read(line.text))}”, which was not there.",
                          "Change the field that the cover prints, such as the title of the document.")  # fmt: skip
        for text in self._record.front:
            if key(text) not in there:
                self._add(BY_HAND, f"Before the text “{shortened(self._read(text))}” was changed or taken out.",
                          "Change the field that the cover prints, such as the title of the document.")  # fmt: skip
        headings = {line.owner: line.text for line in self._body.lines if line.place is Place.ARTICLE}
        for bookmark, title in self._record.articles.items():
            if key(headings.get(bookmark, "")) != key(title):
                said = f"now reads “{headings[bookmark]}”" if bookmark in headings else "was taken out"
                self._add(BY_HAND, f"The heading of the article “{title}” {said}.",
                          "The model gives articles their headings; change that of a clause instead.")  # fmt: skip
        for line in self._body.lines:
            if line.place is Place.OPENING and id(line) not in self._lost.lines:
                heading = self._record.articles.get(line.owner, "a new article")
                self._add(BY_HAND, f"Under the heading of “{heading}”, before its first clause, stands "
                          f"“{shortened(self._read(line.text))}”.",
                          "Put the words into a clause, or write a clause of them with leadkit override.")  # fmt: skip
            if line.place is Place.ARTICLE and not line.owner:
                self._add(BY_HAND, f"A new article was begun: “{shortened(line.text)}”.",
                          "Put the clause into an article of the model.")  # fmt: skip

    def _order(self) -> None:
        """A clause that was moved as a whole keeps its mark, and stands elsewhere."""
        found = list(dict.fromkeys(line.owner for line in self._body.lines if line.place is Place.CLAUSE))
        built = [clause.bookmark for clause in self._record.clauses if clause.bookmark in found]
        order = [bookmark for bookmark in found if bookmark in built]
        if order != built:
            moved = next(one for one, other in zip(order, built, strict=True) if one != other)
            self._add(BY_HAND, f"{self._named(moved)} was moved as a whole.",
                      "The model gives the order; take it out there, and put it in as a new clause.")  # fmt: skip

    def _named(self, bookmark: str) -> str:
        id_ = next((clause.id for clause in self._record.clauses if clause.bookmark == bookmark), "")
        return named(self._today[id_]) if id_ in self._today else id_ or "The page before the text"

    def _add(self, code: Code, message: str, remedy: str) -> None:
        self._findings.append(code.at(message=message, remedy=remedy))


def _apart(lines: list[Line]) -> tuple[list[Line], tuple[tuple[Line, ...], ...]]:
    """The lines of the clause itself, and the new clauses after it: each begins with a heading of its own."""
    outside = [index for index, line in enumerate(lines) if line.heading and line.place is Place.BETWEEN]
    if not outside:
        return lines, ()
    starts = [*outside, len(lines)]
    return lines[: starts[0]], tuple(tuple(lines[start:end]) for start, end in pairwise(starts))
