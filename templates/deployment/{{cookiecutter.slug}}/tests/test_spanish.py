"""No string of a page without a Spanish one, and each says the same of the same things."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation.template import templatize

from lead.pages.catalogs import messages
from lead.pages.words import lasting, told
from lead.program import program
from tests.making import Making

ONE = {"_", "gettext", "gettext_lazy"}
MANY = {"ngettext", "ngettext_lazy"}
STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(n?gettext|_)\(({STRING})(?:, ({STRING}))?")
PLACE = re.compile(r"%\(\w+\)[sd]|<[^>]+>")
ROOMS = sorted({file.parents[3] for file in (settings.BASE_DIR / "lead").rglob("locale/es/LC_MESSAGES/django.po")})


def catalog(room: Path) -> dict[str, str]:
    """What a room says in Spanish, by what it says in English."""
    return messages((room / "locale/es/LC_MESSAGES/django.po").read_text(encoding="utf-8").splitlines())


def written(file: Path) -> Iterator[str]:
    """The strings of a file that go through gettext, as a catalog keys them."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        for _name, *said in CALL.findall(templatize(text)):
            yield "\0".join(ast.literal_eval(one.replace("\n", "\\n")) for one in said if one)
        return
    for call in (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        said = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name in ONE and said:
            yield said[0]
        elif name in MANY:
            yield "\0".join(said[:2])


FILES = [
    file
    for kind in ("*.py", "*.html")
    for file in sorted((settings.BASE_DIR / "lead").rglob(kind))
    if not {"tests", "engine", "migrations"} & set(file.relative_to(settings.BASE_DIR).parts)
]


def test_every_string_of_a_page_has_a_spanish_one() -> None:
    spanish = {one for room in ROOMS for one in catalog(room)}
    found = {one for file in FILES for one in written(file)}
    assert len(found) > 500
    assert sorted(found - spanish) == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_spanish_string_has_the_places_of_the_english_one(room: Path) -> None:
    for english, spanish in catalog(room).items():
        if english:
            forms = english.split("\0"), spanish.split("\0")
            assert len(forms[0]) == len(forms[1]), english
            for one, other in zip(*forms, strict=True):
                assert sorted(set(PLACE.findall(one))) == sorted(set(PLACE.findall(other))), one
                assert one[-1:] == " " or other == other.strip(), one


def test_no_string_is_said_in_two_ways() -> None:
    said: dict[str, str] = {}
    for room in ROOMS:
        for english, spanish in catalog(room).items():
            assert english == "" or said.setdefault(english, spanish) == spanish, english


def test_plurals_dates_and_numbers_are_those_of_spanish_in_the_united_states() -> None:
    with translation.override("es"):
        assert [lasting({"unit": "business_days", "count": count}) for count in (1, 2)] == [
            "1 día hábil",
            "2 días hábiles",
        ]
        assert told(date(2026, 4, 9)) == "04/09/2026"
    with translation.override("en"):
        assert lasting({"unit": "hours", "count": 1}) == "1 hour"


class _Languages(HTMLParser):
    """Each text of a page, with the language that it is marked as."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: list[tuple[str, str]] = []
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("input", "meta", "link", "br"):
            self.inside.append((tag, dict(attrs).get("lang") or (self.inside[-1][1] if self.inside else "")))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found[data.strip()] = self.inside[-1][1]


def test_the_programs_own_words_are_marked_as_english_on_a_spanish_page(
    make: Making, enter: Callable[..., Client]
) -> None:
    role = next((one for one in program().roles.values() if "officer" in one.desks and not one.vacant), None)
    pathway = next(iter((program().policy or {}).get("pathways", ())), None)
    if role is None or pathway is None or "es" not in program().languages:
        pytest.skip("The program has no officers, no policy, or speaks English alone.")
    client, agency = enter(role.id, role.agencies[0]), role.agencies[0]
    referral = make.referral(make.person(held_by=agency), held_by=agency, pathway=pathway, facts={})
    client.post(reverse("set_language"), {"language": "es", "next": "/"})
    page = client.get(reverse("officer:questions", args=[referral.pk, 1]))
    form = page.context["form"]
    asked = _Languages(page.content.decode()).found
    ours = [said for one in form.named.values() for said in (one.text, *one.options.values()) if said in asked]
    assert ours and {asked[one] for one in ours} == {"en"} and "es" in asked.values()
    listed = _Languages(client.get(reverse("officer:list")).content.decode()).found
    assert listed[program().pathways[pathway]["name"]] == "en"


def test_a_page_in_spanish_says_that_the_translation_is_preliminary(client: Client, db: None) -> None:
    if "es" not in program().languages:
        pytest.skip("The program speaks English alone.")
    assert b"preliminary" not in client.get(reverse("account_login")).content
    client.post(reverse("set_language"), {"language": "es", "next": "/"})
    assert "Traducción preliminar" in client.get(reverse("account_login")).content.decode()
