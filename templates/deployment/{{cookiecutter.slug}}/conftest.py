"""What every test of the service may ask for, those of desks and of the county's own app too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from lead.accounts.models import User
from lead.pages.catalogs import compile_all
from lead.pages.forms import LeadForm
from tests.making import Making, factor


def pytest_configure() -> None:
    """Compile the translations, as the service does before it starts."""
    compile_all(settings.BASE_DIR / "lead")


@pytest.fixture(autouse=True)
def _quick_and_fresh(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    translation.deactivate()  # A page in Spanish leaves its language to the thread.


@pytest.fixture
def make(db: None) -> Making:
    """Makes records of invented people."""
    return Making()


@pytest.fixture
def enter(db: None) -> Callable[..., Client]:
    """Signs somebody in, with a second factor, in a role of an agency, and in others of its roles."""

    def entered(role: str, agency: str, *also: str, second_factor: bool = True) -> Client:
        name = "+".join((role, *also))
        said = {"role": role, "agency": agency, "also": list(also)}
        user, _made = User.objects.get_or_create(username=f"{name}@{agency}"[:150], defaults=said)
        if second_factor:
            factor(user)
        client = Client()
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
        client.user = user  # type: ignore[attr-defined]
        return client

    return entered


@pytest.fixture
def somebody_is_quicker(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], None]:
    """Somebody else does something after a page looked at its record, and before the work of its form is done."""

    def quicker(do: Callable[[], Any]) -> None:
        is_valid = LeadForm.is_valid

        def late(form: Any) -> bool:
            monkeypatch.setattr(LeadForm, "is_valid", is_valid)
            done = do()
            assert getattr(done, "status_code", 302) == 302
            return is_valid(form)

        monkeypatch.setattr(LeadForm, "is_valid", late)

    return quicker
