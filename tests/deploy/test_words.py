"""What the data of a program says in a word, the service says in Spanish."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from leadkit.model.events import Event
from leadkit.model.measures.indicators import Bound, Disaggregation
from leadkit.model.pathways.kinds import ReferralSource
from leadkit.model.procedure.availability import AfterHoursAction, NoAnswerRule
from leadkit.model.procedure.charge import Effect, Outcome, ReleaseEvent
from leadkit.model.procedure.clocks import OnExpiry
from leadkit.model.procedure.things import RetentionEvent
from leadkit.model.services.kinds import WaitingOrder
from leadkit.model.sharing.expiry import RevocationMeans
from leadkit.model.sharing.vocabulary import Detail, Purpose, UseLimit
from leadkit.resources import templates
from leadkit.values.level import Level

PAGES = templates() / "deployment/{{cookiecutter.slug}}/lead/pages"
LISTS = (
    AfterHoursAction, Bound, Detail, Disaggregation, Effect, Event, Level, NoAnswerRule, OnExpiry, Outcome, Purpose,
    ReferralSource, ReleaseEvent, RetentionEvent, RevocationMeans, UseLimit, WaitingOrder,
)  # fmt: skip


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_of_a_list_has_a_spanish_one(words: type[StrEnum]) -> None:
    said = dict(re.findall(r'"(\w+)": _\("([^"]+)"\)', (PAGES / "words.py").read_text(encoding="utf-8")))
    folder = templates() / "deployment/{{cookiecutter.slug}}/lead"
    spanish = {
        english
        for catalog in folder.rglob("locale/es/LC_MESSAGES/django.po")
        for english in re.findall(r'^msgid "(.+)"$', catalog.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert [one.value for one in words if said.get(one.value, one.value.replace("_", " ")) not in spanish] == []
