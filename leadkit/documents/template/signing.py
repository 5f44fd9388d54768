"""Signature blocks: who signs, above which words, and with which approvals."""

from __future__ import annotations

from leadkit.documents.template.printing import fragment_of
from leadkit.documents.template.recorder import Fragment, Recorder
from leadkit.documents.template.view import View, is_given, path_of, raw_of
from leadkit.documents.tree.blocks import Signature, SignatureLine
from leadkit.documents.tree.inline import Inlines, Text, Writes
from leadkit.documents.tree.plain import inline_text


def signature(
    party: object, recorder: Recorder, *, name: object = None, title: object = None, capacity: object = None,
    government: object = None, form_approved_by: object = None, form_approved_on: object = None,
    attested_by: object = None, date: object = None, method: object = None, seal: object = None, signed: bool = False,
    officer_of: object = None,
) -> Fragment:  # fmt: skip
    """Print where a party signs.

    Each line to sign has words of its own, such as *Signature, Chief of Police, Sampleton Police Department*: the
    reader knows whose line it is, and a service for electronic signatures finds it.

    Args:
        party: Who signs, as ``agency.name``; or words, such as ``The agency that joins``.
        recorder: Takes what is read.
        name: Name of the person; left blank where it is not given.
        title: Title of the person; left blank where it is not given.
        capacity: A line above the signature, such as ``Advisory member, without a vote``.
        government: The government for which a department signs, printed above its own name.
        form_approved_by: Who approves the form; without it there is no such line.
        form_approved_on: The day of that approval, where it was given.
        attested_by: Who attests the signature; without it there is no such line.
        date: The day of the signature, where it was given.
        method: How it was given, in words.
        seal: Whether a seal is set beside it.
        signed: Whether the signature was given; then no line is left to be filled in.
        officer_of: Whose officer signs, where it is not the party's own: that of the government above it.
    """
    block = _Block(officer_of if _has(officer_of) else party, recorder, signed)
    own = recorder.words.signature
    lines = [
        SignatureLine(block.label(own["by"], title), (Text(own["signed"]),) if signed else (), Writes.SIGNATURE),
        SignatureLine(own["name"], block.part(name), Writes.PRINTED_NAME),
        SignatureLine(own["title"], block.part(title), Writes.TITLE),
        SignatureLine(own["date"], block.part(date), Writes.DATE),
        *((SignatureLine(own["method"], block.part(method)),) if _has(method) else ()),
        *block.further(own["form"], Writes.APPROVAL_AS_TO_FORM, form_approved_by, form_approved_on),
        *block.further(own["attest"], Writes.ATTEST, attested_by, None),
        *((SignatureLine(own["seal"], (Text(own["set"]),) if signed else ()),) if _has(seal) and raw_of(seal) else ()),
    ]
    above = (*block.part(government), Text(recorder.words.by_its)) if _has(government) else ()
    lines = [each for each in lines if each.content or not signed]
    return Fragment(blocks=(Signature((*above, *block.part(party)), block.part(capacity), tuple(lines)),))


class _Block:
    """The words of one block."""

    def __init__(self, party: object, recorder: Recorder, signed: bool) -> None:
        self._party, self._recorder, self._signed = party, recorder, signed
        self._own = recorder.words.signature

    def label(self, act: str, who: object) -> str:
        """What stands at a line to sign: the act, who does it and for whom."""
        party = inline_text(self.part(self._party))
        if isinstance(self._party, str):  # the words of a form, in which no agency stands yet
            party = party[:1].lower() + party[1:] if act == self._own["by"] else ""
        return ", ".join(each for each in (act, inline_text(self.part(who)), party) if each)

    def further(self, act: str, writes: Writes, who: object, on: object) -> tuple[SignatureLine, ...]:
        """A line to sign by somebody else, with their title below it; none where nobody is named."""
        if not _has(who):
            return ()
        if self._signed:
            dated_too = (Text(", "), *self.part(on)) if _has(on) else ()
            return (SignatureLine(act, (*self.part(who), *dated_too)),)
        titled = (SignatureLine(self._own["title"], self.part(who), Writes.TITLE),) if isinstance(who, View) else ()
        dated = (SignatureLine(self._own["date"], self.part(on), Writes.DATE),) if _has(on) else ()
        return (SignatureLine(self.label(act, who), (), writes), *titled, *dated)

    def part(self, value: object) -> Inlines:
        """A value in words; nothing where it is not given."""
        if not _has(value):
            if isinstance(value, View):
                self._recorder.read(path_of(value))
            return ()
        if isinstance(value, str):
            return (Text(value),)
        return fragment_of(value, self._recorder).inlines


def _has(value: object) -> bool:
    return is_given(value) if isinstance(value, View) else bool(value)
