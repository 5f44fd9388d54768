"""The county's own sign-in, as a browser and an identity provider would do it; the provider is in this process."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from tests.making import factor
from tests.provider import CLIENT, SECRET, IdentityProvider, listening
from tests.test_signing_in import ROLES

CLAIMS = {"sub": "county-7", "email": "ada@county.example", "email_verified": True}


@pytest.fixture(scope="module")
def provider() -> Iterator[IdentityProvider]:
    with listening() as found:
        yield found


@pytest.fixture
def come(provider: IdentityProvider, settings: Any, db: None) -> Callable[..., Any]:
    """Goes to the county and comes back; the service asks the county who it was."""
    app: dict[str, Any] = {"provider_id": "county", "name": "Sample County", "client_id": CLIENT, "secret": SECRET}
    app["settings"] = {"server_url": provider.address}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    settings.OIDC_NAME = "Sample County"
    provider.userinfo = {}

    def came(client: Client, claims: dict[str, Any] | None = None, *, error: str = "", **asked: str) -> Any:
        provider.claims, provider.asked = claims or CLAIMS, {}
        going = client.get(reverse("openid_connect_login", args=["county"]), asked)
        assert going.headers["Location"].startswith(f"{provider.address}/authorize")
        sent = parse_qs(urlsplit(going.headers["Location"]).query)
        back = {"state": sent["state"][0], **({"error": error} if error else {"code": "c"})}
        answer = client.get(reverse("openid_connect_callback", args=["county"]), back)
        if not error:
            challenge = urlsafe_b64encode(sha256(provider.asked["code_verifier"][0].encode()).digest())
            assert challenge.decode().rstrip("=") == sent["code_challenge"][0]
        return answer

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


def test_a_factor_that_only_the_page_of_userinfo_tells_of_does_not_count(
    client: Client, come: Any, user: User, settings: Any, provider: IdentityProvider
) -> None:
    """Nobody signs that page, and it tells nothing of how this sign-in went."""
    settings.OIDC_MFA = "mfa"
    provider.userinfo = {**CLAIMS, "amr": ["mfa"], "acr": "mfa"}
    come(client)
    assert not _inside(client)


@pytest.mark.parametrize("wrong", [{"iss": "https://other.example"}, {"aud": "other"}, {"exp": 1}])
def test_a_token_for_somebody_else_opens_nothing(client: Client, come: Any, user: User, wrong: dict[str, Any]) -> None:
    assert come(client, {**CLAIMS, **wrong}).status_code == 403
    assert "_auth_user_id" not in client.session
    assert AuditEvent.objects.filter(action="sign_in_failed", note="county").exists()


def test_who_comes_back_without_having_gone_is_refused(client: Client, come: Any, user: User) -> None:
    answer = client.get(reverse("openid_connect_callback", args=["county"]), {"state": "forged", "code": "c"})
    assert answer.status_code == 403 and "_auth_user_id" not in client.session


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
