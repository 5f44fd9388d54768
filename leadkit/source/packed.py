"""A zip from outside, such as a workbook or a letterhead, of which nothing may be believed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from enum import Enum, auto

LARGEST, MOST_PARTS = 50 * 1000 * 1000, 500
DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 1
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How office programs pack; zipfile unpacks what is packed otherwise without a limit on its size."""


class Fault(Enum):
    """Why a zip is not unpacked."""

    OLD = auto()
    """It is no zip but an office program's older format, or a whole file under a password."""
    LARGE = auto()
    ENCRYPTED = auto()
    TWICE = auto()
    """Two parts have one name."""
    DAMAGED = auto()
    """It is no zip, is damaged, or is packed as no office program packs."""


class UnfitZipError(Exception):
    """A zip is not unpacked.

    Attributes:
        fault: Why not.
        amount: To what a zip that is too large unpacks; else empty.
    """

    def __init__(self, fault: Fault, amount: str = "") -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.amount = amount


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, without its folders.

    Raises:
        UnfitZipError: It is not unpacked, and why.
    """
    if data.startswith(_OLD):
        raise UnfitZipError(Fault.OLD)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse(entries)
            return {entry.filename: _part(archive, entry) for entry in entries}
    except DAMAGE as trouble:
        raise UnfitZipError(Fault.DAMAGED) from trouble


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of parts that were unpacked, for a library that unpacks by itself and without limits."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def _refuse(entries: list[zipfile.ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS:
        raise UnfitZipError(Fault.LARGE, f"{len(entries)} parts")
    if size > LARGEST:
        raise UnfitZipError(Fault.LARGE, f"{size / 1_000_000:.0f} MB")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnfitZipError(Fault.ENCRYPTED)
    if any(entry.compress_type not in _BOUNDED for entry in entries):
        raise UnfitZipError(Fault.DAMAGED)
    if len({entry.filename for entry in entries}) != len(entries):
        raise UnfitZipError(Fault.TWICE)


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack no more than the size that was counted: without a number, zipfile unpacks up to 2 GB and then cuts."""
    with archive.open(entry) as opened:
        return opened.read(entry.file_size)
