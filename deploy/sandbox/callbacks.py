"""Twilio's side of a webhook: a signed request to the portal, retried a bounded number of times.

The signature is the one https://www.twilio.com/docs/usage/security describes, computed by the
vendor's own package.
"""

import asyncio
import logging
import uuid
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin

import aiohttp
from twilio.request_validator import RequestValidator
from yarl import URL

from .loopback import LoopbackResolver, ensure_loopback
from .message import Hook
from .metrics import Metrics

TIMEOUT = 15.0
"""Twilio gives up on a webhook after 15 seconds."""
PAUSES = (0.2, 1.0, 3.0)
"""Seconds before the second, third and fourth try."""
MOST_BYTES = 64 * 1024
"""The largest TwiML document Twilio reads."""

log = logging.getLogger(__name__)
Parameters = dict[str, str]


class PortalSilent(Exception):
    """The portal could not be reached or did not answer in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the portal answered."""

    status: int
    text: str

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


class Callbacks:
    """Calls the portal's webhooks, loopback only, redirects not followed. Open it in the loop."""

    def __init__(self, auth_token: str, metrics: Metrics) -> None:
        self._validator = RequestValidator(auth_token)
        self._metrics = metrics
        self._session: aiohttp.ClientSession | None = None

    def open(self) -> None:
        connector = aiohttp.TCPConnector(
            resolver=LoopbackResolver(), use_dns_cache=False, limit=0, keepalive_timeout=2.0
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=TIMEOUT),
            headers={"User-Agent": "TwilioProxy/1.1"},
        )

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def tell(self, hook: Hook, parameters: Parameters) -> bool:
        """Report a status; was it taken (2xx)? A 4xx is an answer, only silence and 5xx repeat."""
        token = str(uuid.uuid4())
        for pause in (*PAUSES, None):
            answer = await self.try_to_tell(hook, parameters, token)
            if answer.status < 500 or pause is None:
                return answer.ok
            await asyncio.sleep(pause)
        return False

    async def try_to_tell(self, hook: Hook, parameters: Parameters, token: str) -> Answer:
        """Report a status once; silence counts as 503."""
        try:
            return await self.ask(hook, parameters, token)
        except PortalSilent:
            return Answer(503, "")

    async def ask(self, hook: Hook, parameters: Parameters, token: str | None = None) -> Answer:
        """One signed request; raises ``PortalSilent``, or ``NotLoopback`` for a bad address."""
        ensure_loopback(hook.url)
        if self._session is None:
            raise PortalSilent
        url, form = _addressed(hook, parameters)
        headers = {
            "X-Twilio-Signature": self._validator.compute_signature(url, form),
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            "I-Twilio-Idempotency-Token": token or str(uuid.uuid4()),
        }
        try:
            async with self._session.request(
                hook.method,
                URL(url, encoded=True),
                data=urlencode(form) if form else None,
                headers=headers,
                allow_redirects=False,
            ) as response:
                body = await response.content.read(MOST_BYTES)
                text = body.decode("utf-8", errors="replace")
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            self._metrics.callbacks.labels("silent").inc()
            log.warning("no answer from the portal: %s", type(error).__name__)
            raise PortalSilent from error
        self._metrics.callbacks.labels(f"{response.status // 100}xx").inc()
        return Answer(response.status, text)


def absolute(base: str, address: str) -> str:
    """A TwiML address may be relative to the document it stands in."""
    return urljoin(base, address) if address else base


def _addressed(hook: Hook, parameters: Parameters) -> tuple[str, Parameters]:
    """A GET carries the parameters in the signed URL, a POST in the signed form."""
    url = hook.url.partition("#")[0]
    if hook.method != "GET":
        return url, parameters
    joint = "&" if "?" in url else "?"
    return url + joint + urlencode(parameters), {}
