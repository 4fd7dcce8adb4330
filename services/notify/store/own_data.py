"""What notify keeps of one person."""

from __future__ import annotations

from sqlalchemy import literal, null, select

from services.chassis.db.own_data import DEEDS, Rows, Section
from services.chassis.messages import Actor
from services.notify.model import Contact, Delivery


def contact(actor: Actor) -> Rows:
    """How the actor is reached, as identity last told."""
    return select(
        Contact.person_id.label("key"),
        null().label("at"),
        literal("").label("about"),
        Contact.name,
        Contact.email,
        Contact.mobile,
        Contact.language,
    ).where(Contact.person_id == actor.user_id)


def deliveries(actor: Actor) -> Rows:
    """What was sent to the actor, or is to be; a code or link is never among the values."""
    return select(
        Delivery.id.label("key"),
        Delivery.created_at.label("at"),
        literal("").label("about"),
        Delivery.channel,
        Delivery.message,
        Delivery.recipient,
        Delivery.language,
        Delivery.values,
        Delivery.state,
        Delivery.sent_at,
    ).where(Delivery.person_id == actor.user_id, Delivery.utility.in_((actor.utility, "")))


SECTIONS = (Section("contact", contact), Section("delivery", deliveries), DEEDS)
