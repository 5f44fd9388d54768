"""A damaged letterhead is refused or read, and nothing else happens."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadkit.documents.guest import UnfitFile
from leadkit.documents.write.docx import letterhead
from leadkit.documents.write.docx.letterhead import letterhead_base
from tests.documents.letterhead.made import changed, plain
from tests.sampling import examples


def small() -> bytes:
    """Without the many styles of tables, so that many damaged ones are quickly read."""
    tables = re.compile('<w:style w:type="table".*?</w:style>', re.DOTALL)
    return changed(plain(), {"word/styles.xml": lambda text: tables.sub("", text)})


PLAIN = small()


@settings(deadline=None, max_examples=examples(40))
@given(cut=st.integers(0, len(PLAIN)), at=st.integers(0, len(PLAIN) - 1), byte=st.integers(0, 255))
def test_a_damaged_zip_is_refused_or_read_and_nothing_else(cut, at, byte):
    damaged = bytearray(PLAIN)
    damaged[at] = byte
    for content in (bytes(damaged), PLAIN[:cut], PLAIN[cut:] + PLAIN[:cut]):
        _refused_or_read(content)


PARTS = sorted(zipfile.ZipFile(io.BytesIO(PLAIN)).namelist())


@settings(deadline=None, max_examples=examples(40))
@given(name=st.sampled_from(PARTS), other=st.sampled_from(PARTS), start=st.floats(0, 1), length=st.integers(1, 400))
def test_a_damaged_part_is_refused_or_read_and_nothing_else(name, other, start, length):
    archive = zipfile.ZipFile(io.BytesIO(PLAIN))
    part = archive.read(name)
    at = int(start * len(part))
    _refused_or_read(changed(PLAIN, {name: part[:at] + part[at + length :]}))
    _refused_or_read(changed(PLAIN, {name: archive.read(other)}))
    _refused_or_read(changed(PLAIN, {name: None}))


@pytest.mark.parametrize("part", ["styles_xml", "settings", "fonts", "packed"])
def test_a_fault_of_leadkits_own_is_not_told_as_a_damaged_file(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(part)

    monkeypatch.setattr(letterhead, part, fail)
    letterhead_base.cache_clear()
    with pytest.raises(KeyError):
        letterhead_base(PLAIN)


def _refused_or_read(content: bytes) -> None:
    try:
        base = letterhead_base(content)
    except UnfitFile as refused:
        assert refused.message
    else:
        docx.Document(io.BytesIO(base))
