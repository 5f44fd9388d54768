"""What stands in an old ``signing.json`` is taken over as leadkit writes it, and nothing else."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from leadkit.documents.signing.earlier import ours

SIGNATURE: dict[str, Any] = {
    "order": 1, "kind": "signature", "anchor": "Signature, Sheriff:", "role": "Sheriff", "person": None,
    "party": "Maple County", "agency": "sheriff", "capacity": None, "signed": False,
    "lines": ["signature", "printed_name", "date"], "field": "agreement.signatures.sheriff",
}  # fmt: skip
ENTRY: dict[str, Any] = {
    "document": "mou", "title": "Memorandum", "audience": "public", "on": "2026-11-24", "status": "Draft",
    "version": None, "fingerprint": "ab12", "electronic": True,
    "files": [{"name": "mou.docx", "format": "docx", "sha256": "cd34", "bytes": 17}], "signatures": [SIGNATURE],
}  # fmt: skip


def _changed(*path: str | int, to: object) -> dict[str, Any]:
    made: Any = deepcopy(ENTRY)
    here = made
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = to
    return made


def test_what_leadkit_wrote_stays_byte_for_byte() -> None:
    assert json.dumps(list(ours([ENTRY]))) == json.dumps([ENTRY])


def test_what_a_list_does_not_have_is_left_out() -> None:
    for path in (("note",), ("files", 0, "url"), ("signatures", 0, "send_to")):
        assert list(ours([_changed(*path, to="https://example.org")])) == [ENTRY]


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("title",), ["Memorandum"]),
        (("electronic",), "yes"),
        (("files", 0, "bytes"), "17"),
        (("files", 0, "bytes"), True),
        (("signatures",), []),
        (("signatures",), {"1": SIGNATURE}),
        (("signatures", 0), "Sheriff"),
        (("signatures", 0, "kind"), "seal"),
        (("signatures", 0, "signed"), 1),
        (("signatures", 0, "lines"), [["signature"]]),
        (("signatures", 0, "lines"), ["thumb"]),
    ],
)
def test_an_entry_of_another_shape_is_dropped(path: tuple[str | int, ...], to: object) -> None:
    assert list(ours([_changed(*path, to=to), ENTRY])) == [ENTRY]
