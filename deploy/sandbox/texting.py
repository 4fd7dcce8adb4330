"""Text messages on their way: to the phone, with what the portal is told, and back.

Statuses and parameters: https://www.twilio.com/docs/messaging/api/message-resource and the guide
"Outbound Message Status in Status Callbacks": the first status is in the answer, not in a callback.
"""

import asyncio
import uuid
from functools import partial

from . import clock, twiml
from .agenda import Agenda
from .callbacks import PAUSES, Callbacks, Parameters, PortalSilent
from .faults import Fault
from .ids import new_sid
from .ledger import Ledger
from .message import Hook, Sms
from .settings import Settings

SENT_AFTER = 0.05
DELIVERED_AFTER = 0.2
"""Seconds from one status to the next."""
ERROR_OF = {"undelivered": 30003, "failed": 30008}
"""30003 unreachable handset, 30008 unknown error: https://www.twilio.com/docs/api/errors."""


class Texting:
    """Delivers texts to phones and carries replies to the portal."""

    def __init__(
        self, settings: Settings, ledger: Ledger, agenda: Agenda, callbacks: Callbacks
    ) -> None:
        self._settings = settings
        self._ledger = ledger
        self._agenda = agenda
        self._callbacks = callbacks

    def send(self, sms: Sms, fault: Fault | None = None) -> None:
        """Take a text from the portal; the fault decides whether and how it arrives."""
        sms.arrived = fault is None or fault.mode != "accept-then-drop"
        self._ledger.add(sms)
        if sms.arrived:
            self._soon(SENT_AFTER, sms, "sent", fault)

    def resume(self) -> None:
        """After a restart, finish what was on its way."""
        for message in self._ledger.newest():
            if isinstance(message, Sms) and message.status in {"accepted", "queued"}:
                self._soon(SENT_AFTER, message, "sent", None)
            elif isinstance(message, Sms) and message.status == "sent":
                self._soon(DELIVERED_AFTER, message, "delivered", None)

    async def reply(self, person: str, body: str, to: str | None = None) -> Sms:
        """The person writes to the portal; its TwiML answer may hold texts to send back."""
        sms = Sms(
            id=new_sid("SM"),
            to=to or self._number_that_wrote_to(person),
            sender=person,
            body=body,
            status="received",
            direction="inbound",
        )
        self._ledger.add(sms)
        hook = Hook(url=f"{self._settings.portal_url}/hooks/twilio/sms")
        parameters = self._about(sms) | {
            "SmsMessageSid": sms.id,
            "Body": body,
            "NumMedia": "0",
            "NumSegments": str(segments(body)),
        }
        try:
            answer = await self._callbacks.ask(hook, parameters)
            verbs = twiml.parse(answer.text) if answer.ok else None
        except (PortalSilent, twiml.NotTwiml):
            verbs = None
        if verbs is None:
            self._ledger.change(sms, status="failed")
            return sms
        for verb in verbs:
            if isinstance(verb, twiml.Text):
                self._answer(sms, verb)
        return sms

    def _answer(self, inbound: Sms, text: twiml.Text) -> None:
        self.send(
            Sms(
                id=new_sid("SM"),
                to=text.to or inbound.sender,
                sender=inbound.to,
                body=text.body,
                status="queued",
                direction="outbound-reply",
            )
        )

    def _soon(self, delay: float, sms: Sms, status: str, fault: Fault | None) -> None:
        asyncio.get_running_loop().call_later(delay, self._reach, sms, status, fault)

    def _reach(self, sms: Sms, status: str, fault: Fault | None) -> None:
        if status == "delivered" and fault is not None and fault.mode in ERROR_OF:
            self._ledger.change(sms, status=fault.mode, error_code=ERROR_OF[fault.mode])
        elif status == "delivered":
            self._ledger.change(sms, status=status, delivered_at=clock.now())
        else:
            self._ledger.change(sms, status=status)
            self._soon(DELIVERED_AFTER, sms, "delivered", fault)
        self._plan_to_tell(sms, fault)

    def _plan_to_tell(self, sms: Sms, fault: Fault | None) -> None:
        if sms.callback is None:
            return
        parameters = self._about(sms)
        if sms.error_code is not None:
            parameters["ErrorCode"] = str(sms.error_code)
        late = fault.delay if fault is not None and fault.mode == "late-callback" else 0.0
        twice = fault is not None and fault.mode == "duplicate-callback"
        for _ in range(2 if twice else 1):
            tell = partial(self._tell, sms.callback, parameters, str(uuid.uuid4()), PAUSES)
            self._agenda.after(late, tell)

    async def _tell(
        self, hook: Hook, parameters: Parameters, token: str, pauses: tuple[float, ...]
    ) -> None:
        """Tell the portal once; plan the next try instead of holding a worker."""
        answer = await self._callbacks.try_to_tell(hook, parameters, token)
        if answer.status >= 500 and pauses:
            again = partial(self._tell, hook, parameters, token, pauses[1:])
            self._agenda.after(pauses[0], again)

    def _about(self, sms: Sms) -> Parameters:
        about = {
            "AccountSid": self._settings.account_sid,
            "ApiVersion": "2010-04-01",
            "From": sms.sender,
            "MessageSid": sms.id,
            "MessageStatus": sms.status,
            "SmsSid": sms.id,
            "SmsStatus": sms.status,
            "To": sms.to,
        }
        if sms.direction == "inbound":
            del about["MessageStatus"]
        if sms.service_sid:
            about["MessagingServiceSid"] = sms.service_sid
        return about

    def _number_that_wrote_to(self, person: str) -> str:
        for message in self._ledger.of_person(person):
            if message.person == message.to and message.sender.startswith("+"):
                return message.sender
        return self._settings.portal_number


GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_DOUBLE = frozenset("^{}\\[~]|€\f")


def segments(body: str) -> int:
    """How many messages a text is split into (GSM 03.38 alphabet, else UCS-2; 3GPP TS 23.038)."""
    if all(letter in GSM or letter in GSM_DOUBLE for letter in body):
        length = sum(2 if letter in GSM_DOUBLE else 1 for letter in body)
        single, several = 160, 153
    else:
        length = len(body.encode("utf-16-le")) // 2
        single, several = 70, 67
    return 1 if length <= single else -(-length // several)
