"""One clause file and the program → the clause of the tree."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from leadkit.diagnostic import Span
from leadkit.documents.absence import Why
from leadkit.documents.codes import EMPTY, LEFT_OUT, MISSING, TEMPLATE
from leadkit.documents.template.clause_file import ClauseFile
from leadkit.documents.template.convert import Converter, Part
from leadkit.documents.template.environment import evaluate, render
from leadkit.documents.template.grammar import parse
from leadkit.documents.template.home import home_of
from leadkit.documents.template.printing import box, open_at
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import LINE, Line, Recorder
from leadkit.documents.template.view import View, is_missing, path_of, raw_of
from leadkit.documents.tree.blocks import Block
from leadkit.documents.tree.document import ArticleKind, Clause, Section
from leadkit.documents.tree.inline import Inlines, Open, Text

Context = Mapping[str, object]
GAPS = (Why.UNDECIDED, Why.UNDOCUMENTED, Why.NOT_KNOWN_ON_DATE)
"""What a reader of a draft must be told of, wherever a clause looked for it."""


def is_on(clause: ClauseFile, recorder: Recorder, context: Context) -> bool:
    """Whether a document prints the clause; what its ``when`` read is kept in the recorder.

    Raises:
        ClauseError: The expression cannot be worked out.
    """
    recorder.start(clause.file)
    return bool(evaluate(clause.when, dict(context))) if clause.when else True


class ClauseRenderer:
    """Renders the clauses of one composition.

    Attributes:
        ids: Every id given out so far, with its place.
        left_out: The clauses that could not be printed, with the reason.
    """

    def __init__(self, recorder: Recorder, context: Context) -> None:
        self._recorder = recorder
        self._context = dict(context)
        self.ids: list[tuple[str, Span]] = []
        self.left_out: list[tuple[str, str]] = []

    def clause(self, source: ClauseFile, kind: ArticleKind, causes: frozenset[str]) -> Clause | None:
        """Render a clause; None, with a finding, where it cannot be.

        Args:
            source: The clause file.
            kind: Kind of the article that it stands in.
            causes: The fields that decided that it is printed.
        """
        recorder = self._recorder
        recorder.start(source.file)
        try:
            title: Inlines = self._title(source)
            gone = self._needed(source)
            parts = (Part("", (), gone, (), source.first_line),) if gone else self._parts(source)
        except ClauseError as problem:
            recorder.report(problem.code, problem.message, problem.remedy, line=problem.line, path=problem.path)
            return None
        sections = self._sections(source, title, kind, parts or self._silent(source, causes))
        if not sections:
            recorder.report(EMPTY, f"The clause {source.id} prints nothing.", "Give it a when.", line=1)
            return None
        read = tuple(sorted(causes | recorder.reads))
        return Clause(source.id, sections, read, source.status, source.basis)

    def gap(self, source: ClauseFile, kind: ArticleKind, causes: frozenset[str], told: set[str]) -> Clause | None:
        """The clause of which only the box is printed, because what decides whether it is printed is open.

        Args:
            source: The clause file.
            kind: Kind of the article that it stands in.
            causes: The fields that decided that it is not printed.
            told: The open matters that the document tells of elsewhere.
        """
        recorder = self._recorder
        recorder.start(source.file)
        if all(each.path in told for each in self._open(causes)):
            return None
        try:
            title = self._title(source)
        except ClauseError:
            return None
        sections = self._sections(source, title, kind, self._silent(source, causes))
        return Clause(source.id, sections, tuple(sorted(causes)), source.status, source.basis)

    def _silent(self, source: ClauseFile, causes: frozenset[str]) -> tuple[Part, ...]:
        """The boxes of what a clause looked at and found open, where it has nothing else to print."""
        found = {each.path: box(each) for each in self._open(causes | self._recorder.reads)}
        return (Part("", (), tuple(found.values()), (), source.first_line),) if found else ()

    def _open(self, paths: Collection[str]) -> list[Open]:
        looked = (open_at(path, self._recorder) for path in sorted(paths))
        return [each for each in looked if each is not None and each.why in GAPS]

    def _title(self, source: ClauseFile) -> Inlines:
        if "{" not in source.title:
            return (Text(source.title),)
        part, *_ = self._converted(source.title, 1)[1]
        content = getattr(part.blocks[0], "content", ())
        return content if isinstance(content, tuple) else ()

    def _parts(self, source: ClauseFile) -> tuple[Part, ...]:
        converter, parts = self._converted(source.body, source.first_line)
        self.ids.extend((id_, self._recorder.at(line)) for id_, line in converter.ids)
        left = converter.leftover()
        if not left:
            return parts
        if not parts:
            return (Part("", (), tuple(left.values()), (), source.first_line),)
        found = list(parts)
        for path, each in left.items():
            index = home_of(path, [part.id for part in found])
            found[index] = replace(found[index], blocks=(*found[index].blocks, each))
        return tuple(found)

    def _converted(self, body: str, first: int) -> tuple[Converter, tuple[Part, ...]]:
        text, lines = self._lines(render(body, first, self._context))
        tree = parse(text, [line.number for line in lines])
        converter = Converter(self._recorder, lines)
        return converter, converter.parts(tree)

    def _lines(self, rendered: str) -> tuple[str, list[Line]]:
        """Take the marks from the rendered lines; a line without one is what a tag left behind."""
        found: list[tuple[str, Line]] = []
        line: Line | None = None
        for each in rendered.split("\n"):
            mark = LINE.match(each)
            if mark is not None:
                line = self._recorder.rendered(mark, line)
                found.append((each[mark.end() :], line))
        kept = _without_edges_in_tables(found)
        return "\n".join(text for text, _ in kept), [line for _, line in kept]

    def _needed(self, source: ClauseFile) -> tuple[Block, ...]:
        """The boxes that stand in for a clause of which a needed field is open; empty where all are given."""
        missing: dict[str, Open] = {}
        for need in source.needs:
            field = evaluate(need, self._context)
            if not isinstance(field, View):
                raise ClauseError(TEMPLATE, f"{need} is not a field.", "Write needs: [agreement.term].", 1)
            self._recorder.read(path_of(field))
            if is_missing(raw_of(field)):
                self._note(need, path_of(field), missing)
        if not missing:
            return ()
        reason = f"Open: {', '.join(missing)}."
        self.left_out.append((source.id, reason))
        message = f"The clause {source.id} is left out because a field that it needs is open."
        for path in missing:
            self._recorder.report(LEFT_OUT, message, f"Settle {path}.", line=1, path=path)
        return tuple(box(each) for each in missing.values())

    def _note(self, need: str, path: str, missing: dict[str, Open]) -> None:
        found = open_at(path, self._recorder)
        if found is None:
            raise ClauseError(
                MISSING, f"The field {need} has no value, and nothing says why.",
                f"Give {need} a value, or say under open why it has none.", 1, path,
            )  # fmt: skip
        missing[found.path] = found

    def _sections(
        self, source: ClauseFile, title: Inlines, kind: ArticleKind, parts: tuple[Part, ...]
    ) -> tuple[Section, ...]:
        numbered = kind in (ArticleKind.ARTICLE, ArticleKind.APPENDIX)
        sections: list[Section] = []
        for index, part in enumerate(parts):
            if not part.blocks:
                if part.title:
                    self._recorder.report(EMPTY, "A section has no text.", "Write it, or leave it out.", line=part.line)
                continue
            own = title if numbered and not part.title else part.title
            id_ = part.id or (source.id if index == 0 else f"{source.id}-{index + 1}")
            if not part.id:
                self.ids.append((id_, self._recorder.at(part.line)))
            sections.append(Section(id_, own, part.blocks, causes=part.causes))
        return tuple(sections)


def _without_edges_in_tables(lines: list[tuple[str, Line]]) -> list[tuple[str, Line]]:
    """Let the rows that an ``if`` or ``for`` prints follow one another without an empty line."""
    kept: list[tuple[str, Line]] = []
    edges: list[tuple[str, Line]] = []
    for text, line in lines:
        if line.edge:
            edges.append((text, line))
            continue
        between_rows = kept and kept[-1][0].lstrip().startswith("|") and text.lstrip().startswith("|")
        kept.extend([(text, line)] if between_rows else [*edges, (text, line)])
        edges = []
    return kept
