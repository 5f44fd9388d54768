"""Words that counsel changed, as overrides of clauses: only what then prints counsel's words counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from leadkit.documents.library import alternates, default_root
from leadkit.documents.overrides.file import Override, OverrideKind, parent_hash, write_override
from leadkit.documents.overrides.layer import ENDING, PARENTS, parent_name
from leadkit.documents.returned.codes import BY_HAND, MANDATORY_REMOVED
from leadkit.documents.returned.compared import named
from leadkit.documents.returned.flattened import expression_of, filters_of, flattened
from leadkit.documents.returned.marks import key, keys, readable, shortened
from leadkit.documents.returned.own_files import OwnFiles
from leadkit.documents.returned.proposal import Origin, WordsEdit
from leadkit.documents.returned.reworded import Reworded, Wanted, new_clause_body, reworded, title_of
from leadkit.documents.returned.today import today
from leadkit.documents.template.clause_file import ClauseFile, write_clause
from leadkit.documents.tree.document import ArticleKind
from leadkit.model.declared import steps_of

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.overrides.homes import Home
    from leadkit.documents.returned.bench import State
    from leadkit.documents.returned.line import Line
    from leadkit.documents.returned.origin import Origins
    from leadkit.documents.returned.sorted import Sorted
    from leadkit.documents.tree.inline import Value

_SLUG = re.compile(r"[^a-z0-9]+")
_NUMBERED = (ArticleKind.ARTICLE, ArticleKind.APPENDIX)


@dataclass(frozen=True, slots=True)
class Proposed:
    """An override that may count.

    Attributes:
        edit: What it changes.
        files: The bytes of its files: the override's own, and under ``parents/`` the text that it was made from.
        prints: What its clause is to print; None where it is to print nothing.
    """

    edit: WordsEdit
    files: Mapping[str, bytes]
    prints: tuple[str, ...] | None


@dataclass
class Wording:
    """Makes overrides of clauses, and tries each out.

    Attributes:
        state: The program with the values that counsel changed.
        home: Where the overrides of the document are kept.
        printer: The kind of the document.
        phrases: What it prints for a word of a list of choices.
        origins: Tells who made an edit.
        findings: The edits that have to be made by hand.
    """

    state: State
    home: Home
    printer: str
    phrases: Mapping[str, Mapping[str, str]]
    origins: Origins
    findings: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._files = OwnFiles(self.state, self.home)

    def clause(self, clause: Sorted, wanted: Sequence[Wanted]) -> list[Proposed]:
        """The override that lets a clause print some lines; none where it prints them already."""
        id_ = clause.edited.now.clause.id
        now = self.state.clauses.get(id_)
        if now is None or keys(now.texts) == keys(line.text for line in wanted):
            return []
        file = self.state.composition.clauses[id_]
        if not wanted:
            return self._removed(clause, file)
        made = reworded(file, now.texts, wanted, self._print) or flattened(
            file, now, wanted, lambda value: self._expression(file, value), self._print
        )
        if made is None:
            self._by_hand(clause, wanted)
            return []
        return [self._replaced(clause, file, made, wanted)]

    def added(self, clause: Sorted) -> list[Proposed]:
        """The overrides that put new clauses in after one; the last first, as each goes right behind it."""
        article = next(
            article for article in self.state.composition.document.articles  # type: ignore[union-attr]
            if any(each.id == clause.edited.now.clause.id for each in article.clauses)
        )  # fmt: skip
        found = []
        for lines in clause.edited.added:
            if article.kind not in _NUMBERED or len(lines) < 2 or any(line.cell for line in lines):
                text = " / ".join(self._read(line.text) for line in lines)
                message = f"After {named(clause.edited.now)} counsel put in “{shortened(text)}”."
                remedy = "Write it as a clause with leadkit override, or put its words into a clause that is there."
                self.findings.append(BY_HAND.at(message=message, remedy=remedy))
            else:
                found.append(self._inserted(clause, lines))
        return found

    def _print(self, file: ClauseFile) -> tuple[str, ...] | None:
        document = self.state.composition.again({file.id: file})
        return today(document)[file.id].texts if document else None

    def _expression(self, file: ClauseFile, value: Value) -> str | None:
        """The expression that prints a value as it stands in a clause."""
        steps = [str(step) for step in steps_of(self.state.standing.resolution.root, value.path)]
        field_ = expression_of(steps)
        for chain in filters_of(file, self.phrases, value.text):
            expression = f"{field_} | {chain}" if chain else field_
            document = self.state.composition.again({file.id: replace(file, body=f"{{{{ {expression} }}}}\n")})
            lines = today(document)[file.id].lines if document else ()
            if lines and lines[-1].text == value.text and [part.node for part in lines[-1].parts] == [value]:
                return expression
        return None

    def _replaced(self, clause: Sorted, file: ClauseFile, made: Reworded, wanted: Sequence[Wanted]) -> Proposed:
        kept = [line.text[one.start : one.end] for line in clause.lines for one in line.kept]
        origin = self.origins.of(clause.touched, kept)
        title = made.clause.title if made.clause.title != file.title else None
        old = self._files.own(file.id)
        if old is not None and old.kind is OverrideKind.ALTERNATE:
            base = alternates(self.printer, default_root(), file.id)[old.use]
            override = replace(self._override(OverrideKind.REPLACE, file.id, base, origin), use=old.use)
        elif old is not None:
            base = None
            override = replace(old, by=origin.by, on=origin.on, reason=_with_earlier(origin, old))
        else:
            base = file
            override = self._override(OverrideKind.REPLACE, file.id, base, origin)
        override = replace(override, title=title or override.title, body=f"\n{made.clause.body.strip()}\n")
        edit = WordsEdit(
            file.id, override.kind, named(clause.edited.now), self._files.name(old, file.id), origin,
            self._files.before(file), made.frozen, made.flat,
        )  # fmt: skip
        return self._proposed(edit, override, base, tuple(line.text for line in wanted))

    def _removed(self, clause: Sorted, file: ClauseFile) -> list[Proposed]:
        place = named(clause.edited.now)
        if file.status == "mandatory":
            message = f"{place} was taken out, and it is mandatory: it stays."
            remedy = "Change its words instead, or agree on an amendment of the model with those whom it protects."
            self.findings.append(MANDATORY_REMOVED.at(message=message, remedy=remedy))
            return []
        if self._files.own(file.id) is not None:
            self.findings.append(BY_HAND.at(message=f"{place}, which an override prints, was taken out.",
                                            remedy=f"Delete {self._files.own(file.id).file}."))  # type: ignore[union-attr]  # fmt: skip
            return []
        origin = self.origins.of(clause.touched)
        edit = WordsEdit(
            file.id, OverrideKind.REMOVE, place, self._files.name(None, file.id), origin, self._files.before(file)
        )
        return [self._proposed(edit, self._override(OverrideKind.REMOVE, file.id, file, origin), file, None)]

    def _inserted(self, clause: Sorted, lines: Sequence[Line]) -> Proposed:
        file = self.state.composition.clauses[clause.edited.now.clause.id]
        origin = self.origins.of(lines)
        heading, *text = lines
        id_ = self._files.free_id(_SLUG.sub("-", heading.text.lower()).strip("-")[:40].strip("-") or "new-clause")
        override = replace(
            self._override(OverrideKind.INSERT_AFTER, file.id, file, origin), id=id_, title=title_of(heading.text),
            body="\n" + new_clause_body([Wanted(line.text, line.level) for line in text]),
        )  # fmt: skip
        edit = WordsEdit(
            id_,
            OverrideKind.INSERT_AFTER,
            heading.text,
            self._files.name(None, id_),
            origin,
            unbound=self._binds_in_parts(),
        )
        return self._proposed(edit, override, file, tuple(line.text for line in lines))

    def _binds_in_parts(self) -> bool:
        """Whether the agreement binds only where it says so; of a clause that is new it says nothing yet."""
        program = self.state.standing.program
        binding = program.agreement.binding if program and self.printer == "mou" else None
        return binding is not None and not binding.binds_by_default

    def _override(self, kind: OverrideKind, target: str, base: ClauseFile, origin: Origin) -> Override:
        return Override("", kind, target, parent_hash(base), origin.by, origin.on, origin.reason)

    def _proposed(
        self, edit: WordsEdit, override: Override, base: ClauseFile | None, prints: tuple[str, ...] | None
    ) -> Proposed:
        files = {edit.file: write_override(override).encode("utf-8")}
        if base is not None:
            name = parent_name(override.target, override.parent)
            files[f"{PARENTS}/{name}{ENDING}"] = write_clause(base).encode("utf-8")
        return Proposed(edit, files, prints)

    def _read(self, text: str) -> str:
        return readable(text, self.state.numbers)

    def _by_hand(self, clause: Sorted, wanted: Sequence[Wanted]) -> None:
        there = set(keys(clause.edited.now.texts))
        lines = [self._read(line.text) for line in wanted if key(line.text) not in there]
        said = f"counsel wrote “{shortened(' / '.join(lines))}”" if lines else self._same(clause, wanted)
        message = f"In {named(clause.edited.now)} {said}, and no change of its text prints just that."
        remedy = f"Write it with leadkit override, clause {clause.edited.now.clause.id}, --as replace."
        self.findings.append(BY_HAND.at(message=message, remedy=remedy))

    def _same(self, clause: Sorted, wanted: Sequence[Wanted]) -> str:
        """What was done where no words are new."""
        more = len(wanted) > len(clause.edited.now.texts)
        return "counsel has some of its words twice" if more else "counsel took words out or moved them"


def _with_earlier(origin: Origin, old: Override) -> str:
    """Why a clause has its words, with why it had its own before: an override gives its one reason for all of them."""
    before = f"{old.by}, {old.on.isoformat()}: {old.reason}"
    same = (origin.by, origin.reason) == (old.by, old.reason)
    return origin.reason if same else f"{origin.reason} Before that, {before}"
