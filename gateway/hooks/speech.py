"""What the person on call hears; bokmål, as alarms are read out in the utility's main language."""

from __future__ import annotations

from urllib.parse import urlencode

from twilio.twiml.voice_response import Gather, VoiceResponse

from gateway.texts import texts
from services.notify.contract.types import EmergencyReport, Place

LANGUAGE = "nb-NO"
LONGEST_DESCRIPTION = 400
ACKNOWLEDGE = "1"
SECONDS_TO_ANSWER = 10
TIMES = 3


def announcement(report: EmergencyReport | None, reference: str, home: str) -> str:
    """Say it, ask for a 1, say it again; TwiML."""
    said = _said(report)
    response = VoiceResponse()
    action = f"{home}/hooks/twilio/voice/ack?{urlencode({'ref': reference})}"
    for _ in range(TIMES):
        gather = Gather(
            num_digits=1, action=action, method="POST", timeout=SECONDS_TO_ANSWER, input="dtmf"
        )
        gather.say(said, language=LANGUAGE)
        response.append(gather)
    return str(response)


def acknowledged() -> str:
    """It was taken."""
    return _only("voice.acknowledged")


def not_acknowledged() -> str:
    """Another key was pressed, or the address was not one of ours."""
    return _only("voice.not_acknowledged")


def _only(key: str) -> str:
    response = VoiceResponse()
    response.say(texts().text(key, "nb"), language=LANGUAGE)
    return str(response)


def _said(report: EmergencyReport | None) -> str:
    if report is None:
        return texts().text("voice.unknown", "nb")
    return texts().text(
        "voice.announcement",
        "nb",
        place=where(report.place),
        description=report.description[:LONGEST_DESCRIPTION].rstrip(". "),
    )


def where(place: Place) -> str:
    """The place as one would say it."""
    if place.address or place.text:
        return " ".join(part.strip(". ") for part in (place.address, place.text) if part)
    if place.gnr:
        return texts().text("voice.property", "nb", gnr=place.gnr, bnr=place.bnr or "")
    return texts().text("voice.point", "nb", lat=place.lat, lon=place.lon)
