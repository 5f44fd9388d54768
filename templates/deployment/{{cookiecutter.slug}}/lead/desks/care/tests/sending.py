"""How a test sends a form of the case manager's desk, as a browser does."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lead.program import program

CARE = next((role for role in program().roles.values() if "care" in role.desks and not role.vacant), None)
Enter = Callable[..., Client]


def send(client: Client, address: str, **answers: Any) -> Any:
    """Fill a page's form in as a browser does, and send it."""
    page = client.get(address).content.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    return client.post(address, {"token": found[1] if found else "", **answers})


def url(name: str, *args: Any) -> str:
    return reverse(f"care:{name}", args=args)


def signable() -> tuple[str, str]:
    """A release that somebody here may sign, and a language in which it is no draft."""
    for id_, said in program().consents.items():
        if said["signers"] == ["participant"] and not said.get("youth") and not said["draft"]:
            for language, words in said["languages"].items():
                if not words["draft"]:
                    return id_, language
    pytest.skip("No release of the program can be signed.")
