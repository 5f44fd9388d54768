"""The county's own sign-in, as a browser and an identity provider would do it; no network is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter as Provider
from django.test import Client
from django.urls import reverse

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from tests.making import factor
from tests.test_signing_in import ROLES

CLAIMS = {"sub": "county-7", "email": "ada@county.example", "email_verified": True}
CONFIG = {
    "authorization_endpoint": "https://county.example/authorize",
    "token_endpoint": "https://county.example/token",
}
APP = {"provider_id": "county", "name": "Sample County", "client_id": "lead", "secret": "s"}


@pytest.fixture
def come(monkeypatch: pytest.MonkeyPatch, settings: Any, db: None) -> Callable[..., Any]:
    """Goes to the county and comes back with what it says."""
    app = {**APP, "settings": {"server_url": "https://county.example"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    settings.OIDC_NAME = "Sample County"
    monkeypatch.setattr(Provider, "openid_config", CONFIG)
    monkeypatch.setattr(Provider, "_fetch_user_info", lambda self, token: {})
    said = {"access_token": "a", "id_token": "i"}
    monkeypatch.setattr(Provider, "get_access_token_data", lambda self, *args, **kwargs: said)

    def came(client: Client, claims: dict[str, Any] | None = None, *, error: str = "", **asked: str) -> Any:
        monkeypatch.setattr(Provider, "_decode_id_token", lambda self, app, token: claims or CLAIMS)
        going = client.get(reverse("openid_connect_login", args=["county"]), asked)
        assert going.headers["Location"].startswith("https://county.example/authorize")
        sent = parse_qs(urlsplit(going.headers["Location"]).query)
        assert "code_challenge" in sent
        back = {"state": sent["state"][0], **({"error": error} if error else {"code": "c"})}
        return client.get(reverse("openid_connect_callback", args=["county"]), back)

    return came


@pytest.fixture
def user(db: None) -> User:
    role, agency = ROLES[0]
    return User.objects.create_user("ada", email="Ada@county.example", password="x" * 20, role=role, agency=agency)


def _inside(client: Client) -> bool:
    return client.get(reverse("home")).status_code == 200


def test_without_settings_there_is_no_such_door(client: Client, db: None) -> None:
    assert client.get(reverse("openid_connect_login", args=["county"])).status_code == 404
    assert b"/oidc/" not in client.get(reverse("account_login")).content


def test_the_door_stands_on_the_page_of_sign_in(client: Client, come: Any) -> None:
    assert b"Sign in with Sample County" in client.get(reverse("account_login")).content


def test_an_account_comes_in_and_still_gives_our_second_factor(client: Client, come: Any, user: User) -> None:
    come(client)
    assert client.get(reverse("home")).headers["Location"] == reverse("mfa_activate_totp")
    factor(user)
    again = Client()
    assert come(again).headers["Location"] == reverse("mfa_authenticate")
    assert not _inside(again)


@pytest.mark.parametrize(
    ("setting", "claims", "inside"),
    [
        ("mfa", {"amr": ["pwd", "mfa"]}, True),
        ("mfa", {"acr": "mfa"}, True),
        ("mfa", {"amr": ["pwd"]}, False),
        ("mfa", {"amr": "mfa"}, False),
        ("", {"amr": ["mfa", ""], "acr": ""}, False),
    ],
)
def test_the_countys_second_factor_counts_only_where_the_settings_say_so(
    client: Client, come: Any, user: User, settings: Any, setting: str, claims: dict[str, Any], inside: bool
) -> None:
    settings.OIDC_MFA = setting
    come(client, {**CLAIMS, **claims})
    assert _inside(client) is inside


@pytest.mark.parametrize(
    "claims",
    [
        {**CLAIMS, "email": "bo@county.example"},
        {**CLAIMS, "email_verified": False},
        {"sub": "county-7"},
        {**CLAIMS, "email": ""},
    ],
)
def test_nobody_comes_in_without_an_account(client: Client, come: Any, user: User, claims: dict[str, Any]) -> None:
    User.objects.create(username="no-address", email="")
    page = come(client, claims)
    assert page.status_code == 403 and "_auth_user_id" not in client.session
    assert User.objects.count() == 2 and not SocialAccount.objects.exists()
    assert AuditEvent.objects.filter(action="sign_in_failed", note="county", allowed=False).exists()


def test_an_address_that_the_county_gave_to_somebody_else_opens_nothing(client: Client, come: Any, user: User) -> None:
    come(Client())
    assert come(client, {**CLAIMS, "sub": "county-8"}).status_code == 403
    come(client, {**CLAIMS, "email": "new-name@county.example"})
    assert client.session["_auth_user_id"] == str(user.pk)


def test_two_accounts_with_one_address_open_neither(client: Client, come: Any, user: User) -> None:
    User.objects.create(username="other", email=user.email)
    assert come(client).status_code == 403


def test_a_closed_account_stays_closed(client: Client, come: Any, user: User) -> None:
    User.objects.update(is_active=False)
    assert come(client).headers["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_nobody_ties_another_countys_account_to_their_own(enter: Callable[..., Client], come: Any, user: User) -> None:
    client = enter(*ROLES[0])
    assert come(client, process="connect").status_code == 403
    assert not SocialAccount.objects.exists()


def test_what_the_county_refuses_is_told_without_its_words(client: Client, come: Any) -> None:
    page = come(client, error="<script>access_denied")
    assert page.status_code == 403 and b"access_denied" not in page.content
