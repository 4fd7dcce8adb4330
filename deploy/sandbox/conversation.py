"""A call that has been answered: follow the TwiML, speak, listen, do as it says."""

import asyncio
from dataclasses import dataclass

from . import twiml
from .callbacks import Answer, Callbacks, Parameters, PortalSilent, absolute
from .ledger import Ledger
from .loopback import NotLoopback
from .message import Call, Hook, Line, Listening

MOST_STEPS = 50
"""Documents one call may fetch: a redirect that never ends does end."""
SPEECH = 14.0
"""Characters a voice speaks in a second: listening lasts as long as the prompt plus the timeout."""
LONGEST_PAUSE = 10.0
LONGEST_LISTENING = 180.0
PRESS_WAIT = 3.0
"""Seconds a press waits for a call that is about to listen."""
REPLY_WAIT = 20.0


class NotListening(Exception):
    """The call does not wait for digits, or is over."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where the next document comes from."""

    hook: Hook
    extra: Parameters


class Conversation:
    """What is said and pressed between answering and hanging up."""

    def __init__(self, call: Call, ledger: Ledger, callbacks: Callbacks, about: Parameters) -> None:
        self._call = call
        self._ledger = ledger
        self._callbacks = callbacks
        self._about = about
        self._typed = ""
        self._pressed: asyncio.Future[str] | None = None
        self._turn = asyncio.Event()
        """Set while it is the person's turn, or when the call is over."""

    async def follow(self, first: Step | None, inline: str, fallback: Hook | None) -> None:
        """Speak the first document and every one it leads to, until one ends the call."""
        try:
            if first is None:
                await self._follow_from("", inline)
                return
            try:
                await self._fetch_and_follow(first)
            except (PortalSilent, NotLoopback, twiml.NotTwiml) as problem:
                if fallback is None:
                    raise
                error = {"ErrorCode": "11200", "ErrorUrl": first.hook.url}
                self._say(f"[Feil: {_reason(problem)}. Prøver reserveadressen.]")
                await self._fetch_and_follow(Step(fallback, error))
        except (PortalSilent, NotLoopback, twiml.NotTwiml) as problem:
            self._say(f"[Feil: {_reason(problem)}. Samtalen avsluttes.]")
        finally:
            self._pressed = None
            self._turn.set()

    async def press(self, digits: str) -> None:
        """Press keys; comes back when the portal has answered or more keys are wanted.

        Refuses with ``NotListening`` when no document waits for keys.
        """
        await self._wait_for_turn(PRESS_WAIT)
        listening = self._call.listening
        if self._pressed is None or self._pressed.done() or listening is None:
            raise NotListening
        self._hear(digits)
        self._typed += digits
        entry, ended = _entry(self._typed, listening)
        if not ended:
            return
        self._turn.clear()
        self._pressed.set_result(entry)
        await self._wait_for_turn(REPLY_WAIT)

    async def _wait_for_turn(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._turn.wait()
        except TimeoutError:
            return

    async def _follow_from(self, url: str, text: str) -> None:
        step = await self._perform(url, text)
        if step is not None:
            await self._fetch_and_follow(step)

    async def _fetch_and_follow(self, first: Step) -> None:
        step: Step | None = first
        for _ in range(MOST_STEPS):
            if step is None:
                return
            answer = await self._fetch(step)
            step = await self._perform(step.hook.url, answer.text)

    async def _fetch(self, step: Step) -> Answer:
        parameters = {**self._about, "CallStatus": self._call.status, **step.extra}
        answer = await self._callbacks.ask(step.hook, parameters)
        if not answer.ok:
            raise twiml.NotTwiml(f"portalen svarte {answer.status}")
        return answer

    async def _perform(self, url: str, text: str) -> Step | None:
        for verb in twiml.parse(text):
            match verb:
                case twiml.Gather():
                    step = await self._gather(url, verb)
                    if step is not None:
                        return step
                case twiml.Redirect():
                    return Step(Hook(url=absolute(url, verb.url), method=verb.method), {})
                case twiml.Hangup():
                    return None
                case twiml.Pause():
                    await asyncio.sleep(min(verb.seconds, LONGEST_PAUSE))
                case _:
                    self._speak(verb)
        return None

    async def _gather(self, url: str, gather: twiml.Gather) -> Step | None:
        spoken = sum(self._speak(prompt) for prompt in gather.prompts)
        window = min(LONGEST_LISTENING, spoken / SPEECH + gather.timeout)
        digits = await self._listen(gather, window)
        if not digits and not gather.even_when_empty:
            return None
        hook = Hook(url=absolute(url, gather.action), method=gather.method)
        return Step(hook, {"Digits": digits} if digits else {})

    async def _listen(self, gather: twiml.Gather, seconds: float) -> str:
        """The digits pressed; what was typed so far when the time is up."""
        self._typed = ""
        self._pressed = asyncio.get_running_loop().create_future()
        listening = Listening(digits=gather.digits, finish_on_key=gather.finish_on_key)
        self._ledger.change(self._call, listening=listening)
        self._turn.set()
        try:
            async with asyncio.timeout(seconds):
                return await self._pressed
        except TimeoutError:
            return self._typed
        finally:
            self._turn.clear()
            self._pressed = None
            self._ledger.change(self._call, listening=None)

    def _speak(self, verb: twiml.Verb) -> int:
        """Say a verb in words; tells how many characters a voice would have spoken."""
        match verb:
            case twiml.Say():
                for _ in range(min(verb.times, 3)):
                    self._say(verb.text)
                return len(verb.text) * verb.times
            case twiml.Play():
                self._say(f"[Spiller av lyd: {verb.url}]")
            case twiml.Dial():
                self._say(f"[Setter over til {verb.number}]")
            case twiml.Unknown():
                self._say(f"[Sandkassen kan ikke <{verb.name}>]")
            case _:
                pass
        return 0

    def _say(self, text: str) -> None:
        line = Line(who="portal", text=text)
        self._ledger.change(self._call, lines=[*self._call.lines, line])

    def _hear(self, digits: str) -> None:
        line = Line(who="person", text=digits)
        self._ledger.change(self._call, lines=[*self._call.lines, line])


def _entry(typed: str, listening: Listening) -> tuple[str, bool]:
    """The digits so far and whether they are complete.

    Without a wanted number a press counts as all the person meant to type.
    """
    key = listening.finish_on_key
    ended = bool(key) and key in typed
    digits = typed.partition(key)[0] if ended else typed
    if listening.digits is None:
        return digits, True
    return digits[: listening.digits], ended or len(digits) >= listening.digits


def _reason(problem: Exception) -> str:
    match problem:
        case PortalSilent():
            return "portalen svarte ikke"
        case NotLoopback():
            return "adressen er ikke på denne maskinen"
        case _:
            return str(problem)
