"""Zips from outside: what they declare is refused or kept to, whatever they hold."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest

from leadkit.source.packed import LARGEST, MOST_PARTS, Fault, UnfitZipError, packed, unpacked

ZEROS = bytes(30_000_000)


def a_zip(parts: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def declaring(size: int, data: bytes) -> bytes:
    """The same zip of one part, which now declares another size."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def encrypted(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + b"\x01" + data[at + 1 :]


def fault_of(data: bytes) -> Fault:
    with pytest.raises(UnfitZipError) as unfit:
        unpacked(data)
    return unfit.value.fault


@pytest.mark.parametrize("kind", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_come_out_as_they_went_in(kind: int) -> None:
    parts = {"a/b.xml": b"<a/>", "empty": b""}
    assert unpacked(a_zip({"a/": b"", **parts}, kind)) == parts
    assert unpacked(packed(parts)) == parts


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", Fault.OLD),
        (a_zip({str(number): b"" for number in range(MOST_PARTS + 1)}), Fault.LARGE),
        (declaring(LARGEST + 1, a_zip({"a": b"a"})), Fault.LARGE),
        (encrypted(a_zip({"a": b"a"})), Fault.ENCRYPTED),
        (b"PK\x03\x04 and no more", Fault.DAMAGED),
        (a_zip({"a": b"a" * 99}, zipfile.ZIP_LZMA).replace(b"\x09\x04\x05\x00\x5d", b"\x09\x04\x05\x00\xff"),
         Fault.DAMAGED),
    ],
)  # fmt: skip
def test_what_is_unfit_is_said(data: bytes, fault: Fault) -> None:
    assert fault_of(data) is fault


def test_two_parts_of_one_name_are_unfit() -> None:
    file = io.BytesIO(a_zip({"a": b"1"}))
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a", b"2")
    assert fault_of(file.getvalue()) is Fault.TWICE


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_nothing_unpacks_to_more_than_it_declares(kind: int) -> None:
    lying = declaring(10, a_zip({"a": ZEROS}, kind))
    tracemalloc.start()
    try:
        assert fault_of(lying) is Fault.DAMAGED
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
