"""Pages: who opens them, what they look like to a machine, in every language, and that hostile text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.desks import DeskConfig, reads
from lead.gate.fields import groups
from lead.pages.catalogs import messages, packed
from lead.pages.checks import views
from lead.pages.forms import LeadForm
from lead.program import program
from tests.making import Making, agency_of, factor

HOSTILE = '<script>alert(1)</script>{{ program.name }}{% now "Y" %}=cmd|x!A0" onmouseover="x'
ROLES = [(role.id, agency) for role in program().roles.values() if not role.vacant for agency in role.agencies]


def whole(text: str) -> None:
    """What every page has: a language, a title, one first heading, a way past the header, no script and no style."""
    assert re.search(r'<html lang="\w+', text)
    assert len(re.findall(r"<h1[ >]", text)) == 1
    assert 'href="#main"' in text and 'id="main"' in text
    assert re.search(r"<title>[^<]+</title>", text)
    assert "<script" not in text and "style=" not in text
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for control in re.findall(r"<(?:input|select|textarea)[^>]*>", text):
        name = re.search(r' id="([^"]+)"', control)
        assert 'type="hidden"' in control or (name and f'for="{name[1]}"' in text), control


@pytest.mark.parametrize("role, agency", ROLES)
def test_everybody_finds_the_first_page_and_no_other_desk(enter: Callable[..., Client], role: str, agency: str) -> None:
    client = enter(role, agency)
    page = client.get("/")
    assert page.status_code == 200
    whole(page.content.decode())
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert "unsafe" not in page.headers["Content-Security-Policy"]


def test_every_page_but_the_public_ones_asks_to_sign_in(client: Client, db: None) -> None:
    for route, view in views():
        if hasattr(view, "public"):
            continue
        address = re.sub(r"<int:\w+>", "1", re.sub(r"<(?:slug|str):\w+>", "identity", route))
        answer = client.get(address)
        assert answer.status_code in (302, 405), route
        if answer.status_code == 302:
            assert answer.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("group", groups())
def test_why_a_group_is_seen_or_not_is_told(make: Making, enter: Callable[..., Client], group: str) -> None:
    person = make.person()
    make.referral(person)
    role = next(one for one in program().roles_of(person.held_by) if one.desks and not one.vacant)
    page = enter(role.id, person.held_by).get(reverse("why", args=[person.pk, group]))
    whole(page.content.decode())
    assert person.name not in page.content.decode()
    assert AuditEvent.objects.filter(action="why", person=person.pk, thing=group).exists()


@pytest.mark.parametrize("address", ["/why/1/no-such-group/", "/no/such/page/", "/why/99999999999999999999/identity/"])
def test_what_is_not_there_looks_like_what_is_not_for_you(enter: Callable[..., Client], address: str) -> None:
    page = enter(*ROLES[0]).get(address)
    assert page.status_code == 404
    whole(page.content.decode())


def test_a_desk_opens_for_its_roles_alone_and_who_tries_is_in_the_log(db: None) -> None:
    @reads(desk="care", purpose="coordination")
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("in")

    for role, agency in ROLES:
        user = User.objects.create(username=f"{role} {agency}", role=role, agency=agency)
        factor(user)
        request: Any = RequestFactory().get("/")
        request.user = user
        if "care" in program().roles[role].desks:
            assert page(request).status_code == 200
        else:
            with pytest.raises(PermissionDenied):
                page(request)
    assert AuditEvent.objects.filter(action="page_denied", allowed=False).exists()


def test_hostile_text_stays_text(rf: RequestFactory, make: Making, enter: Callable[..., Client]) -> None:
    person = make.person(name=HOSTILE)
    role = next(one for one in program().roles_of(person.held_by) if one.desks and not one.vacant)
    request: Any = rf.get("/")
    request.user = enter(role.id, person.held_by).user  # type: ignore[attr-defined]
    text = Template('{% row person "name" %}{% show person "name" %}').render(
        Context({"request": request, "person": person})
    )
    assert "<script" not in text and "onmouseover=&quot;x" in text and "{{ program.name }}" in text


def test_what_is_not_shared_is_not_in_the_page(rf: RequestFactory, make: Making, enter: Callable[..., Client]) -> None:
    person = make.person(held_by="nobody", name="Canary 7f3a")
    contact = make.contact(person, note="Canary 7f3a")
    officer = next((one for one in program().roles.values() if one.desk == "officer"), None)
    if officer is None:
        pytest.skip("The program has no officers.")
    request: Any = rf.get("/")
    request.user = enter(officer.id, officer.agencies[0]).user  # type: ignore[attr-defined]
    page = '{% row person "name" %}{% show contact "note" %}{% row contact "place" %}'
    page += '{% may person "clinical" "view" as x %}{{ x }}'
    text = Template(page).render(Context({"request": request, "person": person, "contact": contact}))
    assert "Canary" not in text and text.count("not shared with you") == 3 and text.endswith("False")


def test_the_service_speaks_the_languages_of_the_program(client: Client, db: None) -> None:
    if "es" not in program().languages:
        pytest.skip("The program speaks English alone.")
    client.post(reverse("set_language"), {"language": "es", "next": "/"})
    page = client.get(reverse("account_login")).content.decode()
    assert '<html lang="es">' in page and "Entrar" in page
    whole(page)


def test_a_catalog_is_compiled_as_gettext_reads_it() -> None:
    import gettext
    import io

    source = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"', "", 'msgid "a"', 'msgstr "ä"']
    more = ["", "#, fuzzy", 'msgid "b"', 'msgstr "no"', "", 'msgid "c "', '"d"', 'msgstr "é"', '"è"']
    read = gettext.GNUTranslations(io.BytesIO(packed(messages([*source, *more]))))
    assert [read.gettext(one) for one in ("a", "b", "c d", "z")] == ["ä", "b", "éè", "z"]


def test_the_colors_are_the_programs(client: Client, db: None) -> None:
    page = client.get(reverse("theme"))
    assert page.headers["Content-Type"].startswith("text/css")
    assert program().colours.get("primary", "#1F4E5F") in page.content.decode()


def test_a_request_that_django_cannot_read_gets_a_page_of_ours(client: Client) -> None:
    page = client.get("/", headers={"host": "evil.example.org"})
    assert page.status_code == 400
    assert b"evil" not in page.content


def test_every_desk_tells_where_it_is() -> None:
    from django.apps import apps

    for desk in (one for one in apps.get_app_configs() if isinstance(one, DeskConfig)):
        assert desk.desk and desk.title and desk.prefix.endswith("/")
        assert agency_of(desk.desk) is not None


@pytest.mark.parametrize(("role", "agency"), ROLES)
def test_where_nothing_waits_there_is_no_badge(enter: Callable[..., Client], role: str, agency: str) -> None:
    assert '<span class="count">0' not in enter(role, agency).get(reverse("home")).content.decode()


def test_a_label_that_ends_with_a_mark_takes_no_colon() -> None:
    class Asked(LeadForm):
        clear = forms.CharField(label="Is the person clear-headed now?")
        name = forms.CharField(label="Name")

    page = str(Asked({"token": "x"}))
    assert ">Is the person clear-headed now? This field" in page and ">Name: This field" in page


@pytest.mark.parametrize(("day", "is_known"), [("1899-12-31", False), ("1900-01-01", True), ("2101-01-01", False)])
def test_a_day_of_no_known_year_is_refused(day: str, is_known: bool) -> None:
    class Asked(LeadForm):
        born = forms.DateField()
        at = forms.DateTimeField()

    form = Asked({"token": "x", "born": day, "at": f"{day}T12:00"})
    assert form.is_valid() == is_known and {*form.errors} == (set() if is_known else {"born", "at"})


@pytest.mark.skipif("prosecutor" not in program().desks, reason="The program has no prosecutor.")
@pytest.mark.parametrize("desks", [{"prosecutor"}, {"prosecutor", "screening"}])
def test_a_desk_that_nobody_answers_is_promised_to_nobody(
    enter: Callable[..., Client], monkeypatch: pytest.MonkeyPatch, desks: set[str]
) -> None:
    monkeypatch.setitem(vars(program()), "desks", frozenset(desks))
    role = next(one for one in program().roles.values() if "prosecutor" in one.desks and not one.vacant)
    page = enter(role.id, role.agencies[0]).get(reverse("prosecutor:overrides")).content.decode()
    assert ("the screening desk asks you" in page) == ("screening" in desks)
