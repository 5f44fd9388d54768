"""Encrypts a file so that nobody reads it, changes it or cuts it off unnoticed (AES-256-GCM, by parts)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.management.base import CommandError

from config.environment import told

MAGIC = b"LEAD backup 1\n"
PART, TAG = 1 << 20, 16


def key() -> bytes:
    """The key, which stands in the file that LEAD_BACKUP_KEY_FILE names: 64 hexadecimal digits.

    Raises:
        CommandError: There is none, or it is no key.
    """
    try:
        found = bytes.fromhex(told("LEAD_BACKUP_KEY", ""))
    except ValueError:
        found = b""
    if len(found) != 32:
        raise CommandError("LEAD_BACKUP_KEY_FILE names no file with a key; `backup --new-key FILE` makes one.")
    return found


def new_key(file: Path) -> None:
    """Write a new key where only its owner reads it; a file that is there is never written over."""
    with private(file, "x") as out:
        out.write(AESGCM.generate_key(256).hex() + "\n")


def private(file: Path, mode: Literal["w", "x"] = "w") -> TextIO:
    """Open a file for writing that its owner alone may read, one that is there too."""

    def opener(name: str, flags: int) -> int:
        opened = os.open(name, flags, 0o600)
        os.fchmod(opened, 0o600)
        return opened

    return open(file, mode, encoding="utf-8", newline="", opener=opener)


def seal(source: BinaryIO, out: BinaryIO, secret: bytes) -> None:
    """Encrypt a file in parts of a megabyte: each knows its place, and the last that it is the last."""
    cipher, salt, number = AESGCM(secret), os.urandom(8), 0
    out.write(MAGIC + salt)
    part, after = source.read(PART), source.read(PART)
    while True:
        out.write(cipher.encrypt(salt + number.to_bytes(4, "big"), part, b"more" if after else b"last"))
        if not after:
            return
        part, after, number = after, source.read(PART), number + 1


def unseal(source: BinaryIO, secret: bytes) -> Iterator[bytes]:
    """Decrypt the parts of a file.

    Raises:
        CommandError: It is no backup, was changed or cut off, or was encrypted with another key.
    """
    if source.read(len(MAGIC)) != MAGIC:
        raise CommandError("This is no backup of this service.")
    cipher, salt, number = AESGCM(secret), source.read(8), 0
    size = PART + TAG
    part, after = source.read(size), source.read(size)
    while True:
        try:
            yield cipher.decrypt(salt + number.to_bytes(4, "big"), part, b"more" if after else b"last")
        except InvalidTag as error:
            raise CommandError("The backup was changed or cut off, or this is not its key.") from error
        if not after:
            return
        part, after, number = after, source.read(size), number + 1
