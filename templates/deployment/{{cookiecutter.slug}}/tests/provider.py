"""An identity provider such as a county has, inside the test process: it listens on this machine alone."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import jwt

CLIENT, SECRET = "lead", "s" * 40


class IdentityProvider(HTTPServer):
    """Says whatever a test lets it say of who signs in.

    Attributes:
        claims: What the token says; ``iss`` and ``aud`` too, where a test wants them wrong.
        userinfo: What the page of userinfo says; it is signed by nobody.
        asked: The form by which the service last asked for a token.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Pages)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.claims: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.asked: dict[str, list[str]] = {}

    def configuration(self) -> dict[str, Any]:
        """What stands under ``.well-known``."""
        pages = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.address,
            "jwks_uri": f"{self.address}/keys",
            **{f"{name}_endpoint": f"{self.address}/{page}" for name, page in pages.items()},
        }

    def token(self) -> dict[str, Any]:
        """A token, by which the service learns who signed in."""
        standing = {"iss": self.address, "aud": CLIENT, "exp": time.time() + 60}
        signed = jwt.encode({**standing, **self.claims}, SECRET, algorithm="HS256")
        return {"access_token": "a", "token_type": "Bearer", "id_token": signed}


class _Pages(BaseHTTPRequestHandler):
    server: IdentityProvider

    def do_GET(self) -> None:
        self._answer(self.server.userinfo if self.path == "/userinfo" else self.server.configuration())

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.asked = parse_qs(self.rfile.read(length).decode("ascii"))
        self._answer(self.server.token())

    def _answer(self, said: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(said).encode("utf-8"))

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def listening() -> Iterator[IdentityProvider]:
    """An identity provider, as long as a test needs it."""
    with IdentityProvider() as provider:
        thread = Thread(target=provider.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield provider
        finally:
            provider.shutdown()
            thread.join()
