"""The words that the papers for people print for a word of a list of choices are those of the model, each once."""

from __future__ import annotations

from enum import StrEnum

import pytest

from leadkit.documents.library import default_root
from leadkit.documents.template.phrases import read_phrases
from leadkit.model.agencies.kinds import ContactKind
from leadkit.model.events import Event
from leadkit.model.procedure.charge import RecordKept
from leadkit.model.roles.kinds import RoleKind
from leadkit.model.services.kinds import Cost, ReferralMethod
from leadkit.model.sharing.releases import Signer
from leadkit.model.sharing.vocabulary import ProhibitedUse, Purpose, UseLimit

PHRASES: dict[str, dict[str, type[StrEnum]]] = {
    "filing-notice": {"record_kept": RecordKept},
    "partner-list": {"role": RoleKind, "contact_kind": ContactKind},
    "participant-rights": {"prohibited": ProhibitedUse, "prohibited_short": ProhibitedUse},
    "release-of-information": {
        "purpose": Purpose, "purpose_title": Purpose, "use_limit": UseLimit,
        "signer": Signer, "event": Event, "event_after": Event,
    },
    "service-directory": {"referral_method": ReferralMethod, "cost": Cost},
}  # fmt: skip


@pytest.mark.parametrize("document", sorted(PHRASES))
def test_every_word_of_a_list_of_choices_has_its_phrase(document: str) -> None:
    file = default_root() / document / "phrases.yaml"
    phrases = read_phrases(file.read_text(encoding="utf-8"), str(file))
    assert {name: set(words) for name, words in phrases.items()} == {
        name: {str(word) for word in words} for name, words in PHRASES[document].items()
    }
