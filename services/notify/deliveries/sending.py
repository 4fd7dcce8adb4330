"""Do the thing: render, open the secret, hand it to the provider. No transaction is open here."""

from __future__ import annotations

from functools import lru_cache

from services.chassis import clock
from services.chassis.logging import logger
from services.chassis.seal import unseal
from services.notify.deliveries.task import Task
from services.notify.domain.outcome import Accepted, NeverSeen, Outcome, Refused, Unknown
from services.notify.messages import email_of, message, sms_of
from services.notify.providers.post import PostOffice
from services.notify.providers.telephone import TIMEOUT_SECONDS, Telephone
from services.notify.settings import addresses, mail_settings, seal_settings, twilio_settings

log = logger(__name__)


@lru_cache(maxsize=1)
def telephone() -> Telephone:
    """The telephone provider of this process."""
    return Telephone(
        twilio_settings(), addresses().public_url, pooled=True, timeout=TIMEOUT_SECONDS
    )


@lru_cache(maxsize=1)
def post_office() -> PostOffice:
    """The mail server of this process."""
    return PostOffice(mail_settings())


def carry_out(task: Task) -> Outcome | NeverSeen:
    """Send or look up. A message that cannot be made is refused, never a crash of the lane."""
    if task.expires_at is not None and task.expires_at <= clock.now():
        return Refused("too late")
    try:
        values = _opened(task)
    except (KeyError, ValueError, OSError) as problem:
        return Refused(f"cannot be made: {type(problem).__name__}")
    try:
        return _look_up(task, values) if task.step == "look_up" else _send(task, values)
    except KeyError:
        return Refused("cannot be made: a text or a value is missing")
    except Exception:
        log.exception("sending_broke")
        return Unknown("sending broke")


def _opened(task: Task) -> dict[str, str]:
    """The values with the secret in its place; for this moment only."""
    values = {**task.values, "utility": task.sender}
    placeholder = message(task.message).secret
    if placeholder is None or task.step == "look_up":
        return values
    if task.sealed is None:
        raise ValueError("the secret is gone")
    secret = unseal(task.sealed, seal_settings().seal_private_key)
    if "link" in values:
        values["link"] = values["link"].replace(f"{{{placeholder}}}", secret)
    return {**values, placeholder: secret}


def _send(task: Task, values: dict[str, str]) -> Outcome:
    if task.channel == "sms":
        words = sms_of(task.message, task.language, values)
        return telephone().text(task.recipient, words, task.delivery_id)
    if task.channel == "call":
        return telephone().ring(task.recipient, task.subject or "", task.delivery_id)
    mail = email_of(task.message, task.language, values)
    return post_office().send(
        task.recipient, mail, delivery_id=task.delivery_id, sender=task.sender
    )


def _look_up(task: Task, values: dict[str, str]) -> Accepted | NeverSeen | Unknown:
    if task.provider_id:
        return telephone().status_of(task.provider_id)
    words = sms_of(task.message, task.language, values)
    return telephone().find(task.recipient, words, task.known)
