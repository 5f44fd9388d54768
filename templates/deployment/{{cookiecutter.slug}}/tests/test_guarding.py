"""What a stranger, a forged request and a browser find: headers, methods, hosts, places to be sent to, guesses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from django.urls import reverse

from lead.accounts.models import User
from lead.audit.log import write
from lead.audit.models import AuditEvent
from lead.pages.checks import views
from tests.test_checks import PRODUCTION
from tests.test_signing_in import PASSWORD, ROLES, sign_in

ELSEWHERE = ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "https:evil.example")
ASKED = """
import json
from django.conf import settings
from django.test import Client
client = Client(headers={"host": "desk.example.org"})
over_tls = client.get("/theme.css", secure=True)
plain = client.get("/theme.css")
names = ("SESSION", "CSRF", "LANGUAGE")
parts = ("NAME", "SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN")
cookies = {name: [getattr(settings, f"{name}_COOKIE_{part}", None) for part in parts] for name in names}
print(json.dumps({"headers": dict(over_tls.headers), "plain": [plain.status_code, plain.headers["Location"]],
    "cookies": cookies, "first": settings.MIDDLEWARE[0], "debug": settings.DEBUG}))
"""


@pytest.fixture(scope="module")
def production() -> dict[str, Any]:
    """What the service says of itself as a county runs it."""
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASKED],
        cwd=settings.BASE_DIR,
        env={**os.environ, **PRODUCTION, "LEAD_BEHIND_PROXY": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.fixture
def user(db: None) -> User:
    role, agency = ROLES[0]
    return User.objects.create_user("ada", password=PASSWORD, role=role, agency=agency)


def test_in_production_a_browser_is_told_to_keep_to_this_service(production: dict[str, Any]) -> None:
    headers = production["headers"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert headers["Referrer-Policy"] == headers["Cross-Origin-Opener-Policy"] == "same-origin"
    said = dict(one.strip().split(" ", 1) for one in headers["Content-Security-Policy"].split(";"))
    assert said["default-src"] == said["base-uri"] == said["frame-ancestors"] == "'none'"
    assert {said["script-src"], said["style-src"], said["form-action"]} == {"'self'"}
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_in_production_a_cookie_belongs_to_this_host_alone(production: dict[str, Any]) -> None:
    for name, secure, http_only, same_site, path, domain in production["cookies"].values():
        assert name.startswith("__Host-")
        assert (secure, http_only, same_site, path, domain) == (True, True, "Lax", "/", None)


def test_in_production_nothing_is_answered_without_tls(production: dict[str, Any]) -> None:
    assert production["plain"] == [301, "https://desk.example.org/theme.css"]
    assert (production["first"], production["debug"]) == ("config.proxies.BehindProxies", False)


def test_a_forged_host_is_refused_and_nowhere_in_the_answer(client: Client, db: None) -> None:
    client.raise_request_exception = False
    answer = client.get(reverse("account_login"), headers={"host": "evil.example"})
    assert answer.status_code == 400 and b"evil" not in answer.content


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT"])
def test_no_page_takes_a_method_that_it_does_not_need(enter: Callable[..., Client], method: str) -> None:
    clients = [enter(*ROLES[0]), Client()]
    routes = [route for route, _view in views()]
    if method != "PUT":  # Django's forms take PUT for POST, find nothing in it, and check its token all the same
        routes += [reverse(name) for name in ("account_login", "account_change_password", "mfa_authenticate")]
    for route in routes:
        address = re.sub(r"<(?:\w+:)?\w+>", "1", route)
        for client in clients:
            client.raise_request_exception = False
            answer = client.generic(method, address, headers={"x-canary": "echo-7f3a"})
            assert answer.status_code in (302, 403, 404, 405), (address, answer.status_code)
            assert b"echo-7f3a" not in answer.content


@pytest.mark.parametrize("there", ELSEWHERE)
def test_nobody_is_sent_to_another_place(client: Client, user: User, enter: Callable[..., Client], there: str) -> None:
    said = {"login": "ada", "password": PASSWORD, "next": there}
    answers = [
        client.post(f"{reverse('account_login')}?next={there}", said),
        client.post(reverse("set_language"), {"language": "en", "next": there}),
        enter(*ROLES[0]).post(reverse("account_logout"), {"next": there}),
        enter(*ROLES[0]).post(f"{reverse('account_reauthenticate')}?next={there}", said),
        Client().get(f"//evil.example/{there}"),
    ]
    for answer in answers:
        assert "evil" not in answer.headers.get("Location", "").partition("?")[0]
        assert "javascript" not in answer.headers.get("Location", "").partition("?")[0]


def test_who_has_an_account_cannot_be_guessed(user: User) -> None:
    told = []
    for name in ("ada", "nobody-here"):
        client = Client()
        for _try in range(6):
            page = client.post(reverse("account_login"), {"login": name, "password": "wrong"})
            told.append((name, page.status_code, re.sub(r'value="[^"]*"', "", page.content.decode())))
    assert [one[1:] for one in told[:6]] == [one[1:] for one in told[6:]]
    assert told[5][1] == 429


def test_a_closed_account_with_a_wrong_password_looks_like_any(client: Client, user: User) -> None:
    before = sign_in(client, "wrong").content
    User.objects.update(is_active=False)
    drawn = re.compile(rb'value="[^"]*"')
    assert drawn.sub(b"", sign_in(Client(), "wrong").content) == drawn.sub(b"", before)


def test_a_new_password_asks_for_the_old_and_ends_every_other_session(enter: Callable[..., Client]) -> None:
    client, other = enter(*ROLES[0]), enter(*ROLES[0])
    User.objects.get().set_password(PASSWORD)
    user = User.objects.get()
    user.set_password(PASSWORD)
    user.save()
    for one in (client, other):
        one.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    new = {"password1": "another long passphrase", "password2": "another long passphrase"}
    for wrong in ({}, {"oldpassword": "wrong"}):
        assert client.post(reverse("account_change_password"), {**new, **wrong}).status_code == 200
    assert User.objects.get().check_password(PASSWORD)
    assert client.post(reverse("account_change_password"), {**new, "oldpassword": PASSWORD}).status_code == 302
    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 302


@pytest.mark.parametrize("name", ["mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"])
def test_an_open_session_that_is_old_changes_no_second_factor(enter: Callable[..., Client], name: str) -> None:
    client = enter(*ROLES[0])
    session = client.session
    session["began"] -= 600
    session.pop("account_authentication_methods", None)
    session.save()
    for answer in (client.get(reverse(name)), client.post(reverse(name))):
        assert answer.headers["Location"].startswith((reverse("account_reauthenticate"), reverse("mfa_reauthenticate")))
    assert Authenticator.objects.count() == 1


def test_a_form_of_too_many_fields_is_refused(client: Client, db: None) -> None:
    client.raise_request_exception = False
    answer = client.post("/language/", {f"f{number}": "x" for number in range(500)})
    assert answer.status_code == 400


def test_a_form_without_its_token_is_refused_even_by_whoever_is_signed_in(enter: Callable[..., Client]) -> None:
    client = enter(*ROLES[0])
    client.handler.enforce_csrf_checks = True
    for name in ("account_logout", "account_change_password", "set_language"):
        assert client.post(reverse(name)).status_code == 403


def test_the_log_keeps_the_address_of_staff_and_of_who_fails_to_sign_in_and_of_nobody_else(
    client: Client, user: User, rf: Any
) -> None:
    request = rf.post("/", REMOTE_ADDR="203.0.113.9")
    write(request, "entered", thing="request")
    request.user = user
    write(request, "changed")
    client.post(reverse("account_login"), {"login": "ada", "password": "wrong"}, REMOTE_ADDR="203.0.113.9")
    kept = dict(AuditEvent.objects.values_list("action", "address"))
    assert kept == {"entered": "", "changed": "203.0.113.9", "sign_in_failed": "203.0.113.9"}


def test_everybodys_recovery_codes_are_a_page_even_before_there_are_any(enter: Callable[..., Client]) -> None:
    client = enter(*ROLES[0])
    links = re.findall(r'href="(/account/factor/codes/[^"]*)"', client.get(reverse("mfa_index")).content.decode())
    assert links and all(client.get(one).status_code == 200 for one in links)
    client.post(reverse("mfa_generate_recovery_codes"))
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200
    assert reverse("mfa_view_recovery_codes").encode() in client.get(reverse("mfa_index")).content
