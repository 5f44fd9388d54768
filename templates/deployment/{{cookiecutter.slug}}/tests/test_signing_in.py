"""Passwords, second factors, and how long a session lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.core.cache import cache
from django.core.cache.backends import locmem
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lead.accounts import managing
from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.gate import Actor
from lead.program import program
from tests.making import factor

PASSWORD = "a long enough passphrase"
ROLES = [(role.id, agency) for role in program().roles.values() if not role.vacant for agency in role.agencies]


@pytest.fixture
def user(db: None) -> User:
    role, agency = ROLES[0]
    return User.objects.create_user("ada", password=PASSWORD, role=role, agency=agency)


def sign_in(client: Client, password: str = PASSWORD) -> Any:
    return client.post(reverse("account_login"), {"login": "ada", "password": password})


def code(secret: str = "JBSWY3DPEHPK3PXP") -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_a_password_alone_opens_nothing_but_the_page_that_sets_up_the_second_factor(client: Client, user: User) -> None:
    sign_in(client)
    for address in (reverse("home"), reverse("why", args=[1, "identity"]), reverse("mfa_index"), "/no/such/page/"):
        assert client.get(address).headers["Location"] == reverse("mfa_activate_totp")
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    done = client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(reverse("home")).status_code == 200


def test_with_a_second_factor_the_password_signs_nobody_in(client: Client, user: User) -> None:
    factor(user)
    TOTP(Authenticator.objects.get(user=user))
    assert sign_in(client).headers["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("home")).status_code == 302
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.get(reverse("home")).status_code == 302
    with patch.object(TOTP, "validate_code", return_value=True):
        client.post(reverse("mfa_authenticate"), {"code": "123456"})
    assert client.get(reverse("home")).status_code == 200


@pytest.mark.parametrize("role, agency", ROLES)
def test_every_role_needs_a_second_factor(enter: Callable[..., Client], role: str, agency: str) -> None:
    assert enter(role, agency, second_factor=False).get("/").headers["Location"] == reverse("mfa_activate_totp")


@pytest.mark.parametrize(("minutes", "open_"), [(29, True), (31, False)])
def test_a_session_ends_after_thirty_minutes_of_nothing(
    enter: Callable[..., Client], minutes: int, open_: bool
) -> None:
    client = enter(*ROLES[0])
    assert client.get("/").status_code == 200
    later = timezone.now() + timedelta(minutes=minutes)
    with patch("django.utils.timezone.now", return_value=later):
        assert (client.get("/").status_code == 200) is open_


def test_a_session_that_is_used_goes_on_but_not_beyond_twelve_hours(enter: Callable[..., Client]) -> None:
    client, began = enter(*ROLES[0]), timezone.now()
    for minutes in range(0, 12 * 60, 25):
        with patch("django.utils.timezone.now", return_value=began + timedelta(minutes=minutes)):
            assert client.get("/").status_code == 200
    with patch("django.utils.timezone.now", return_value=began + timedelta(hours=12, minutes=5)):
        assert client.get("/").headers["Location"] == reverse("locked")
        assert client.get("/").headers["Location"].startswith(reverse("account_login"))


def test_a_page_leaves_the_screen_by_itself_and_no_cache_keeps_it(enter: Callable[..., Client]) -> None:
    page = enter(*ROLES[0]).get("/")
    assert page.headers["Refresh"] == f"1800; url={reverse('locked')}"
    assert "no-store" in page.headers["Cache-Control"]


def test_five_wrong_passwords_close_the_account_for_fifteen_minutes(client: Client, user: User) -> None:
    for _try in range(5):
        last = sign_in(client, "wrong")
    assert last.status_code == 429
    assert sign_in(client).status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    cache.clear()
    assert sign_in(Client()).status_code == 302


def test_a_code_signs_in_once_at_whichever_worker_and_a_wrong_one_is_logged(user: User) -> None:
    factor(user)
    now, answers = code(), []
    for given in (now, now, "000000"):
        client = Client()
        sign_in(client)
        answers.append(client.post(reverse("mfa_authenticate"), {"code": given}).status_code)
        for memory in (*locmem._caches.values(), *locmem._expire_info.values()):  # type: ignore[attr-defined]
            memory.clear()  # another worker has none of this one's memory
    assert answers == [302, 200, 200]
    assert AuditEvent.objects.filter(action="factor_failed", user=user.pk, allowed=False).count() == 2


def test_a_reset_is_told_at_each_sign_in_and_its_password_is_changed_first(user: User) -> None:
    factor(user)
    given = managing.reset_password(user)
    new = {"oldpassword": given, "password1": "another long passphrase", "password2": "another long passphrase"}
    with patch.object(TOTP, "validate_code", return_value=True):
        for password in (given, new["password1"]):
            client = Client()
            sign_in(client, password)
            client.post(reverse("mfa_authenticate"), {"code": "123456"})
            change = reverse("account_change_password")
            if password == given:
                assert client.get(reverse("home")).headers["Location"] == change
                same = client.post(change, {**new, "password1": given, "password2": given})
                assert same.status_code == 200 and "Your password was reset on" in same.content.decode()
                assert client.post(change, new).status_code == 302
            page = client.get(reverse("home"))
            assert page.status_code == 200
    assert "Your password was reset on" in page.content.decode()


def test_an_account_that_nobody_uses_is_closed(client: Client, user: User, capsys: pytest.CaptureFixture[str]) -> None:
    User.objects.update(last_seen=timezone.now() - timedelta(days=program().inactive_days + 1))
    assert list(User.objects.dormant()) == [user]
    assert sign_in(client).headers["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session
    user.refresh_from_db()
    assert not user.is_active
    User.objects.update(is_active=True)
    call_command("tick")
    call_command("account", "list")
    printed = capsys.readouterr().out
    assert "1 accounts closed" in printed and "ada: " in printed and ", closed" in printed
    user.refresh_from_db()
    assert not user.is_active
    call_command("account", "open", "ada")
    assert capsys.readouterr().out == "ada: open again.\n"
    assert sign_in(client).status_code == 302


def test_nobody_signs_up_and_no_page_of_allauth_is_there_that_the_program_does_not_use(client: Client) -> None:
    for address in ("signup/", "password/reset/", "email/", "social/", "3rdparty/"):
        assert client.get(f"/account/{address}").status_code == 404


def test_an_account_is_made_for_a_role_that_its_agency_has(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    role, agency = ROLES[0]
    call_command("account", "add", "bo", "--role", role, "--agency", agency)
    password = capsys.readouterr().out.split("password ")[1].split(".")[0]
    assert User.objects.get(username="bo").check_password(password)
    with pytest.raises(CommandError):
        call_command("account", "add", "cy", "--role", role, "--agency", "no-such-agency")
    assert {"account_added"} == set(AuditEvent.objects.values_list("action", flat=True))


def test_what_happens_at_the_door_is_in_the_log(client: Client, user: User) -> None:
    sign_in(client, "wrong")
    sign_in(client)
    client.post(reverse("account_logout"))
    assert list(AuditEvent.objects.values_list("action", flat=True)) == ["sign_in_failed", "sign_in", "sign_out"]
    assert not AuditEvent.objects.filter(note__icontains="wrong").exists()


def test_an_account_has_as_many_roles_as_its_agency_and_signs_in_once(
    enter: Callable[..., Client], capsys: pytest.CaptureFixture[str]
) -> None:
    several: dict[str, list[str]] = {}
    for role, agency in ROLES:
        several.setdefault(agency, []).append(role)
    agency, held = max(several.items(), key=lambda one: len(one[1]))
    if len(held) < 2:
        pytest.skip("No agency has two roles.")
    call_command("account", "add", "di", "--role", held[0], "--role", held[1], "--agency", agency)
    user = User.objects.get(username="di")
    assert user.roles == held[:2] and user.role == held[0]
    actor, alone = user.actor(second_factor=True), [Actor(1, one, agency) for one in held[:2]]
    assert actor.ids == alone[0].ids | alone[1].ids
    assert set(actor.desks) == {*alone[0].desks, *alone[1].desks}
    assert actor.said and alone[1].said and alone[1].said.names <= actor.said.names
    assert actor.of_justice == any(one.of_justice for one in alone)
    other = next((role for role, one in ROLES if one != agency and agency not in program().roles[role].agencies), None)
    if other:
        with pytest.raises(CommandError):
            call_command("account", "roles", "di", "--role", held[0], "--role", other)
    call_command("account", "roles", "di", "--role", held[1])
    assert User.objects.get(username="di").roles == [held[1]]
    assert enter(held[0], agency, held[1]).get("/").status_code == 200
    user.also = "not a list"
    with pytest.raises(ValidationError):
        user.clean()
