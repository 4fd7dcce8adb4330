"""A running sandbox, a portal that notes what it is told, and patience with an end."""

import asyncio
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import httpx
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response as TwilioResponse
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from deploy.sandbox.serve import Running, running
from deploy.sandbox.settings import Settings

ACCOUNT = "AC" + "1" * 32
TOKEN = "a-made-up-token"
PORTAL_NUMBER = "+4759440000"
PERSON = "+4790000001"
PATIENCE = 10.0
T = TypeVar("T")


def until(look: Callable[[], T], seconds: float = PATIENCE) -> T:
    """Look again and again until there is something to see; fail after ``seconds``."""
    tick, end = threading.Event(), time.monotonic() + seconds
    while not (seen := look()):
        assert time.monotonic() < end, "waited in vain"
        tick.wait(0.02)
    return seen


@dataclass(frozen=True)
class Told:
    """One request the sandbox made to the portal."""

    path: str
    form: dict[str, str]
    signed: bool


@dataclass
class Portal:
    """Answers webhooks with what a test has put up, and remembers them."""

    told: list[Told] = field(default_factory=list)
    answers: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    root: str = ""
    test: int = 0

    @property
    def url(self) -> str:
        """Below it every test has its own path: late callbacks of the last one do not disturb."""
        return f"{self.root}/t{self.test}"

    def clear(self) -> None:
        self.test += 1
        self.told.clear()
        self.answers.clear()

    def at(self, path: str) -> list[dict[str, str]]:
        """The forms posted to a path, in order of arrival."""
        return [each.form for each in list(self.told) if each.path == path]

    def statuses(self, path: str, name: str = "MessageStatus") -> list[str]:
        return [form[name] for form in self.at(path)]

    def will_answer(self, path: str, *answers: str | tuple[int, str]) -> None:
        """Put up answers in turn; the last one stays."""
        self.answers[path] = [a if isinstance(a, tuple) else (200, a) for a in answers]

    def take_answer(self, path: str) -> tuple[int, str]:
        waiting = self.answers.get(path, [(204, "")])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


class PortalServer:
    """The portal on a free port, in a thread."""

    def __init__(self) -> None:
        self.portal = Portal()
        portal = self.portal

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                self._answer(dict(parse_qsl(self.rfile.read(length).decode())))

            def do_GET(self) -> None:
                self._answer({})

            def _answer(self, form: dict[str, str]) -> None:
                url = f"http://{self.headers['Host']}{self.path}"
                signature = self.headers.get("X-Twilio-Signature", "")
                signed = RequestValidator(TOKEN).validate(url, form, signature)
                path = self.path.partition("?")[0].removeprefix(f"/t{portal.test}")
                if not re.match(r"/t\d+/", path):
                    portal.told.append(Told(path, form, signed))
                status, body = portal.take_answer(path)
                content = body.encode()
                self.send_response(status)
                if status != 204:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(b"" if status == 204 else content)

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.portal.root = f"http://localhost:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join(5)
        self._server.server_close()


class Sandbox:
    """The sandbox on free ports, in a thread with its own loop."""

    def __init__(self, **settings: Any) -> None:
        self._settings = Settings(
            account_sid=ACCOUNT, auth_token=TOKEN, port=0, smtp_port=0, **settings
        )
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self.ports: Running | None = None
        self._thread = threading.Thread(target=asyncio.run, args=(self._serve(),))
        self._thread.start()
        assert self._ready.wait(PATIENCE), "the sandbox did not start"
        self.http = httpx.Client(base_url=self.url, timeout=PATIENCE, trust_env=False)

    @property
    def url(self) -> str:
        assert self.ports is not None
        return f"http://127.0.0.1:{self.ports.port}"

    @property
    def smtp_port(self) -> int:
        assert self.ports is not None
        return self.ports.smtp_port

    def client(self, token: str = TOKEN, timeout: float = PATIENCE) -> Client:
        """The real package, pointed here."""
        return Client(ACCOUNT, token, http_client=_Rerouted(self.url, timeout))

    def messages(self, to: str | None = None) -> list[dict[str, Any]]:
        found = self.http.get("/api/messages", params={"to": to} if to else {})
        listed: list[dict[str, Any]] = found.json()
        return listed

    def fault(self, target: str, mode: str, **more: Any) -> httpx.Response:
        return self.http.post("/api/faults", json={"target": target, "mode": mode, **more})

    def press(self, call: str, digit: str) -> httpx.Response:
        return self.http.post("/api/press", json={"call": call, "digit": digit})

    def close(self) -> None:
        self.http.close()
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with running(self._settings) as self.ports:
            self._ready.set()
            await self._stop.wait()


class _Rerouted(TwilioHttpClient):  # type: ignore[misc]  # no types in it
    """Twilio's own HTTP client with the host names swapped, as the portal's settings do."""

    def __init__(self, base: str, timeout: float) -> None:
        super().__init__(pool_connections=False, timeout=timeout)
        self._base = base

    def request(self, method: str, url: str, *args: Any, **more: Any) -> TwilioResponse:
        for vendor in ("https://api.twilio.com", "https://lookups.twilio.com"):
            url = url.replace(vendor, self._base)
        return super().request(method, url, *args, **more)
