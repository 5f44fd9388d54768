"""What a browser needs to walk through a service: its server, who signs in, and which addresses have a page."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.gates.deploy.services import environment, ran

PAGES = """
import json, os, re, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from itertools import product
from django.apps import apps
from django.conf import settings
from django.test import Client
from lead.accounts.models import User
from lead.desks.care.adding import ADDED
from lead.pages.checks import views
from lead.program import program
settings.ALLOWED_HOSTS = ["*"]
people = apps.get_model("records", "Person").objects
words = {"group": ["identity", "contact"], "what": ["arrive", "person", "start", "complete", *ADDED],
         "clock": list(program().clocks),
         "release": list(program().consents), "name": list(program().measures.get("reports") or {}),
         "language": program().languages, "pathway": list(program().pathways), "step": [1],
         "code": list(people.values_list("code", flat=True)[:6])}
numbers = range(1, 19)
seen, told = set(), []
for user in [None, *User.objects.order_by("username")]:
    client, found = Client(raise_request_exception=False), []
    if user is not None:
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    desks = set() if user is None else {*program().roles[user.role].desks, "any"}
    for route, view in views():
        marked = getattr(view, "policy", None)
        if route in seen or route.endswith(".csv") or (marked is not None and not desks & {*marked.desks}):
            continue
        names = re.findall(r"<(\\w+):(\\w+)>", route)
        for said in list(product(*[words.get(name, numbers) for kind, name in names]))[:40]:
            address = route
            for one in said:
                address = re.sub(r"<\\w+:\\w+>", str(one), address, count=1)
            answer = client.get(address)
            if answer.status_code == 200 and "text/html" in answer.headers["Content-Type"]:
                form = (answer.context or {}).get("form") if answer.context is not None else None
                found.append([address, bool(hasattr(form, "fields") and 'method="post"' in answer.content.decode())])
                seen.add(route)
                break
    if found or (user is not None and user.role not in {one["role"] for one in told}):
        cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
        told.append({"role": user.role if user else "", "cookie": cookie.value if cookie else "", "pages": found})
everywhere = {route for route, view in views() if not route.endswith(".csv")}
print(json.dumps({"roles": told, "unseen": sorted(everywhere - seen)}))
"""
"""Each page once, by the first role that opens it, in a database of invented people."""


NO_PAGE = {
    "/care/told/<int:number>/": "a button of the person's page, which it leads back to",
    "/officer/<int:number>/called/": "a button of the referral's page, which it leads back to",
    "/privacy/authorities/<int:pk>/end/": "a button of the list, which it leads back to",
    "/privacy/consents/told/<int:pk>/": "a button of the list, which it leads back to",
    "/privacy/retention/prepare/<slug:code>/": "a button of the list, which leads to the page of the purge",
    "/project/duplicates/undo/<int:one>/": "a button of the list, which it leads back to",
    "/screening/<int:number>/owner/": "a form of the screening page, where no owner of an exclusion has a desk",
    "/screening/<int:number>/settle/": "a form of the screening page, which is shown again with its errors",
    "/health/": "a word for machines",
    "/theme.css": "the colors",
}
"""The addresses that show nobody a page, and why."""
IN_STORIES = {
    "/help/thanks/<slug:code>/": "test_a_neighbor_asks_by_the_public_form_and_the_desk_answers",
    "/privacy/register/<int:pk>/": "test_the_privacy_officer_reviews_the_log_disclosures_and_an_emergency",
    "/privacy/retention/purge/<int:pk>/": "test_the_privacy_officer_holds_a_record_and_destroys_one_in_two_steps",
    "/project/duplicates/<int:one>/<int:other>/": "test_the_project_manager_takes_a_contact_in_and_sees_to_the_program",
    "/prosecutor/overrides/<int:number>/": "test_the_office_that_the_rules_name_overrides_on_a_ground",
    "/supervision/<int:number>/": "test_the_liaison_and_the_supervising_officer_see_what_the_person_signed_and_no_more",
}
"""The pages that nobody has before something happened, each with the story that passes it."""
SESSIONS = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from django.conf import settings
from django.test import Client
from lead.accounts.models import User
settings.ALLOWED_HOSTS = ["*"]
told = {}
for user in User.objects.all():
    client = Client()
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    told[user.username] = client.cookies[settings.SESSION_COOKIE_NAME].value
print(json.dumps(told))
"""
"""Everybody who has an account, signed in."""


def demonstration(service: Path, database: Path) -> tuple[dict[str, str], str]:
    """Invent people; the settings of the machine under which the service runs on them, and everybody's password."""
    said = {"DATABASE_URL": f"sqlite:///{database}"}
    for command in (["catalogs"], ["migrate", "--verbosity", "0"], ["demo"]):
        done = ran(service, "manage.py", *command, **said)
        assert done.returncode == 0, done.stderr
    password = next(line for line in done.stdout.splitlines() if line.startswith("Password of every account:"))
    return said, password.split(": ")[1]


def pages(service: Path, said: dict[str, str]) -> dict[str, Any]:
    """Who signs in, by role, and the pages that a browser opens as each."""
    done = ran(service, "-c", PAGES, **said)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def sessions(service: Path, said: dict[str, str]) -> dict[str, str]:
    """By account, the cookie of somebody who signed in to it."""
    done = ran(service, "-c", SESSIONS, **said)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def code_now(service: Path, said: dict[str, str], account: str) -> str:
    """The six digits that an account's authenticator shows now."""
    done = ran(service, "manage.py", "demo", "--codes", **said)
    return next(line.split()[1] for line in done.stdout.splitlines() if line.startswith(f"{account} "))


@contextmanager
def served(service: Path, said: dict[str, str]) -> Iterator[str]:
    """The service as it runs at a county, by gunicorn, on this machine alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    log = service / "gunicorn.log"
    with log.open("w", encoding="utf-8") as out:
        server = subprocess.Popen(command, cwd=service, env=environment(**said), stdout=out, stderr=out)
        try:
            _wait(f"http://127.0.0.1:{port}/health/", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _try in range(240):
        assert server.poll() is None, "gunicorn ended"
        try:
            with urlopen(address, timeout=5) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("The service does not answer.")
