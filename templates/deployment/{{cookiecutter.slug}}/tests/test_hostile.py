"""Whatever is sent: no page breaks, nothing too long is kept, and nobody changes what is not there for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client

from lead.gate import Actor
from lead.records.models import Held, Person
from tests.crawling import APART, World, addresses, allowed
from tests.making import Making
from tests.test_leaks import walkers

MOST = 2**70
TEXTS = (
    "<script>alert(1)</script>" * 2000,
    "null\x00byte",
    "\u202e\u2066=cmd|'/c calc'!A0\u0000\ud7ff",
    str(MOST),
    "-1",
    "../../../etc/passwd",
    '{"$gt": ""}',
    "9999-99-99",
)


def forms_of(client: Client, actor: Actor) -> Iterator[tuple[str, Any]]:
    """Every page of one's own desks that has a form."""
    for address in addresses(actor):
        if str(APART) in address or "/why/" in address:
            continue
        page = client.get(address)
        form = page.context and page.status_code == 200 and page.context.get("form")
        if form is not None and form is not False and hasattr(form, "fields"):
            yield address, form


def test_no_form_breaks_on_what_is_sent(make: Making, enter: Callable[..., Client]) -> None:
    World(make)
    texts, tried = cycle(TEXTS), set()
    for role, agency in walkers():
        client = enter(role, agency)
        client.raise_request_exception = False
        for address, form in forms_of(client, Actor(client.user.pk, role, agency)):  # type: ignore[attr-defined]
            if (kind := type(form)) in tried:
                continue
            tried.add(kind)
            for _try in range(3):
                sent: dict[str, Any] = {name: next(texts) for name in form.fields}
                answer = client.post(address, sent)
                assert answer.status_code < 500, (role, address, sent)
                assert b"<script" not in answer.content, address
            file = SimpleUploadedFile("payload.exe", b"MZ" + b"0" * 1000, "application/x-msdownload")
            answer = client.post(address, dict.fromkeys(form.fields, file))
            assert answer.status_code < 500, (role, address)
    assert list(too_long()) == []


def too_long() -> Iterator[str]:
    """What is kept and longer than its field: SQLite would keep it."""
    for model in apps.get_app_config("records").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField) and field.max_length:
                kept = model._default_manager.values_list(field.name, flat=True)
                if any(isinstance(one, str) and len(one) > field.max_length for one in kept):
                    yield f"{model.__name__}.{field.name}"


def kept(person: int) -> dict[str, list[Any]]:
    """Every record about a person."""
    found = {"person": list(Person.objects.filter(pk=person).values())}
    for model in Held.__subclasses__():
        if model is not Person:
            found[model.__name__] = list(model.objects.filter(person_id=person).values())
    return found


def test_what_is_not_there_for_somebody_is_not_changed_by_them(make: Making, enter: Callable[..., Client]) -> None:
    world, tried = World(make), 0
    before = kept(APART)
    about = [one for one in world.leaks.values() if getattr(one.record, "person_id", one.record.pk) == APART]
    for role, agency in walkers():
        client = enter(role, agency)
        actor = Actor(client.user.pk, role, agency)  # type: ignore[attr-defined]
        # The privacy desk answers for everybody's account, without seeing anything else of them.
        if "privacy" in actor.desks or any(allowed(world, actor, leak, signed=False) for leak in about):
            continue
        client.raise_request_exception = False
        for address in addresses(actor):
            if str(APART) not in address:
                continue
            tried += 1
            for answer in (client.get(address), client.post(address, {"token": "x", "reason": "x" * 30})):
                assert answer.status_code in (302, 403, 404, 405), (role, agency, address, answer.status_code)
        assert kept(APART) == before, (role, agency)
    assert tried or len(walkers()) < 2


def test_a_form_of_more_than_a_megabyte_is_refused(enter: Callable[..., Client]) -> None:
    client = enter(*walkers()[0])
    client.raise_request_exception = False
    answer = client.post("/language/", {"language": "x" * 1_100_000})
    assert answer.status_code in (400, 413)


@pytest.mark.parametrize(
    "address", ["/../../etc/passwd", "/%2e%2e/%2e%2e/manage.py", "/static/../lead.sqlite3", "/.env"]
)
def test_no_file_of_the_machine_is_an_address(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code in (302, 404)
