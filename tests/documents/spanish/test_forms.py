"""Dates, numbers, stretches of time, hours and series as Spanish says them."""

from __future__ import annotations

from datetime import date

import pytest

from leadkit.documents.template.filters import sentence
from leadkit.documents.tree.inline import Text
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import spanish_forms as spanish
from leadkit.documents.words import words_of
from leadkit.documents.words.spanish_numbers import cardinal
from leadkit.model.actors import Actor
from leadkit.model.documents import DocumentStatus
from leadkit.model.pathways.kinds import PathwayKind
from leadkit.model.roles.kinds import RoleKind
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Duration, Money

UNSAID = {RoleKind.OTHER}
"""Words that no paper prints by themselves."""


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (date(2026, 4, 9), "9 de abril de 2026"),
        (date(2026, 1, 1), "1.º de enero de 2026"),
        (PartialDate.parse("2026-09"), "septiembre de 2026"),
        (PartialDate.parse("2026"), "2026"),
        (Duration.parse("1 business day"), "1 día hábil"),
        (Duration.parse("30 days"), "30 días"),
        (Amount.parse("1 oz"), "1 onza"),
        (Amount.parse("6 g"), "6 gramos"),
        (Money.parse("$1,260,648"), "$1,260,648"),
        (1500, "1,500"),
        (True, "sí"),
        ("Bridgeway", "Bridgeway"),
    ],
)
def test_a_value(raw, said) -> None:
    assert spanish.plain(raw) == said


@pytest.mark.parametrize(
    ("raw", "legal", "words"),
    [
        (Duration.parse("30 days"), "treinta (30) días", "treinta días"),
        (Duration.parse("21 days"), "veintiún (21) días", "veintiún días"),
        (Duration.parse("1 hour"), "una (1) hora", "una hora"),
        (Duration.parse("200 hours"), "doscientas (200) horas", "doscientas horas"),
        ("2", "dos (2)", "dos"),
        ("two", None, None),
    ],
)
def test_a_number_in_words(raw, legal, words) -> None:
    assert (spanish.legal(raw), spanish.in_words(raw)) == (legal, words)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "cero"), (16, "dieciséis"), (22, "veintidós"), (45, "cuarenta y cinco"), (100, "cien"),
        (101, "ciento uno"), (555, "quinientos cincuenta y cinco"), (1000, "mil"), (21_000, "veintiún mil"),
        (100_001, "cien mil uno"), (999_999, "novecientos noventa y nueve mil novecientos noventa y nueve"),
    ],
)  # fmt: skip
def test_a_cardinal(count, said) -> None:
    assert cardinal(count) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mon-Fri 08:00-19:00", "de lunes a viernes, de 08:00 a 19:00"),
        ("Mon-Fri 09:00-17:00, except holidays", "de lunes a viernes, de 09:00 a 17:00, excepto días feriados"),
        ("24/7", "24/7"),
    ],
)
def test_hours(written, said) -> None:
    assert spanish.hours(written) == said


@pytest.mark.parametrize(
    ("parts", "word", "said"),
    [
        (["a", "b", "c"], "and", "a, b y c"),
        (["padre", "hija"], "and", "padre e hija"),
        (["agua", "hielo"], "and", "agua y hielo"),
        (["siete", "ocho"], "or", "siete u ocho"),
        (["uno", "dos", "tres"], "or", "uno, dos o tres"),
    ],
)
def test_a_series(parts, word, said) -> None:
    made = sentence([(Text(each),) for each in parts], word, words_of("es"))
    assert inline_text(made.inlines) == said


@pytest.mark.parametrize("kind", [RoleKind, Actor, PathwayKind, DocumentStatus])
def test_every_word_that_is_printed_by_itself_has_a_spanish_one(kind) -> None:
    for word in set(kind) - UNSAID:
        assert spanish.plain(word) != str(word).replace("_", " "), word
