"""Liveness, readiness and metrics of a process, over plain HTTP on the loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

Check = Callable[[], None]
"""Raises when its part is not ready."""


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Probes are not worth a log line."""


def readiness(checks: Mapping[str, Check]) -> dict[str, str]:
    """Each part by name: `ok`, or the kind of its failure."""
    parts = {}
    for name, check in checks.items():
        try:
            check()
            parts[name] = "ok"
        except Exception as problem:
            parts[name] = type(problem).__name__
    return parts


def serve(port: int, checks: Mapping[str, Check]) -> WSGIServer | None:
    """Answer `/healthz`, `/readyz` and `/metrics` in a thread; port 0 serves nothing."""
    if not port:
        return None

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        path, status, kind = environ["PATH_INFO"], "200 OK", "application/json"
        if path == "/metrics":
            kind, body = CONTENT_TYPE_LATEST, generate_latest()
        elif path == "/healthz":
            body = b'{"status": "alive"}'
        elif path == "/readyz":
            parts = readiness(checks)
            if any(state != "ok" for state in parts.values()):
                status = "503 Service Unavailable"
            body = json.dumps(parts).encode()
        else:
            status, kind, body = "404 Not Found", "text/plain", b""
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

    server = make_server("127.0.0.1", port, application, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
