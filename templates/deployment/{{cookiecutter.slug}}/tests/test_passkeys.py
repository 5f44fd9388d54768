"""A passkey in the place of the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.test import Client
from django.urls import reverse

from lead.accounts.models import User
from tests.test_signing_in import PASSWORD, ROLES, sign_in

CREDENTIAL = '{"id": "AA"}'


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key of which the browser and the library find that it is the right one."""
    monkeypatch.setattr(auth, "parse_registration_response", lambda credential: credential)
    monkeypatch.setattr(auth, "parse_authentication_response", lambda credential: credential)
    monkeypatch.setattr(auth, "complete_registration", lambda credential: None)

    def complete(user: User, credential: Any) -> Authenticator:
        return Authenticator.objects.get(user=user, type=Authenticator.Type.WEBAUTHN)

    monkeypatch.setattr(auth, "complete_authentication", complete)
    monkeypatch.setattr(auth, "begin_authentication", lambda user=None: {"publicKey": {}})


def _runs_nothing_of_its_own(text: str) -> bool:
    scripts = re.findall(r"<script([^>]*)>", text)
    return bool(scripts) and all("src=" in one or 'type="application/json"' in one for one in scripts)


def test_somebody_sets_a_passkey_up_and_signs_in_with_it(key: None, db: None) -> None:
    role, agency = ROLES[0]
    user = User.objects.create_user("ada", password=PASSWORD, role=role, agency=agency)
    client = Client()
    sign_in(client)
    page = client.get(reverse("mfa_add_webauthn"))
    assert page.status_code == 200 and _runs_nothing_of_its_own(page.content.decode())
    done = client.post(reverse("mfa_add_webauthn"), {"name": "My key", "credential": CREDENTIAL})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).exists()
    assert client.get(reverse("home")).status_code == 200

    again = Client()
    assert sign_in(again).headers["Location"] == reverse("mfa_authenticate")
    page = again.get(reverse("mfa_authenticate"))
    assert _runs_nothing_of_its_own(page.content.decode())
    assert again.get(reverse("home")).status_code == 302
    again.post(reverse("mfa_authenticate"), {"credential": CREDENTIAL})
    assert again.get(reverse("home")).status_code == 200


def test_a_recovery_code_opens_an_account_once(key: None, db: None) -> None:
    role, agency = ROLES[0]
    user = User.objects.create_user("ada", password=PASSWORD, role=role, agency=agency)
    client = Client()
    sign_in(client)
    client.post(reverse("mfa_add_webauthn"), {"name": "My key", "credential": CREDENTIAL})
    codes = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()
    for inside in (True, False):
        again = Client()
        sign_in(again)
        again.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert (again.get(reverse("home")).status_code == 200) is inside


def test_the_pages_of_passkeys_are_there_and_whole(enter: Callable[..., Client], db: None) -> None:
    client = enter(*ROLES[0])
    user = client.user  # type: ignore[attr-defined]
    mine = Authenticator.objects.create(user=user, type="webauthn", data={"name": "<b>Mine", "credential": {}})
    listed = client.get(reverse("mfa_list_webauthn")).content.decode()
    assert "&lt;b&gt;Mine" in listed and "<script" not in listed
    assert client.get(reverse("mfa_remove_webauthn", args=[mine.pk])).status_code == 200
    other = Authenticator.objects.create(
        user=User.objects.create(username="other"), type="webauthn", data={"name": "Theirs", "credential": {}}
    )
    assert client.post(reverse("mfa_remove_webauthn", args=[other.pk])).status_code == 404
    assert client.post(reverse("mfa_remove_webauthn", args=[mine.pk])).status_code == 302
    assert list(Authenticator.objects.filter(type="webauthn")) == [other]
    session = client.session
    session["began"] -= 600
    session.save()
    assert client.get(reverse("mfa_add_webauthn")).headers["Location"].startswith(reverse("account_reauthenticate"))
