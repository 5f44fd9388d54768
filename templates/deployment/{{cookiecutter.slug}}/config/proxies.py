"""Whose request it is, where proxies stand before the service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_HERE = ("", "127.0.0.1", "::1")
"""What a server gives for the other end of a Unix socket, and this machine's own addresses."""


def sender(meta: Mapping[str, str], proxies: int) -> str:
    """The address that a request came from.

    Each proxy adds to X-Forwarded-For, on the right, who spoke to it. So the entry that the outermost of ours wrote is
    as far from the right as there are proxies; what stands left of it is what the client said, and is not heeded.

    Args:
        meta: What the server says of the request, and its headers.
        proxies: How many proxies of ours a request goes through.
    """
    peer = meta.get("REMOTE_ADDR", "")
    entries = meta.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if not _near(peer, proxies) or len(entries) < proxies:
        return peer
    try:
        return str(ip_address(entries[-proxies].strip()))
    except ValueError:
        return peer


def _near(peer: str, proxies: int) -> bool:
    return proxies > 0 and peer in _HERE


class BehindProxies:
    """Puts the address of the client in the place of the proxy's, before anything counts, logs or trusts a request.

    Only who speaks from this machine is taken for a proxy; of anybody else the headers of one are dropped.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        if not _near(request.META.get("REMOTE_ADDR", ""), settings.LEAD_BEHIND_PROXY):
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        request.META["REMOTE_ADDR"] = sender(request.META, settings.LEAD_BEHIND_PROXY)
        return self._answer(request)
