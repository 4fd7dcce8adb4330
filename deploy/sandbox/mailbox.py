"""The mail server of the outside world: takes every e-mail and keeps what a reader sees of it."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, Envelope, Session

from .faults import Fault
from .ids import new_sid
from .mail_text import text_of_html
from .message import Attachment, Mail
from .parties import canonical
from .world import World

MOST_BYTES = 30 * 1024 * 1024
MOST_TEXT = 256 * 1024
"""Characters kept of each part."""


class Mailbox:
    """An aiosmtpd handler: one ledger entry per recipient."""

    def __init__(self, world: World) -> None:
        self._world = world

    def server(self) -> SMTP:
        """The protocol of one connection."""
        return SMTP(
            self, data_size_limit=MOST_BYTES, enable_SMTPUTF8=True, ident="Sandkasse", timeout=60
        )

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        fault = self._world.fault_for("smtp", canonical(envelope.rcpt_tos[0]))
        refusal = await _met(fault)
        if refusal is not None:
            return refusal
        if fault is None or fault.mode != "accept-then-drop":
            self._keep(envelope)
        return "250 2.0.0 OK"

    def _keep(self, envelope: Envelope) -> None:
        content = envelope.original_content or b""
        parsed = message_from_bytes(content, policy=policy.default)
        text, html = _part(parsed, "plain"), _part(parsed, "html")
        for recipient in envelope.rcpt_tos:
            mail = Mail(
                id=new_sid("EM"),
                to=canonical(recipient),
                sender=str(parsed["From"] or envelope.mail_from or ""),
                subject=str(parsed["Subject"] or ""),
                body=text if text is not None else text_of_html(html or ""),
                html=html,
                attachments=[_attachment(part) for part in parsed.iter_attachments()],
                status="delivered",
            )
            self._world.ledger.add(mail)
            self._world.metrics.messages.labels("email").inc()


async def _met(fault: Fault | None) -> str | None:
    """The reply code of a fault (RFC 3463), or None to go on."""
    match fault.mode if fault is not None else None:
        case "429":
            return "450 4.7.1 Too many messages, try again later"
        case "500":
            return "554 5.3.0 Mail system failure"
        case "hang" if fault is not None:
            await fault.hold()
            return "451 4.3.2 System not accepting messages"
    return None


def _part(message: EmailMessage, subtype: str) -> str | None:
    """The text of the part a reader would be shown, None when there is none."""
    part = message.get_body(preferencelist=(subtype,))
    if part is None:
        return None
    try:
        return str(part.get_content())[:MOST_TEXT]
    except (LookupError, ValueError):
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        return raw.decode("utf-8", errors="replace")[:MOST_TEXT]


def _attachment(part: EmailMessage) -> Attachment:
    payload = part.get_payload(decode=True)
    size = len(payload) if isinstance(payload, bytes) else len(part.as_bytes())
    return Attachment(name=part.get_filename() or part.get_content_type(), size=size)
