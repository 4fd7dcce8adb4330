"""How the pages word things: Norwegian bokmål, Norwegian time."""

from datetime import datetime

from . import clock
from .faults import Fault
from .message import Call, Message, Sms

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
SMS_STATUS = {
    "accepted": "Mottatt av operatøren",
    "queued": "I kø",
    "sent": "Sendt",
    "delivered": "Levert",
    "undelivered": "Ikke levert",
    "failed": "Feilet",
    "received": "Mottatt av portalen",
}
CALL_STATUS = {
    "queued": "I kø",
    "initiated": "Slår nummeret",
    "ringing": "Ringer",
    "in-progress": "Pågår",
    "completed": "Avsluttet",
    "no-answer": "Ikke besvart",
    "busy": "Opptatt",
    "canceled": "Avbrutt av den som ringte",
    "failed": "Feilet",
}
TARGETS = {
    "sms": "SMS",
    "call": "Samtaler",
    "registry": "Enhetsregisteret",
    "addresses": "Kartverkets adresser",
    "smtp": "E-post",
}
MODES = {
    "429": "svarer «for mange forespørsler» (429)",
    "500": "svarer med intern feil (500)",
    "hang": "svarer ikke",
    "accept-then-drop": "sier ja, men ingenting kommer fram",
    "answer-lost": "kommer fram, men svaret går tapt",
    "late-callback": "melder status for sent",
    "duplicate-callback": "melder hver status to ganger",
    "undelivered": "blir ikke levert",
    "no-answer": "blir ikke besvart",
    "busy": "får opptattsignal",
    "failed": "feiler",
}


def moment(value: datetime) -> str:
    """``kl. 14.03`` today, ``2. mars kl. 14.03`` this year, with the year otherwise."""
    local, today = value.astimezone(clock.NORWAY), clock.now().astimezone(clock.NORWAY)
    time = f"kl.\N{NO-BREAK SPACE}{local:%H.%M}"
    if local.date() == today.date():
        return time
    day = f"{local.day}. {MONTHS[local.month - 1]}"
    return f"{day} {time}" if local.year == today.year else f"{day} {local.year} {time}"


def status(message: Message) -> str:
    """The status as a person would say it."""
    words = CALL_STATUS if isinstance(message, Call) else SMS_STATUS
    return words.get(message.status, message.status)


def duration(call: Call) -> str:
    """Length of a conversation; empty while it goes on and when nobody answered."""
    if call.seconds is None or call.answered_at is None:
        return ""
    minutes, seconds = divmod(call.seconds, 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def size(octets: int) -> str:
    """A file's size with a decimal comma."""
    if octets < 1000:
        return f"{octets} byte"
    if octets < 1_000_000:
        return f"{octets / 1000:.0f} kB"
    return f"{octets / 1_000_000:.1f} MB".replace(".", ",")


def fault(on: Fault) -> str:
    """A fault that is on, in a sentence."""
    only = f" (bare {on.to})" if on.to else ""
    return f"{TARGETS[on.target]} {MODES[on.mode]}{only}"


def excerpt(message: Message) -> str:
    """The first line of a message for a list."""
    if isinstance(message, Call):
        return f"Samtale: {status(message).lower()}"
    first = " ".join(message.text.split())
    text = first if len(first) <= 90 else f"{first[:89]}…"
    outgoing = isinstance(message, Sms) and message.direction == "inbound"
    return f"Du: {text}" if outgoing else text
