"""Nobody is shown what the agreement does not let them see: in no page, file, message or log, by no address.

``LEAD_CRAWL=all`` walks as every role of every agency; without it, as one for each set of desks.
"""

from __future__ import annotations

import csv
import io
import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from lead.audit.models import AuditEvent
from lead.gate import Actor
from lead.program import program
from lead.records.models import Disclosure
from tests.crawling import EVERYTHING, MARK, World, allowed, walk
from tests.making import Making

STATES = ("nothing signed", "all signed", "all taken back")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
EVERYBODY = sorted(
    (role.id, agency) for role in program().roles.values() if not role.vacant and role.desks for agency in role.agencies
)


def walkers() -> list[tuple[str, str]]:
    """Who walks: everybody, or one for each set of desks and kind of agency."""
    if EVERYTHING:
        return EVERYBODY
    return list({program().roles[role].desks: (role, agency) for role, agency in reversed(EVERYBODY)}.values())


def whole_of(answer: Any) -> str:
    """What came back: the page, where it leads, and which file it is."""
    headers = " ".join(str(answer.headers.get(one, "")) for one in ("Location", "Content-Disposition", "Set-Cookie"))
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{headers}\n{body.decode()}"


@pytest.mark.parametrize("state", STATES if EVERYTHING else STATES[1:])
def test_whatever_a_page_shows_the_agreement_lets_them_see(
    state: str, make: Making, enter: Callable[..., Client], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    world, leaked, shown = World(make), [], 0
    if state != "nothing signed":
        world.sign(taken_back=state == "all taken back")
    for role, agency in walkers():
        client = enter(role, agency)
        actor = Actor(client.user.pk, role, agency)  # type: ignore[attr-defined]
        for address, answer in walk(client, actor):
            text = whole_of(answer)
            assert answer.status_code < 500, (role, agency, address)
            assert "<script" not in text or "text/csv" in answer.headers["Content-Type"], (role, agency, address)
            for leak in world.found(text):
                shown += 1
                if not allowed(world, actor, leak, signed=state == "all signed"):
                    leaked.append(f"{role} of {agency} sees {leak} at {address}")
            if "text/csv" in answer.headers.get("Content-Type", ""):
                cells = [cell for row in csv.reader(io.StringIO(answer.content.decode())) for cell in row]
                assert not [one for one in cells if one.startswith(FORMULA)], (role, address)
    assert not leaked, "\n".join(dict.fromkeys(leaked))
    assert shown or not EVERYBODY, "Nobody saw anything, so that nothing was tried."
    assert not MARK.search(caplog.text)


def test_no_message_and_no_log_tells_anything(make: Making, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="lead")
    world = World(make)
    world.sign(taken_back=False)
    call_command("tick")
    sent = "".join(f"{one.subject}{one.body}{one.to}{one.message().as_string()}" for one in mail.outbox)
    assert list(world.found(sent + caplog.text)) == []
    kept = [*AuditEvent.objects.values(), *Disclosure.objects.values()]
    assert list(world.found(str(kept))) == []


def test_a_page_that_breaks_tells_nothing_of_what_it_held(
    make: Making, enter: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    World(make)
    client = enter(*EVERYBODY[0])

    def broken(*_args: Any) -> None:
        raise ValueError("leak0000")

    monkeypatch.setattr("lead.pages.views.render", broken)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert not MARK.search(answer.content.decode())
