"""One page on loopback, for a browser that cannot open the file."""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from pipeline.commands.terminal import Printer
from pipeline.running.errors import UsageError

LOOPBACK = "127.0.0.1"


def page_server(content: str, port: int) -> HTTPServer:
    """Return a server of this one page on loopback; `port` 0 takes a free one. Raises UsageError for a taken port."""
    body = content.encode("utf-8")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            names = {f"{name}:{server.server_port}" for name in (LOOPBACK, "localhost")}
            # Any other name is a foreign page's, which a name server led here.
            right = self.path == "/" and self.headers.get("Host") in names
            self.send_response(200 if right else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body) if right else 0))
            self.end_headers()
            if right:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    try:
        server = HTTPServer((LOOPBACK, port), Handler)
    except OSError as error:
        raise UsageError(f"--port {port}: cannot be used ({error.strerror}); leave it out to take a free one") from None
    return server


def serve_page(content: str, port: int) -> None:
    """Serve the page until interrupted."""
    with page_server(content, port) as server:
        Printer().line(f"http://{LOOPBACK}:{server.server_port}/ shows the article; Ctrl-C ends it")
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
