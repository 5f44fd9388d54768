"""Behind a proxy each request is still its client's, and nobody says for themselves who they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config.proxies import BehindProxies

CLIENT, FORGED, OUTER = "203.0.113.9", "198.51.100.66", "192.0.2.80"


@pytest.fixture
def through(rf: RequestFactory, settings: Any) -> Callable[..., tuple[str, bool]]:
    """The address that a request is taken to come from, and whether its connection is taken for a safe one."""

    def sent(proxies: int, **meta: str) -> tuple[str, bool]:
        settings.LEAD_BEHIND_PROXY = proxies
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        seen: list[HttpRequest] = []
        BehindProxies(lambda request: seen.append(request) or HttpResponse())(rf.get("/", **meta))  # type: ignore[func-returns-value]
        return seen[0].META["REMOTE_ADDR"], seen[0].is_secure()

    return sent


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", ""])
@pytest.mark.parametrize(
    ("proxies", "header", "expected"),
    [
        (1, CLIENT, CLIENT),
        (1, f"{FORGED}, {CLIENT}", CLIENT),
        (1, f"{FORGED},{FORGED}, {CLIENT} ", CLIENT),
        (2, f"{CLIENT}, {OUTER}", CLIENT),
        (2, f"{FORGED}, {CLIENT}, {OUTER}", CLIENT),
        (1, "2001:db8::7", "2001:db8::7"),
    ],
)
def test_the_entry_of_our_outermost_proxy_counts(
    through: Callable[..., tuple[str, bool]], peer: str, proxies: int, header: str, expected: str
) -> None:
    told = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": header, "HTTP_X_FORWARDED_PROTO": "https"}
    assert through(proxies, **told) == (expected, True)


@pytest.mark.parametrize(("proxies", "header"), [(2, CLIENT), (1, "'; DROP TABLE"), (1, f"{CLIENT}, unknown"), (1, "")])
def test_a_header_that_cannot_be_ours_leaves_the_address_that_the_server_saw(
    through: Callable[..., tuple[str, bool]], proxies: int, header: str
) -> None:
    assert through(proxies, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=header)[0] == "127.0.0.1"


@pytest.mark.parametrize(("proxies", "peer"), [(0, "127.0.0.1"), (1, "10.0.0.7"), (2, CLIENT)])
def test_nobody_who_is_no_proxy_of_ours_is_believed(
    through: Callable[..., tuple[str, bool]], proxies: int, peer: str
) -> None:
    told = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": FORGED, "HTTP_X_FORWARDED_PROTO": "https"}
    assert through(proxies, **told) == (peer, False)
