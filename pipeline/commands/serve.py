"""`tallywire serve`: the page on loopback, each decision written into the decisions file as it is made."""

from __future__ import annotations

import json
import secrets
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

from pipeline.commands import decide
from pipeline.commands.desk import Desk
from pipeline.commands.terminal import Printer
from pipeline.running.errors import RunError, UsageError

LOOPBACK = "127.0.0.1"
MOST_BYTES = 10_000  # of one decision: two ids and a note
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def serve(out: Path, port: int, decisions: Path) -> None:
    """Serve the page of the current run until interrupted; `port` 0 takes a free one.

    Raises UsageError where there are no tables, the decisions file is of another form or the port is taken.
    """
    desk = Desk(out, decisions)
    desk.page()
    decide.read_decisions(decisions)
    try:
        server = PageServer(desk, port)
    except OSError as error:
        raise UsageError(f"--port {port}: cannot be used ({error.strerror}); leave it out to take a free one") from None
    with server:
        Printer().line(f"http://{LOOPBACK}:{server.server_port}/ shows {out}; decisions go into {decisions}")
        Printer().line("Ctrl-C ends it")
        sys.stdout.flush()  # the address is wanted now, also in a pipe
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


class PageServer(ThreadingHTTPServer):
    """Serves one desk on loopback, to pages it served itself."""

    daemon_threads = True
    allow_reuse_address = False  # a second server on the port is an error, not a competitor

    def __init__(self, desk: Desk, port: int = 0) -> None:
        """Listen on `port` of loopback, on a free one where it is 0. Raises OSError where it cannot."""
        super().__init__((LOOPBACK, port), _Handler)
        self.desk = desk

    @property
    def hosts(self) -> tuple[str, str]:
        """The names under which a browser here may ask; any other one came by way of a foreign name."""
        return f"{LOOPBACK}:{self.server_port}", f"localhost:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    timeout = 10  # seconds for a request to arrive
    protocol_version = "HTTP/1.0"  # one request a connection: nothing unread is left behind a refusal

    @property
    def _server(self) -> PageServer:
        return cast("PageServer", self.server)

    def do_GET(self) -> None:
        if not self._is_ours():
            return
        try:
            if self.path == "/":
                self._answer(HTTPStatus.OK, self._server.desk.page(), "text/html; charset=utf-8")
            elif self.path == "/decisions" and self._has_token():
                body = json.dumps(self._server.desk.rows()).encode("utf-8")
                self._answer(HTTPStatus.OK, body, "application/json")
            elif self.path != "/decisions":
                self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        except (UsageError, RunError) as error:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))

    def do_POST(self) -> None:
        if not self._is_ours() or not self._has_token():
            return
        row = self._decision()
        if row is None:
            return
        try:
            self._server.desk.keep(row)
        except UsageError as error:
            self._refuse(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
        except RunError as error:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        else:
            self._answer(HTTPStatus.OK, b"{}", "application/json")

    def _decision(self) -> tuple[str, str, str, str] | None:
        """Read the decision that was sent; None where it was refused."""
        length = self.headers.get("Content-Length", "")
        if self.path != "/decisions":
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        elif self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a decision comes as JSON")
        elif not (length.isascii() and length.isdecimal()) or int(length[:9]) > MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a decision has at most {MOST_BYTES} bytes")
        else:
            row = _row(self.rfile.read(int(length)))
            if row is None:
                self._refuse(HTTPStatus.BAD_REQUEST, "a decision has kind, id_a, id_b and note, each a text")
            return row
        return None

    def _is_ours(self) -> bool:
        """Refuse what another site's page asks: a foreign host name (rebinding), or a foreign origin."""
        host = self.headers.get("Host", "")
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        ours = host in self._server.hosts and origin in (None, f"http://{host}") and site in ("none", "same-origin")
        if not ours:
            self._refuse(HTTPStatus.FORBIDDEN, "only the page served here may ask")
        return ours

    def _has_token(self) -> bool:
        given = self.headers.get("X-Tallywire-Token", "")
        if secrets.compare_digest(given.encode(), self._server.desk.token.encode()):
            return True
        self._refuse(HTTPStatus.FORBIDDEN, "this page is of an earlier start of tallywire serve; load it again")
        return False

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        self._answer(status, reason.encode("utf-8"), "text/plain; charset=utf-8")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def version_string(self) -> str:
        return "tallywire"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a line a request would bury the address."""


def _row(body: bytes) -> tuple[str, str, str, str] | None:
    try:
        given = json.loads(body)
        cells = [given[name] for name in decide.COLUMNS]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not all(isinstance(cell, str) for cell in cells):
        return None
    kind, first, second, note = (cell.encode("utf-8", "replace").decode("utf-8") for cell in cells)
    return kind, first, second, note
