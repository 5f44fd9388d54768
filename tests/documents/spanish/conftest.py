"""The papers of the example county in Spanish, each composed once, as a draft and as reviewed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing
from leadkit.documents.library import default_root
from leadkit.model.load import load
from leadkit.model.standing import Standing
from tests.documents.annex.conftest import _standing

REVIEWED = ("participant-rights", "release-of-information", "referral-form")
DRAFTS = ("preference-form", "service-directory", "participation-acknowledgment", "revocation-form", "grievance-form")
PAPERS = (*REVIEWED, *DRAFTS)
"""The papers of the county that have a text in Spanish and may be printed, as the program calls them."""

KINDS = tuple(sorted(path.parent.parent.name for path in default_root().glob("*/es/language.yaml")))
"""The kinds of document that have a text in Spanish."""

Print = Callable[..., Composition]


@cache
def _composed(document: str, language: str) -> Composition:
    return compose_standing(_standing("example-county"), document, language)


@pytest.fixture
def paper() -> Print:
    """Compose a paper of the county: ``paper("grievance-form", "en")``; without a language, in Spanish."""

    def composed(document: str, language: str = "es") -> Composition:
        found = _composed(document, language)
        assert found.document is not None, [one.message for one in found.diagnostics]
        return found

    return composed


@pytest.fixture
def over(over_county: Callable[[str], Path]) -> Print:
    """Compose a paper of the county in Spanish with a piece of YAML laid over it."""

    standings: dict[str, Standing] = {}

    def run(document: str, piece: str, language: str = "es") -> Composition:
        if piece not in standings:
            standings[piece] = load(over_county(piece)).resolve()
        assert standings[piece].program is not None, standings[piece].errors
        return compose_standing(standings[piece], document, language)

    return run
