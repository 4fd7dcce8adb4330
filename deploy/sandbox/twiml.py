"""The part of TwiML a phone call in the sandbox understands.

Verbs and defaults follow https://www.twilio.com/docs/voice/twiml. An unknown verb is skipped,
as Twilio does, and said so.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET


class NotTwiml(ValueError):
    """The document is not TwiML (Twilio error 12100 or 12200)."""


@dataclass(frozen=True, slots=True)
class Say:
    text: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Play:
    url: str


@dataclass(frozen=True, slots=True)
class Pause:
    seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class Gather:
    """Listen for digits; the prompts are spoken while it listens. ``timeout`` in seconds."""

    action: str = ""
    method: str = "POST"
    digits: int | None = None
    timeout: float = 5.0
    finish_on_key: str = "#"
    even_when_empty: bool = False
    prompts: tuple["Verb", ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    url: str
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class Dial:
    number: str


@dataclass(frozen=True, slots=True)
class Text:
    """``<Message>`` of a reply to an inbound text."""

    body: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Hangup:
    pass


@dataclass(frozen=True, slots=True)
class Unknown:
    name: str


Verb = Say | Play | Pause | Gather | Redirect | Dial | Text | Hangup | Unknown


def parse(text: str) -> tuple[Verb, ...]:
    """The verbs of a document in order; raises ``NotTwiml``. Document types are refused."""
    if not text.strip():
        return ()
    if re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise NotTwiml("a document type is not allowed")
    try:
        root = ET.fromstring(text)  # noqa: S314 - entities need a document type, refused above
    except ET.ParseError as error:
        raise NotTwiml("not well-formed XML") from error
    if root.tag != "Response":
        raise NotTwiml("the root element is not Response")
    return tuple(_verb(element) for element in root)


def _verb(element: ET.Element) -> Verb:  # noqa: PLR0911 - one line per verb
    match element.tag:
        case "Say":
            return Say(_words(element), int(_number(element, "loop", 1)) or 1)
        case "Play":
            return Play(_words(element))
        case "Pause":
            return Pause(_number(element, "length", 1))
        case "Gather":
            return _gather(element)
        case "Redirect":
            return Redirect(_words(element), _method(element))
        case "Dial":
            return Dial(_words(element))
        case "Message":
            return Text(_words(element), element.get("to"))
        case "Hangup" | "Reject":
            return Hangup()
        case other:
            return Unknown(str(other))


def _gather(element: ET.Element) -> Gather:
    digits = int(_number(element, "numDigits", 0))
    return Gather(
        action=element.get("action", ""),
        method=_method(element),
        digits=digits or None,
        timeout=_number(element, "timeout", 5),
        finish_on_key=element.get("finishOnKey", "#"),
        even_when_empty=element.get("actionOnEmptyResult") == "true",
        prompts=tuple(_verb(child) for child in element if child.tag in {"Say", "Play", "Pause"}),
    )


def _words(element: ET.Element) -> str:
    """The element's text, also inside SSML and ``<Body>``, with the white space of speech."""
    return " ".join("".join(element.itertext()).split())


def _number(element: ET.Element, name: str, otherwise: float) -> float:
    try:
        return max(0.0, float(element.get(name, otherwise)))
    except ValueError:
        return otherwise


def _method(element: ET.Element) -> str:
    return "GET" if element.get("method", "").upper() == "GET" else "POST"
