"""What a program keeps from the public stands in no file of its site."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import load
from leadkit.site.composing import Composing
from leadkit.site.search import can_search
from leadkit.site.wanted import Wanted
from leadkit.site.write.escape import escaped
from tests.sampling import sampled
from tests.site.conftest import QUIET, published, texts_below

COLLECTIONS = (
    "agencies", "areas", "roles", "pathways", "eligibility.offences", "eligibility.amounts", "eligibility.exclusions",
    "eligibility.history", "eligibility.acceptance", "governance.bodies", "services.providers", "agreement.parties",
    "procedure.clocks",
)  # fmt: skip
"""The collections whose members say for themselves who may read them."""
KEPT = (
    "agencies", "areas", "roles", "pathways", "governance", "eligibility", "procedure", "services", "measures",
    "agreement", "funding",
)  # fmt: skip
MARK = "Zqx"


def _at(county: Any, path: str) -> Any:
    for step in path.split("."):
        county = county[step]
    return county


def _marked(value: Any, name: str = "") -> Iterator[str]:
    """Mark every sentence of a part of a program; a word of a list of choices, an id or a number stays as it is."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in list(items):
        if isinstance(each, str) and key in SENTENCES:
            value[key] = f"{each.rstrip('.')} {MARK}{len(each)}{key}"
            yield value[key]
        else:
            yield from _marked(each, str(key))


SENTENCES = (
    "name", "short_name", "legal_name", "title", "label", "summary", "question", "remark", "override_record",
    "how_measured",
)  # fmt: skip


@pytest.mark.parametrize("kept", sampled(COLLECTIONS, 7))
def test_a_collection_that_is_kept_back_is_on_no_page(kept: str, county: Any, put: Callable[..., Path]) -> None:
    for member in _at(county, kept).values():
        member["visibility"] = "internal"
    marks = list(_marked(_at(county, kept)))
    standing = load(put(county)).resolve()
    assert standing.program is not None
    assert not standing.errors
    composing = Composing(standing, standing.program)
    made = composing.composed(("en", "es"))
    assert not made.findings
    assert not [page.address for page in made.pages if MARK in page.text]
    compared = [composing.document("comparison", language) for language in ("en", "es")]
    assert MARK not in repr(compared)
    assert marks or kept in ("agreement.parties", "procedure.clocks", "eligibility.acceptance")


def test_a_program_that_keeps_all_to_itself_tells_nothing(
    county: Any, put: Callable[..., Path], tmp_path: Path
) -> None:
    for name, section in county.items():
        if name not in KEPT:
            continue
        members = section.values() if name in ("agencies", "areas", "roles", "pathways") else [section]
        for each in members:
            each["visibility"] = "internal"
        list(_marked(section))
    contacts = [one for agency in county["agencies"].values() for one in agency.get("contacts", {}).values()]
    addresses = {one[field] for one in contacts for field in ("phone", "email") if field in one}
    made = published(put(county), tmp_path / "out", Wanted(search=can_search()))
    assert not made.failed, made.findings
    _hold_nothing(tmp_path / "out")
    whole = b"".join(texts_below(tmp_path / "out").values()).decode(errors="replace")
    assert addresses
    assert not [each for each in addresses if each in whole or escaped(each) in whole]


def test_what_is_marked_is_printed_where_it_is_public(county: Any, put: Callable[..., Path], tmp_path: Path) -> None:
    list(_marked(county["eligibility"]["exclusions"]))
    published(put(county), tmp_path / "out", QUIET)
    assert MARK in (tmp_path / "out/docs/who.md").read_text(encoding="utf-8")
    assert MARK in (tmp_path / "out/site/who.html").read_text(encoding="utf-8")


def _hold_nothing(out: Path) -> None:
    found = [path for path, content in texts_below(out).items() if MARK.encode() in _plain(path, content)]
    assert not found


def _plain(path: str, content: bytes) -> bytes:
    """The bytes of a file, unpacked where the index of the search is packed."""
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" and not path.endswith(".xml.gz") else content
