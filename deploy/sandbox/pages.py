"""The sandbox as a person sees it: phones and mailboxes, in bokmål, with or without JavaScript."""

from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import wording
from .conversation import NotListening
from .faults import MODES
from .mail_text import breakable, linked
from .message import Call, Mail
from .parties import canonical, is_phone, shown
from .world import TheWorld

MOST_SHOWN = 100
"""Messages shown of one phone or mailbox, and phones and mailboxes on the front page."""
KEYS = "123456789*0#"
PROBLEMS = {
    "lytter-ikke": "Samtalen venter ikke på tastetrykk akkurat nå.",
    "ikke-mottatt": "Portalen tok ikke imot meldingen.",
    "tom": "Skriv noe før du sender.",
}

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
_templates = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals.update(wording=wording, keys=KEYS, problems=PROBLEMS)
_templates.filters.update(
    linked=linked,
    shown=shown,
    path=lambda party: quote(party, safe="@+"),
    when=wording.moment,
    breakable=breakable,
)


async def _posted(request: Request) -> dict[str, str]:
    """The fields of a small form, each once."""
    fields = parse_qs((await request.body()).decode("utf-8", errors="replace"))
    return {name: values[0] for name, values in fields.items()}


Posted = Annotated[dict[str, str], Depends(_posted)]


@router.get("/")
async def front(world: TheWorld) -> str:
    """All phones and mailboxes, the latest used first."""
    people = world.ledger.people()
    phones = [person for person in people if "@" not in person][:MOST_SHOWN]
    mailboxes = [person for person in people if "@" in person][:MOST_SHOWN]
    return render(
        "front.html",
        phones=[(person, world.ledger.of_person(person)) for person in phones],
        mailboxes=[(person, world.ledger.of_person(person)) for person in mailboxes],
        faults=world.faults.active(),
    )


@router.get("/telefon")
async def find_phone(nummer: str = "") -> Response:
    """Open the phone someone typed the number of."""
    number = canonical(nummer)
    if not is_phone(number):
        return RedirectResponse("/", 303)
    return RedirectResponse(_phone(number), 303)


@router.get("/telefon/{number}")
async def phone(number: str, world: TheWorld, feil: str = "") -> str:
    """One phone: texts and calls, newest first."""
    person = canonical(number)
    if not is_phone(person):
        raise HTTPException(404)
    messages = world.ledger.of_person(person)
    return render("phone.html", person=person, messages=messages[:MOST_SHOWN], problem=feil)


@router.post("/telefon/{number}/svar")
async def answer(number: str, form: Posted, world: TheWorld) -> Response:
    """Write to the portal from this phone."""
    person, body = canonical(number), form.get("tekst", "").strip()[:1600]
    if not is_phone(person):
        raise HTTPException(404)
    if not body:
        return RedirectResponse(f"{_phone(person)}?feil=tom", 303)
    sms = await world.texting.reply(person, body)
    problem = "?feil=ikke-mottatt" if sms.status == "failed" else ""
    return RedirectResponse(_phone(person) + problem, 303)


@router.post("/telefon/{number}/tast")
async def press(number: str, form: Posted, world: TheWorld) -> Response:
    """Press a key in a call on this phone."""
    person, digit = canonical(number), form.get("tast", "")
    call = _call(world, person, form)
    try:
        if not digit or not set(digit) <= set(KEYS):
            raise NotListening
        await world.exchange.press(call.id, digit)
    except NotListening:
        return RedirectResponse(f"{_phone(person)}?feil=lytter-ikke", 303)
    return RedirectResponse(_phone(person), 303)


@router.post("/telefon/{number}/legg-pa")
async def hang_up(number: str, form: Posted, world: TheWorld) -> Response:
    """Hang up, or refuse the call."""
    call = _call(world, canonical(number), form)
    await world.exchange.hang_up(call.id, "completed" if call.answered_at else "busy")
    return RedirectResponse(_phone(canonical(number)), 303)


@router.get("/post/{address}")
async def mailbox(address: str, world: TheWorld) -> str:
    """One mailbox, newest first."""
    mails = world.ledger.of_person(address)
    return render("mailbox.html", address=canonical(address), mails=mails[:MOST_SHOWN])


@router.get("/post/{address}/{id}")
async def mail(address: str, id: str, world: TheWorld) -> str:
    """One e-mail: its words and links, the names of its files."""
    found = world.ledger.get(id)
    if not isinstance(found, Mail) or found.to != canonical(address):
        raise HTTPException(404)
    return render("mail.html", address=canonical(address), mail=found)


@router.post("/feil/slutt")
async def end_faults(world: TheWorld) -> Response:
    """End every fault."""
    for target in MODES:
        world.faults.lift(target)
    return RedirectResponse("/", 303)


def _call(world: TheWorld, person: str, form: dict[str, str]) -> Call:
    call = world.ledger.get(form.get("samtale", ""))
    if not isinstance(call, Call) or call.to != person:
        raise HTTPException(404)
    return call


def _phone(number: str) -> str:
    return f"/telefon/{quote(number, safe='+')}"


def render(name: str, **values: object) -> str:
    """A page of the sandbox."""
    return _templates.get_template(name).render(**values)
