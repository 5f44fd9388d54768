"""The places of a document where somebody signs, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from leadkit.documents.tree.blocks import Row, Signature, SignatureLine, Table
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import SIGNED, Blank, Inlines, Value, Writes
from leadkit.documents.tree.labels import anchor, row_anchor
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import walk


@dataclass(frozen=True, slots=True)
class Place:
    """Where one person signs.

    Attributes:
        kind: ``signature``, ``approval_as_to_form`` or ``attest``.
        anchor: The words that stand there, and nowhere else in the document.
        role: The title of who signs, or what they are to the form; empty where the program names none.
        person: Their name, where the program gives one.
        party: For whom they sign, by name; empty in a form that is no agency's.
        agency: The id of that agency; empty where it is none of the program's.
        capacity: In what capacity, such as ``Advisory member, without a vote``.
        signed: Whether the document says that the signature was given.
        lines: What is still to be written there, in order.
        field: The field of the program that has the signature; empty where it has none.
    """

    kind: Writes
    anchor: str
    role: str = ""
    person: str = ""
    party: str = ""
    agency: str = ""
    capacity: str = ""
    signed: bool = False
    lines: tuple[Writes, ...] = ()
    field: str = ""


def places(document: Document) -> tuple[Place, ...]:
    """Every place to sign, signature blocks and the rows of forms alike."""
    found: list[Place] = []
    for node in walk(document):
        if isinstance(node, Signature):
            found += _of_block(node)
        elif isinstance(node, Table):
            found += _of_form(node.rows)
    return tuple(found)


def _of_block(block: Signature) -> Iterator[Place]:
    agency = _id_in(block.party, "agencies")
    field_ = next((path for path in _paths(block) if path.startswith("agreement.signatures.")), "")
    place = Place(Writes.SIGNATURE, "", party=_party(block), agency=agency, capacity=inline_text(block.capacity),
                  field=".".join(field_.split(".")[:3]))  # fmt: skip
    for line, further in _runs(block.lines):
        told = {each.writes: inline_text(each.content) for each in further if each.content}
        lines = tuple(each.writes for each in (line, *further) if each.writes and not each.content)
        yield replace(
            place, kind=line.writes or place.kind, anchor=anchor(line), role=told.get(Writes.TITLE, ""),
            person=told.get(Writes.PRINTED_NAME, ""), signed=bool(line.content), lines=lines,
        )  # fmt: skip


def _runs(lines: Iterable[SignatureLine]) -> Iterator[tuple[SignatureLine, list[SignatureLine]]]:
    """Each line to sign with those that belong to it."""
    signed: SignatureLine | None = None
    further: list[SignatureLine] = []
    for line in lines:
        if line.is_signed:
            if signed:
                yield signed, further
            signed, further = line, []
        else:
            further.append(line)
    if signed:
        yield signed, further


def _party(block: Signature) -> str:
    """For whom the block is: the agency, or the words of a form."""
    named = [each for each in block.party if isinstance(each, Value)]
    return named[-1].text if named else inline_text(block.party)


def _paths(block: Signature) -> Iterator[str]:
    yield from (each.path for line in block.lines for each in line.content if isinstance(each, Value))


def _id_in(inlines: Inlines, collection: str) -> str:
    """The id of the thing that a value in the words belongs to."""
    paths = [each.path.split(".") for each in inlines if isinstance(each, Value)]
    return next((path[1] for path in reversed(paths) if path[0] == collection and len(path) > 2), "")


@dataclass(slots=True)
class _Form:
    """The places of one table of a form, as its rows come."""

    places: list[Place] = field(default_factory=list)
    name: tuple[Writes, ...] = ()

    def take(self, row: Row) -> None:
        """A printed name belongs to the signature below it, a date to the one above it."""
        if row.writes in SIGNED:
            label = next(each.label for cell in row.cells for each in cell if isinstance(each, Blank) and each.writes)
            self.places.append(Place(row.writes, row_anchor(row), role=label, lines=(*self.name, row.writes)))
            self.name = ()
        elif row.writes is Writes.PRINTED_NAME:
            self.name = (row.writes,)
        elif row.writes and self.places:
            self.places[-1] = replace(self.places[-1], lines=(*self.places[-1].lines, row.writes))


def _of_form(rows: Iterable[Row]) -> list[Place]:
    form = _Form()
    for row in rows:
        form.take(row)
    return form.places
