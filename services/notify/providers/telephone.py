"""Text messages and calls through Twilio; every answer becomes one of our outcomes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from urllib.parse import urlencode

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from services.notify.domain.outcome import Accepted, Found, NeverSeen, NotTaken, Outcome, Refused
from services.notify.domain.outcome import Unknown as Lost
from services.notify.settings import TwilioSettings

TIMEOUT_SECONDS = 8.0
RING_SECONDS = 45
CALL_EVENTS = ["initiated", "ringing", "answered", "completed"]
_OURS_TO_MEND = {401, 403, 429, 503}
"""Nothing was sent: our account, our rate, or a provider that is closed for the moment."""


class Telephone:
    """Twilio's REST API with a time limit on every request.

    `pooled` keeps connections open between requests, for a process that sends many.
    """

    def __init__(
        self, settings: TwilioSettings, public_url: str, *, pooled: bool, timeout: float
    ) -> None:
        self._from = settings.twilio_from
        self._public_url = public_url.rstrip("/")
        self._client = Client(
            settings.twilio_account_sid,
            settings.twilio_auth_token.get_secret_value(),
            http_client=TwilioHttpClient(pool_connections=pooled, timeout=timeout),
        )
        if settings.twilio_base_url:
            self._client.api.base_url = settings.twilio_base_url.rstrip("/")

    def text(self, to: str, body: str, delivery_id: str = "") -> Outcome:
        """Send a text message."""
        return _attempted(
            lambda: self._client.messages.create(
                to=to, from_=self._from, body=body, status_callback=self._callback(delivery_id)
            )
        )

    def ring(self, to: str, reference: str, delivery_id: str = "") -> Outcome:
        """Call a person about an incident; the gateway speaks and takes the key press."""
        url = f"{self._public_url}/hooks/twilio/voice/announce?{urlencode({'ref': reference})}"
        return _attempted(
            lambda: self._client.calls.create(
                to=to,
                from_=self._from,
                url=url,
                timeout=RING_SECONDS,
                status_callback=self._callback(delivery_id),
                status_callback_event=CALL_EVENTS,
            )
        )

    def status_of(self, provider_id: str) -> Found:
        """How a text message we know the name of is doing."""
        return _looked_up(lambda: [self._client.messages(provider_id).fetch()], lambda _: True)

    def find(self, to: str, body: str, known: Collection[str]) -> Found:
        """A text message whose name was lost: these words to that number, by no name we know."""

        def is_it(message: Any) -> bool:
            return bool(message.body == body and message.sid not in known)

        return _looked_up(lambda: self._client.messages.list(to=to, limit=50), is_it)

    def _callback(self, delivery_id: str) -> str:
        about = f"?{urlencode({'delivery': delivery_id})}" if delivery_id else ""
        return f"{self._public_url}/hooks/twilio/status{about}"


def _attempted(request: Callable[[], Any]) -> Outcome:
    try:
        answer = request()
    except TwilioRestException as no:
        return _understood(no)
    except requests.ConnectTimeout:
        return NotTaken("not reached")
    except requests.ConnectionError as problem:
        return NotTaken("not reached") if _never_connected(problem) else Lost("answer lost")
    except (requests.RequestException, TwilioException):
        return Lost("answer lost")
    return Accepted(str(answer.sid), str(answer.status))


def _understood(no: TwilioRestException) -> Outcome:
    problem = f"twilio {no.code or no.status}"
    if no.status in _OURS_TO_MEND:
        return NotTaken(problem)
    return Lost(problem) if no.status >= 500 else Refused(problem)


def _never_connected(problem: requests.ConnectionError) -> bool:
    """True when no byte of the request can have left: no route, refused, unknown name."""
    cause = problem.args[0] if problem.args else None
    reason = getattr(cause, "reason", cause)
    return type(reason).__name__ in {"NewConnectionError", "NameResolutionError"}


def _looked_up(request: Callable[[], list[Any]], is_it: Callable[[Any], bool]) -> Found:
    try:
        found = [message for message in request() if is_it(message)]
    except TwilioRestException as no:
        return NeverSeen() if no.status == 404 else Lost(f"twilio {no.code or no.status}")
    except (requests.RequestException, TwilioException):
        return Lost("answer lost")
    return Accepted(str(found[0].sid), str(found[0].status)) if found else NeverSeen()
