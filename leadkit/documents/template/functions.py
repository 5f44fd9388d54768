"""Functions of clauses: references, terms, blanks, signature blocks, boxes, and the hooks of the lines."""

from __future__ import annotations

from collections.abc import Iterable

from leadkit.documents.absence import Why
from leadkit.documents.codes import REFERENCE, TEMPLATE
from leadkit.documents.template.citation import citation
from leadkit.documents.template.environment import RECORDER, Hook
from leadkit.documents.template.filters import key_of, sentence
from leadkit.documents.template.places import duties_about, places_of, unknown_clauses
from leadkit.documents.template.printing import box, open_at
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment, Recorder, Use
from leadkit.documents.template.signing import signature
from leadkit.documents.template.view import View, field_of, is_given, is_missing, path_of, raw_of
from leadkit.documents.tree.inline import Blank, Open, Reference, Strong, Term, Text, Tick, Writes
from leadkit.documents.tree.numbering import article_target
from leadkit.documents.tree.plain import inline_text

_LONGEST_BLANK = 200


def functions(recorder: Recorder) -> dict[str, object]:
    """What a clause may call, and the hooks that ``lines.marked`` writes into it."""
    return {**_Functions(recorder).public(), **_hooks(recorder), RECORDER: recorder}


def _hooks(recorder: Recorder) -> dict[str, object]:
    def line(number: int) -> Hook:
        return Hook(recorder.line(number))

    def break_(number: int) -> Hook:
        return Hook(f"{recorder.line(number, edge=True)}\n")

    def open_(number: int) -> Hook:
        return Hook(f"{recorder.open_region(number)}\n")

    def turn(number: int) -> Hook:
        return Hook(f"{recorder.turn_region(number)}\n")

    def close(number: int) -> Hook:
        return Hook(f"{recorder.close_region(number)}\n")

    def set_(number: int) -> Hook:
        recorder.current = number
        return Hook("")

    return {"_line": line, "_break": break_, "_open": open_, "_turn": turn, "_close": close, "_set": set_}


