"""Shows a site to this machine: nobody else can reach it, and no page of another site can read it."""

from __future__ import annotations

import mimetypes
import sys
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from leadkit.resources import templates
from leadkit.site.folder import LOST
from leadkit.site.manifest import digest_of
from leadkit.site.serving.workshop import as_lines

if TYPE_CHECKING:
    from leadkit.site.serving.workshop import Workshop

LOOPBACK = "127.0.0.1"
_NAMES = (LOOPBACK, "localhost")
_OWN = "/-/"
"""Below it stands what the site itself does not have: the script that asks for news, and its answer."""
_HTML = "text/html; charset=utf-8"
_EMPTY = b"<!doctype html><html lang=en><head><title>leadkit</title></head><body></body></html>"


class SiteServer(ThreadingHTTPServer):
    """A server on this machine alone."""

    request_queue_size = 128
    """How many connections may wait; a browser opens several for a page, and tries one too many again seconds later."""

    def __init__(self, workshop: Workshop, port: int) -> None:
        """Listen.

        Args:
            workshop: Makes what is shown.
            port: Where to listen; 0 for any port that is free.

        Raises:
            OSError: The port is taken.
        """
        self.workshop = workshop
        super().__init__((LOOPBACK, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away, as one does that loads a page again; anything else is told."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    timeout = 30
    """Seconds after which a connection that says nothing is closed."""

    @property
    def _workshop(self) -> Workshop:
        assert isinstance(self.server, SiteServer)
        return self.server.workshop

    def do_GET(self) -> None:
        """Answer with a file, or with what is known of the site."""
        path, query = _asked(self.path)
        if (self.headers.get("Host") or "").partition(":")[0] not in _NAMES:
            self._answer(421, "text/plain; charset=utf-8", b"This server is for this machine alone.\n")
        elif path.startswith(_OWN):
            self._own(path.removeprefix(_OWN), query)
        else:
            self._page(path)

    def _own(self, name: str, page: str) -> None:
        if name == "version":
            content, _ = self._content(page)
            self._answer(200, "text/plain; charset=utf-8", _version(content, _panel(self._workshop)).encode())
        elif name in ("serve.js", "serve.css"):
            self._answer(200, _kind(name), (templates() / "site" / "serve" / name).read_bytes())
        else:
            self._answer(404, "text/plain; charset=utf-8", b"There is no such file.\n")

    def _page(self, path: str) -> None:
        content, known = self._content(path)
        is_page = not known or content.lstrip()[:9].lower() == b"<!doctype"
        kind = _HTML if is_page else _kind(path)
        self._answer(200 if known else 404, kind, self._with_news(content) if is_page else content)

    def _content(self, path: str) -> tuple[bytes, bool]:
        """What stands at a path, and whether anything does."""
        content = self._workshop.file(path)
        return (self._workshop.file(LOST) or _EMPTY, False) if content is None else (content, True)

    def _with_news(self, content: bytes) -> bytes:
        """A page with the findings at its top, and with the script that loads it again."""
        panel = _panel(self._workshop)
        head = (
            '<link rel="stylesheet" href="/-/serve.css">'
            '<script type="module" src="/-/serve.js" id="leadkit-serve"'
            f' data-version="{_version(content, panel)}"></script></head>'
        )
        content = content.replace(b"</head>", head.encode(), 1)
        before, body, after = content.partition(b"<body")
        tag, end, rest = after.partition(b">")
        return before + body + tag + end + panel.encode() + rest

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it so)
        """Say nothing: what is read on the site is nobody's business."""


def _asked(address: str) -> tuple[str, str]:
    """The path and the question of an address; of what is none, a path that leads nowhere."""
    try:
        asked = urlsplit(address)
    except ValueError:
        return "/..", ""
    return unquote(asked.path), unquote(asked.query)


def _version(content: bytes, panel: str) -> str:
    """What tells a page as it is now from the same page as it was."""
    return digest_of(content + panel.encode())


def _kind(path: str) -> str:
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    kind = "text/javascript" if path.endswith(".js") else kind
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _panel(workshop: Workshop) -> str:
    """What keeps the programs from being shown as they are now."""
    if not workshop.errors:
        return ""
    items = "".join(
        f"<li>{escape(told)}{f'<br>{escape(remedy)}' if remedy else ''}</li>"
        for told, remedy in as_lines(workshop.errors)
    )
    title = "Not shown yet: the program has errors. Below is the site as it was before."
    return f'<section id="leadkit-findings" lang="en" aria-label="Findings"><p>{title}</p><ul>{items}</ul></section>'
