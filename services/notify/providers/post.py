"""E-mail over SMTP; a server that broke off after the data leaves the outcome unknown."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from services.chassis import clock
from services.notify.domain.outcome import (
    NOT_AN_ADDRESS,
    Accepted,
    NotTaken,
    Outcome,
    Refused,
    Unknown,
)
from services.notify.messages import Mail
from services.notify.settings import MailSettings

TIMEOUT_SECONDS = 10.0


class PostOffice:
    """One connection a message: what a server holds against one never meets another."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings

    def send(self, to: str, mail: Mail, *, delivery_id: str, sender: str) -> Outcome:
        """Hand it over. A repeated message has the same Message-ID, so readers see it once."""
        try:
            to = _as_servers_know_it(to)
            letter = self._letter(to, mail, delivery_id, sender)
        except ValueError:
            return Refused(NOT_AN_ADDRESS)
        try:
            server = smtplib.SMTP(
                self._settings.smtp_host, self._settings.smtp_port, timeout=TIMEOUT_SECONDS
            )
        except (smtplib.SMTPException, OSError):
            return NotTaken("not reached")
        try:
            return self._introduce(server, to) or _hand_over(server, letter)
        except UnicodeError:
            return Refused(NOT_AN_ADDRESS)
        except smtplib.SMTPResponseException as no:
            return _understood(no.smtp_code)
        except (smtplib.SMTPException, OSError):
            return NotTaken("not reached")
        finally:
            with suppress(smtplib.SMTPException, OSError):
                server.quit()

    def _introduce(self, server: smtplib.SMTP, to: str) -> Outcome | None:
        server.ehlo()
        if self._settings.environment == "production":
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        if self._settings.smtp_user:
            server.login(self._settings.smtp_user, self._settings.smtp_password.get_secret_value())
        for code, _ in (server.mail(self._settings.mail_from), server.rcpt(to)):
            if code >= 400:
                return _understood(code)
        return None

    def _letter(self, to: str, mail: Mail, delivery_id: str, sender: str) -> bytes:
        letter = EmailMessage()
        domain = self._settings.mail_from.rpartition("@")[2]
        letter["From"] = formataddr((sender, self._settings.mail_from))
        letter["To"] = to
        letter["Subject"] = mail.subject
        letter["Date"] = format_datetime(clock.now())
        letter["Message-ID"] = f"<{delivery_id}@{domain}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(mail.text, cte="quoted-printable")
        letter.add_alternative(mail.html, subtype="html", cte="quoted-printable")
        return letter.as_bytes(policy=SMTP)


def _as_servers_know_it(address: str) -> str:
    """`post@rør.example` -> `post@xn--rr-lka.example`. A ValueError for what is no domain."""
    mailbox, at, domain = address.rpartition("@")
    return mailbox + at + domain.encode("idna").decode()


def _hand_over(server: smtplib.SMTP, letter: bytes) -> Outcome:
    try:
        code, _ = server.data(letter)
    except smtplib.SMTPDataError as no:
        return _understood(no.smtp_code)
    except (smtplib.SMTPException, OSError):
        return Unknown("answer lost")
    return Accepted("", "sent") if code < 400 else _understood(code)


def _understood(code: int) -> Outcome:
    """RFC 5321, 4.2.1: 4yz may work later, 5yz never will."""
    problem = f"smtp {code}"
    return Refused(problem) if code >= 500 else NotTaken(problem)
