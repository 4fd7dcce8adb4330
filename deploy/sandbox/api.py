"""What tests and the demo ask of the outside world: read messages, play the person, set faults."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field, model_validator

from .conversation import NotListening
from .faults import LIFETIME, MODES, Mode, Target
from .message import Call, Kind, Mail, Message, Sms
from .parties import canonical, is_phone
from .world import TheWorld

router = APIRouter(prefix="/api", tags=["Sandbox"])


class Reply(BaseModel):
    """A person writes a text to the portal; ``to`` defaults to the number that wrote last."""

    model_config = ConfigDict(populate_by_name=True)

    sender: str = Field(alias="from", max_length=30)
    body: str = Field(min_length=1, max_length=1600)
    to: str | None = Field(default=None, max_length=30)


class Press(BaseModel):
    """A person presses keys during a call."""

    call: str = Field(max_length=40)
    digit: str = Field(pattern=r"^[0-9*#]{1,32}$")


class HangUp(BaseModel):
    """A person hangs up."""

    call: str = Field(max_length=40)


class SetFault(BaseModel):
    """Make a target fail: ``none`` ends it, ``all`` means every target that knows the mode."""

    target: Target | Literal["all"]
    mode: Mode | Literal["none"]
    count: int | None = Field(default=None, ge=1, le=100_000)
    seconds: float | None = Field(default=None, gt=0, le=LIFETIME)
    to: str | None = Field(default=None, max_length=254)

    @model_validator(mode="after")
    def known(self) -> "SetFault":
        """A mode the target cannot play is a mistake in the test, so say it."""
        if not self.targets():
            raise ValueError(f"{self.target} cannot play {self.mode}")
        return self

    def targets(self) -> list[Target]:
        asked = [target for target in MODES if self.target in {target, "all"}]
        return [target for target in asked if self.mode == "none" or self.mode in MODES[target]]


@router.get("/messages")
async def messages(
    world: TheWorld,
    to: Annotated[str | None, Query(max_length=254)] = None,
    kind: Kind | None = None,
    limit: Annotated[int, Query(ge=1, le=20_000)] = 20_000,
) -> list[dict[str, Any]]:
    """What has reached people, newest first."""
    found = (m for m in world.ledger.newest(to) if kind in {None, m.KIND})
    return [view(message) for message, _ in zip(found, range(limit), strict=False)]


@router.get("/messages/{id}")
async def message(id: str, world: TheWorld) -> dict[str, Any]:
    """One message."""
    found = world.ledger.get(id)
    if found is None or not found.arrived:
        raise HTTPException(404, "no such message")
    return view(found)


@router.delete("/messages")
async def forget(world: TheWorld) -> dict[str, int]:
    """Empty every phone and mailbox, for tests."""
    return {"deleted": world.ledger.clear()}


@router.post("/reply", status_code=201)
async def reply(request: Reply, world: TheWorld) -> dict[str, Any]:
    """Send a text to the portal; 502 when the portal did not take it."""
    person = canonical(request.sender)
    if not is_phone(person):
        raise HTTPException(422, "from is not a phone number")
    to = canonical(request.to) if request.to else None
    sms = await world.texting.reply(person, request.body, to)
    if sms.status == "failed":
        raise HTTPException(502, "the portal did not take the text")
    return view(sms)


@router.post("/press")
async def press(request: Press, world: TheWorld) -> dict[str, Any]:
    """Press keys; answers with the call after the portal's reaction. 409 when nobody listens."""
    found = _call(request.call, world)
    try:
        await world.exchange.press(found.id, request.digit)
    except NotListening:
        raise HTTPException(409, "the call does not wait for digits") from None
    return view(found)


@router.post("/hangup")
async def hang_up(request: HangUp, world: TheWorld) -> dict[str, Any]:
    """The person hangs up, or does not take the call."""
    found = _call(request.call, world)
    await world.exchange.hang_up(found.id, "completed" if found.answered_at else "busy")
    return view(found)


@router.get("/faults")
async def faults(world: TheWorld) -> list[dict[str, Any]]:
    """The faults that are on."""
    return [fault.view() for fault in world.faults.active()]


@router.post("/faults")
async def set_fault(request: SetFault, world: TheWorld) -> list[dict[str, Any]]:
    """Set or end a fault; answers with those that are on."""
    for target in request.targets():
        if request.mode == "none":
            world.faults.lift(target)
        else:
            world.faults.set(
                target,
                request.mode,
                count=request.count,
                seconds=request.seconds,
                to=canonical(request.to) if request.to else None,
            )
    return await faults(world)


def view(message: Message) -> dict[str, Any]:
    """A message as tests read it."""
    common = {
        "id": message.id,
        "to": message.to,
        "from": message.sender,
        "body": message.text,
        "kind": message.KIND,
        "sent_at": message.sent_at.isoformat(),
        "status": message.status,
    }
    match message:
        case Sms():
            return common | {"direction": message.direction}
        case Call():
            lines = [{"who": line.who, "text": line.text} for line in message.lines]
            return common | {"lines": lines, "listening": message.listening is not None}
        case Mail():
            files = [{"name": file.name, "size": file.size} for file in message.attachments]
            return common | {
                "subject": message.subject,
                "html": message.html,
                "attachments": files,
            }
    return common


def _call(id: str, world: TheWorld) -> Call:
    found = world.ledger.get(id)
    if not isinstance(found, Call) or not found.arrived:
        raise HTTPException(404, "no such call")
    return found
