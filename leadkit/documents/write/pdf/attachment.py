"""The public part of the YAML in the PDF of a draft, put behind pages that are set already.

It is an incremental update (ISO 32000-1, 7.5.6): the bytes of the pages stay as they are, so that pages whose words
have not changed can carry another program without being set again.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_NAME = b"program.yaml"
_WHAT = b"The public part of the program's description. It is no part of the agreement."
_END = b"%%EOF"
_TRAILER = re.compile(
    rb"trailer\n<</Size (?P<size>\d+)/Root (?P<root>\d+) 0 R(?P<info>/Info \d+ 0 R)/ID\[\((?P<id>[^()]+)\)\([^()]+\)\]"
    rb"(?:/Prev (?P<before>\d+))?>>\nstartxref\n(?P<table>\d+)\n%%EOF\Z"
)
"""How Typst ends a PDF, and how we do."""


def with_source(pages: bytes, source: str, on: date) -> bytes:
    """Pages as Typst sets them, with the public part of the program behind them.

    Args:
        pages: A PDF that carries nothing.
        source: What it is to carry.
        on: The day that the document prints.
    """
    end = _trailer(pages)
    root, first = int(end["root"]), int(end["size"])
    objects = {
        root: _catalog(pages, root, first + 1),
        first: _content(source.encode("utf-8"), on),
        first + 1: b"<</Type/Filespec/F(%b)/UF(%b)/EF<</F %d 0 R/UF %d 0 R>>/AFRelationship/Source/Desc(%b)>>"
        % (_NAME, _NAME, first, first, _WHAT),
    }
    made = bytearray(pages + b"\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n%d 1\n%b%d 2\n" % (root, _line(places[root]), first)
    made += _line(places[first]) + _line(places[first + 1])
    own = b64encode(hashlib.sha256(made).digest()[:16])
    made += b"trailer\n<</Size %d/Root %d 0 R%b/ID[(%b)(%b)]/Prev %b>>\nstartxref\n%d\n%b" % (
        first + 2, root, end["info"], end["id"], own, end["table"], table, _END,
    )  # fmt: skip
    return bytes(made)


def without_source(pdf: bytes) -> bytes:
    """The pages alone of a PDF that leadkit made, as Typst set them."""
    before = _trailer(pdf)["before"]
    return pdf[: pdf.index(_END, int(before)) + len(_END)] if before else pdf


def _trailer(pdf: bytes) -> re.Match[bytes]:
    found = _TRAILER.search(pdf, max(0, pdf.rfind(b"trailer\n")))
    if found is None:
        raise RuntimeError("Typst ends a PDF in another way than leadkit knows.")
    return found


def _catalog(pages: bytes, root: int, specification: int) -> bytes:
    """The root of the document, which now names the attachment too."""
    start = pages.rindex(b"\n%d 0 obj\n<</Type/Catalog" % root)
    content = pages[pages.index(b"<<", start) : pages.index(b"\nendobj\n", start)]
    named = b"/EmbeddedFiles<</Names[(%b)%d 0 R]>>" % (_NAME, specification)
    if b"/Names<<" in content:
        content = content.replace(b"/Names<<", b"/Names<<" + named, 1)
    elif b"/Names" in content:
        raise RuntimeError("Typst names the parts of a PDF in another way than leadkit knows.")
    else:
        named = b"/Names<<%b>>" % named
        content = content[:-2] + named + b">>"
    return content[:-2] + b"/AF[%d 0 R]>>" % specification


def _content(source: bytes, on: date) -> bytes:
    packed = zlib.compress(source, 6)
    head = b"<</Type/EmbeddedFile/Subtype/application#2Fyaml/Filter/FlateDecode/Length %d" % len(packed)
    dated = b"/Params<</Size %d/ModDate(D:%b000000Z)>>>>" % (len(source), on.strftime("%Y%m%d").encode())
    return b"%b%b\nstream\n%b\nendstream" % (head, dated, packed)


def _line(place: int) -> bytes:
    """The place of an object in the table, in twenty bytes."""
    return b"%010d 00000 n\r\n" % place
