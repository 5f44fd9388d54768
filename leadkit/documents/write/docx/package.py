"""The zip of a DOCX with every clock and order fixed, so that the same parts are the same bytes."""

from __future__ import annotations

import io
import zipfile

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_CLOCK = (1980, 1, 1, 0, 0, 0)


def normalized(package: bytes) -> bytes:
    """Pack the same parts again: sorted, dated 1980, made on no particular system."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(packed, "w") as target:
        names = sorted(source.namelist(), key=lambda name: (_FIRST.index(name) if name in _FIRST else 2, name))
        for name in names:
            entry = zipfile.ZipInfo(name, _CLOCK)
            entry.create_system = 0
            entry.external_attr = 0
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()
