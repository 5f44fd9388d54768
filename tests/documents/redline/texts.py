"""Pairs of small texts, one for each way in which a text can differ from what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from leadkit.documents.compare.comparison import Comparison, FieldChange, compare
from leadkit.documents.tree.blocks import (
    Arrow,
    Block,
    Box,
    BoxKind,
    Figure,
    Item,
    ItemList,
    Paragraph,
    Row,
    Signature,
    SignatureLine,
    Table,
)
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Layout, Section
from leadkit.documents.tree.inline import Blank, Emphasis, Inlines, Reference, Strong, Text, Value, Writes
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import fingerprint


def words(text: str) -> Inlines:
    return (Text(text),)


def say(text: str) -> Paragraph:
    return Paragraph(words(text))


def items(*texts: str, bulleted: bool = False) -> ItemList:
    return ItemList(tuple(Item(words(each)) for each in texts), bulleted)


def rows(*texts: str) -> Table:
    made = tuple(Row(tuple(words(cell) for cell in each.split("|"))) for each in texts)
    return Table((words("Offense"), words("Limit")), made, words("Offenses"))


def box(text: str) -> Box:
    return Box(BoxKind.DECISION_NEEDED, (words(text), words("Field: agreement.term")))


def signature(party: str, *, capacity: str = "") -> Signature:
    lines = SignatureLine("Signature"), SignatureLine("Name", words("A. Reyes")), SignatureLine("Date")
    return Signature(words(party), words(capacity) if capacity else (), lines)


def clause(id_: str, *blocks: Block, title: str = "") -> Clause:
    return Clause(id_, (Section(id_, words(title or id_.title()), blocks),))


def bare(id_: str, *blocks: Block) -> Clause:
    """A clause without a heading."""
    return Clause(id_, (Section(id_, (), blocks),))


def article(id_: str, *clauses: Clause, kind: ArticleKind = ArticleKind.ARTICLE, title: str = "") -> Article:
    return Article(id_, title or id_.title(), kind, clauses)


def document(*articles: Article, version: str = "1.0", layout: Layout = Layout.AGREEMENT) -> Document:
    cover = Cover("Agreement", words("Example County"), words("Draft"), words(version), date(2026, 3, 1), "A notice.")
    made = number(Document("mou", "public", cover, articles, layout=layout))
    return replace(made, cover=replace(cover, fingerprint=fingerprint(made.articles)))


def _signed(name: Inlines = ()) -> Signature:
    lines = SignatureLine("Signature, A", name, Writes.SIGNATURE), SignatureLine("Date, A", (), Writes.DATE)
    return Signature(words("Example County"), (), lines)


def _figure(sender: str) -> Figure:
    return Figure(((words(sender),),), ((words("Case management"),),), (Arrow(0, 0, "referrals"),), words("Flows"))


FIRST, SECOND, THIRD = "The parties agree to meet.", "Each party keeps its powers.", "Nobody pays for it."


def _around(*blocks: Block) -> Document:
    """Blocks between two paragraphs that stay."""
    return document(article("a", clause("one", say(FIRST), *blocks, say(THIRD)), clause("two", say(SECOND))))


def _three(*ids: str) -> Document:
    kept = {"one": say(FIRST), "two": say(SECOND), "three": say(THIRD)}
    return document(article("a", *(clause(each, kept[each]) for each in ids)))


def _referring(*between: Clause) -> Document:
    refer = Paragraph((Text("As "), Reference("end"), Text(" provides, "), Value("30 days", "agreement.notice"),
                       Text(" before the "), Strong(words("end")), Text(" of the "), Emphasis(words("term")),
                       Text(".")))  # fmt: skip
    return document(article("a", clause("one", refer), *between, clause("end", say(THIRD))))


def reworded(clauses: int) -> Comparison:
    """A text of so many clauses, all of which have another number of days now, because of one field."""
    said = "Each party answers a request for records within {} days, and keeps a list of the requests that it answered."
    made = compare(*(
        document(article("a", *(clause(f"c{each}", say(said.format(days))) for each in range(clauses))))
        for days in (30, 60)
    ))  # fmt: skip
    field = FieldChange("agreement.term.length", "1 year", "2 years", "0123456789", "A. Reyes", "2026-02-09")
    return replace(made, clauses=tuple(replace(each, fields=(field,)) for each in made.clauses))


_MEET = ("Possession|6 grams", "Theft|$500", "Trespass|none")
_LISTED = ("Meet every month.", "Report to the council each year and publish the report.", "Keep minutes.")

PAIRS: dict[str, tuple[Document, Document]] = {
    "nothing": (_three("one", "two"), _three("one", "two")),
    "first clause added": (_three("two", "three"), _three("one", "two", "three")),
    "clause added between": (_three("one", "three"), _three("one", "two", "three")),
    "last clause added": (_three("one", "two"), _three("one", "two", "three")),
    "clauses moved": (_three("one", "two", "three"), _three("three", "one", "two")),
    "every clause replaced": (_three("one"), _three("two", "three")),
    "word changed": (_around(say("Each may leave after 30 days.")), _around(say("Each may leave after 60 days."))),
    "word added at the end": (_around(say("Each may leave")), _around(say("Each may leave at any time"))),
    "paragraph and word added": (_around(say("Each may leave")), _around(say("Each may leave early"), say("New."))),
    "box added below an item that ends with other words": (
        _around(ItemList((Item(words("Pay the rent."), id="pay"), Item(words("Keep minutes."))))),
        _around(
            ItemList((Item(words("Nobody knows who."), (box("Who pays?"),), id="pay"), Item(words("Keep minutes."))))
        ),
    ),
    "words and a paragraph after a reference": (
        document(
            article("a", clause("one", Paragraph((Text("As in "), Reference("two")))), clause("two", say(SECOND)))
        ),
        document(
            article(
                "a",
                clause("one", Paragraph((Text("As in "), Reference("two"), Text(" and later"))), say(THIRD)),
                clause("two", say(SECOND)),
            )
        ),
    ),
    "words and a table added": (
        _around(say("Each may leave")),
        _around(say("Each may leave early"), replace(rows(*_MEET), caption=())),
    ),
    "words added to the last line of a box, and a paragraph": (
        _around(box("Who?")),
        _around(
            replace(box("Who?"), lines=(words("Who?"), words("Field: agreement.term and so on"))), say("New here.")
        ),
    ),
    "paragraph written anew": (_around(say("Each may leave.")), _around(say("Funds come from taxes."), box("Why?"))),
    "paragraph added": (_around(), _around(say("Nobody is bound by it."))),
    "two paragraphs added": (_around(), _around(say("Nobody is bound by it."), say("It may be changed."))),
    "list added": (_around(), _around(items(*_LISTED))),
    "bullets added": (_around(), _around(items(*_LISTED, bulleted=True))),
    "item added first": (_around(items(*_LISTED[1:])), _around(items(*_LISTED))),
    "item added last": (_around(items(*_LISTED[:2])), _around(items(*_LISTED))),
    "item added and another changed": (
        _around(items("Meet every month.", "Keep minutes.")),
        _around(items("Meet every other month.", "Publish the budget.", "Keep minutes.")),
    ),
    "item split": (
        _around(items(*_LISTED)),
        _around(items(_LISTED[0], "Report to the council each year.", "Publish the report.", _LISTED[2])),
    ),
    "items below an item added": (
        _around(ItemList((Item(words("The group:"), ()),))),
        _around(ItemList((Item(words("The group:"), (items("meets;", "votes."),)),))),
    ),
    "row added first": (_around(rows(*_MEET[1:])), _around(rows(*_MEET))),
    "row added between": (_around(rows(_MEET[0], _MEET[2])), _around(rows(*_MEET))),
    "row added last": (_around(rows(*_MEET[:2])), _around(rows(*_MEET))),
    "row changed": (_around(rows(*_MEET)), _around(rows(_MEET[0], "Theft|$750", _MEET[2]))),
    "words and a row added": (
        _around(rows("Possession|6 grams", "Theft|$500")),
        _around(rows("Possession|6 grams", "Theft|$500 or less", "Trespass|")),
    ),
    "words at the end of the text and a clause after it": (
        document(article("a", clause("one", say("Each may leave")))),
        document(article("a", clause("one", say("Each may leave early")), clause("two", rows(*_MEET)))),
    ),
    "all rows replaced": (_around(rows(*_MEET)), _around(rows("Loitering|any"))),
    "header changed": (
        _around(rows(*_MEET)),
        _around(replace(rows(*_MEET), header=(words("Offense"), words("Highest amount")))),
    ),
    "table added": (_around(), _around(rows(*_MEET))),
    "two tables in a row, one added": (_around(rows("Loitering|any")), _around(rows("Loitering|any"), rows(*_MEET))),
    "table replaced by a box": (_around(rows(*_MEET)), _around(box("Which offenses are eligible?"))),
    "table without caption added": (_around(), _around(replace(rows(*_MEET), caption=()))),
    "box line added": (
        _around(box("Who pays?")),
        _around(Box(BoxKind.DECISION_NEEDED, (*box("Who pays?").lines, words("Due soon.")))),
    ),
    "box line changed": (_around(box("Who pays the rent?")), _around(box("Who pays the lawyers?"))),
    "signature added": (
        _around(signature("Example County")),
        _around(signature("Example County"), signature("City of Sampleton", capacity="Advisory member")),
    ),
    "signature filled in": (
        _around(signature("Example County")),
        _around(
            replace(
                signature("Example County"),
                lines=(
                    SignatureLine("Signature"),
                    SignatureLine("Name", words("B. Ortiz")),
                    SignatureLine("Date", words("March 3, 2026")),
                ),
            )
        ),
    ),
    "lines to sign added and filled in": (
        _around(_signed()),
        _around(_signed(words("A. Reyes")), _signed()),
    ),
    "figure drawn anew": (_around(_figure("Police")), _around(_figure("Sheriff"))),
    "party renamed": (_around(signature("Sampleton Police Department")), _around(signature("Sampleton Police Bureau"))),
    "heading changed": (
        _three("one", "two"),
        document(article("a", clause("one", say(FIRST), title="The First"), clause("two", say(SECOND)))),
    ),
    "article title changed": (_three("one"), document(article("a", clause("one", say(FIRST)), title="All Parties"))),
    "first article added": (
        document(article("b", clause("two", say(SECOND)))),
        document(article("a", clause("one", say(FIRST))), article("b", clause("two", say(SECOND)))),
    ),
    "last article added": (
        document(article("a", clause("one", say(FIRST)))),
        document(article("a", clause("one", say(FIRST))), article("b", clause("two", rows(*_MEET)))),
    ),
    "clause moved to another article": (
        document(
            article("a", clause("one", say(FIRST)), clause("two", items(*_LISTED))),
            article("b", clause("three", say(THIRD))),
        ),
        document(
            article("a", clause("one", say(FIRST))),
            article("b", clause("three", say(THIRD)), clause("two", items(*_LISTED))),
        ),
    ),
    "article becomes an appendix": (
        document(article("a", clause("one", say(FIRST))), article("b", clause("two", items(*_LISTED)))),
        document(
            article("a", clause("one", say(FIRST))),
            article("b", clause("two", items(*_LISTED)), kind=ArticleKind.APPENDIX),
        ),
    ),
    "plain lists": (
        document(article("a", clause("one", items(*_LISTED)), clause("two", items(*_LISTED)), kind=ArticleKind.PLAIN)),
        document(
            article("a", clause("two", items(*_LISTED[1:])), clause("three", items(*_LISTED)), kind=ArticleKind.PLAIN)
        ),
    ),
    "recitals": (
        document(article("a", bare("r", items(*_LISTED)), kind=ArticleKind.RECITALS)),
        document(article("a", bare("r", items(*_LISTED[:2], "Agree."), say("Therefore.")), kind=ArticleKind.RECITALS)),
    ),
    "section without heading added": (
        document(article("a", Clause("one", (Section("one", words("One"), (say(FIRST),)),)))),
        document(
            article(
                "a", Clause("one", (Section("one", words("One"), (say(FIRST),)), Section("more", (), (rows(*_MEET),))))
            )
        ),
    ),
    "field in what is removed": (
        _referring(clause("two", Paragraph((Text("See "), Reference("end"), Text("."))))),
        _referring(),
    ),
    "reference and value change": (_referring(), replace(_referring(clause("two", say(SECOND))))),
    "blank replaced": (
        _around(Paragraph((Text("Paid: "), Blank("amount"), Text(".")))),
        _around(Paragraph((Text("Paid: "), Value("$5,000", "x"), Text(".")))),
    ),
    "version of a paper": (
        replace(_three("one"), layout=Layout.PAPER),
        replace(_three("one", "two"), layout=Layout.PAPER),
    ),
    "card": (replace(_three("one"), layout=Layout.CARD), replace(_three("one", "two"), layout=Layout.CARD)),
}
"""Each pair of an old and a new text by what differs; the other way round, what was added is removed."""