class _Functions:
    """The functions of one composition."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def public(self) -> dict[str, object]:
        return {
            "article_ref": self.article_ref, "blank": self.blank, "boxes": self.boxes, "cited": self.cited,
            "clause_on": self.clause_on, "decision": self.decision, "define": self.define,
            "duties": self.duties, "places": self.places, "quoted": self.quoted,
            "ref": self.ref, "signature": self.signature, "term": self.term, "tick": self.tick, "wanted": self.wanted,
        }  # fmt: skip

    def ref(self, *parts: object) -> Fragment:
        """Refer to a clause, section or item; several parts are joined with hyphens."""
        return self._reference("-".join(key_of(part) for part in parts))

    def article_ref(self, article: str) -> Fragment:
        """Refer to an article of the outline."""
        return self._reference(article_target(article))

    def _reference(self, target: str) -> Fragment:
        self._recorder.references.append(Use(target, self._recorder.at()))
        return Fragment((Reference(target),))

    def term(self, text: str, shown: str = "") -> Fragment:
        """Use a defined term; ``shown`` is another form of it, such as its plural."""
        self._recorder.terms.append(Use(_words(text, "term"), self._recorder.at()))
        return Fragment((Term(_words(shown, "term") or text),))

    def define(self, text: str) -> Fragment:
        """Define a term: it is printed bold and in quotation marks."""
        self._recorder.definitions.append(Use(_words(text, "define"), self._recorder.at()))
        return Fragment((Strong((Text("“"), Term(text, defining=True), Text("”"))),))

    def blank(self, label: str | Fragment, length: int = 12, *, writes: str = "") -> Fragment:
        """Leave a line to be filled in by hand, with room for so many letters.

        Args:
            label: What it is filled in with.
            length: How many letters it has room for, more or less.
            writes: What whoever signs writes on it: ``signature``, ``printed_name`` or ``date``.
        """
        if not isinstance(length, int) or not 0 < length <= _LONGEST_BLANK:
            message = f"A blank has room for 1 to {_LONGEST_BLANK} letters."
            raise ClauseError(TEMPLATE, message, 'Write blank("Address", 40).')
        if writes not in ("", *Writes):
            raise ClauseError(TEMPLATE, f"Nobody writes {writes} on a line.", f"Use {', '.join(Writes)}.")
        named = inline_text(label.inlines) if isinstance(label, Fragment) else _words(label, "blank")
        return Fragment((Blank(named, length, Writes(writes) if writes else None),))

    def tick(self) -> Fragment:
        """Leave a box to tick by hand."""
        return Fragment((Tick(self._recorder.language),))

    def quoted(self, section: View) -> Fragment:
        """Print the text of a section of another document, which stands ready in its ``text``."""
        return Fragment(blocks=raw_of(field_of(section, "text")))  # type: ignore[arg-type]

    def boxes(self, *fields: object) -> Fragment:
        """Print the box of each given field that is open; a field with a value prints nothing."""
        found = {}
        for field in fields:
            if not isinstance(field, View):
                raise ClauseError(TEMPLATE, "boxes() takes fields of the program.", "Write boxes(agreement.term).")
            self._recorder.read(path_of(field))
            said = open_at(path_of(field), self._recorder) if is_missing(raw_of(field)) else None
            if said is not None:
                found[said.path] = box(said)
        return Fragment(blocks=tuple(found.values()))

    def wanted(self, collection: View) -> list[View]:
        """The things of a collection that do not exist yet, because nobody has decided who or what each of them is."""
        entries = getattr(self._recorder.program, "open", None) or {}
        before = f"{path_of(collection)}."
        names = [path.removeprefix(before) for path in entries if path.startswith(before)]
        missing = [field_of(collection, name) for name in names if "." not in name and name != "*"]
        return [
            one
            for one in missing
            if is_missing(raw_of(one)) and (said := open_at(path_of(one), self._recorder)) and said.why is Why.UNDECIDED
        ]

    def decision(self, field: View, question: str) -> Fragment:
        """Print the box of a decision that ``field`` shows to be needed, though it has a value."""
        self._recorder.read(path_of(field))
        asked, language = _words(question, "decision"), self._recorder.language
        open_ = Open(path_of(field), Why.UNDECIDED, asked, about=asked, language=language)
        return Fragment(blocks=(box(open_),))

    def cited(self, *items: View | list[View], field: str = "") -> Fragment:
        """Print the sources of parts of a program that was compiled from public sources; otherwise nothing.

        Args:
            items: The parts, each alone or in a list.
            field: The field of them whose sources are meant; without it, all.
        """
        if not self._recorder.public_sources:
            return Fragment()
        parts = [one for each in items for one in (each if isinstance(each, list) else [each])]
        found = citation([one for one in parts if is_given(one)], field, self._recorder)
        return Fragment(blocks=(found,) if found is not None else ())

    def places(self, subjects: Iterable[object], *always: str, clauses: Iterable[View] = ()) -> Fragment:
        """Refer to the articles and sections of this document that are about some subjects, in their order.

        Args:
            subjects: Words that the outline knows under ``subjects``.
            always: Further such words.
            clauses: Where the program names clauses of its own by their ids.
        """
        named = list(clauses)
        for each in unknown_clauses(named, self._recorder):
            message = f"{path_of(each)} names the clause {key_of(each)}, which this document does not contain."
            remedy = "Correct the id; leadkit override --list shows the clauses of the document."
            self._recorder.report(REFERENCE, message, remedy, path=path_of(each))
        wanted = [*(key_of(each) for each in subjects), *always]
        found = places_of(wanted, self._recorder, map(key_of, named))
        return sentence([self._reference(each).inlines for each in found], "and", self._recorder.words)

    def duties(self, parties: View, undertakings: View, subjects: View) -> Fragment:
        """Refer to the undertakings on some subjects, as the article that prints them numbers them."""
        found = duties_about(parties, undertakings, {key_of(each) for each in subjects})
        return sentence([self._reference(each).inlines for each in found], "and", self._recorder.words)

    def clause_on(self, clause: str) -> bool:
        """Whether this document prints the clause ``clause``."""
        return clause in self._recorder.clauses_on

    def signature(self, party: object, *, signed: bool = False, **asked: object) -> Fragment:
        """Print where a party signs; what may be asked is said by ``signing.signature``."""
        return signature(party, self._recorder, signed=signed, **asked)


def _words(text: object, function: str) -> str:
    """Words that stand in the clause itself, in quotes; a value of the program is none."""
    if not isinstance(text, str):
        raise ClauseError(TEMPLATE, f"{function}() takes words in quotes.", f'Write {function}("…").')
    return text
