"""Through the step-up and back, for every page that does something sensitive."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from fastapi import Request

from gateway.portals.shared.page import own_path
from gateway.session import Caller
from gateway.session.csrf import SAFE_METHODS
from services.chassis import clock
from services.identity.contract.errors import StepUpNeeded
from services.identity.contract.operations.factors import GetFactors
from services.identity.contract.types.factors import FactorsView

PATH = "/min-side/sikkerhet/bekreft"
SECURITY = "/min-side/sikkerhet"


async def stepped_up(caller: Caller) -> FactorsView:
    """How one gets in, when the last proof is fresh; asked before a sensitive form is shown.

    Raises StepUpNeeded, so that nothing is typed in vain: the error page brings one there.
    """
    factors = await caller.call(GetFactors())
    if factors.stepped_up_until <= clock.now():
        raise StepUpNeeded
    return factors


def step_up_path(request: Request) -> str:
    """The page that asks for a factor, and then leads back to where one was."""
    here = request.url
    if request.method not in SAFE_METHODS:
        here = here.replace(**_form_page(request))
    back = here.path + (f"?{here.query}" if here.query else "")
    return f"{PATH}?til={quote(own_path(back, SECURITY))}"


def _form_page(request: Request) -> dict[str, str]:
    """The page whose form was sent: browsers state it to their own site."""
    stated = urlsplit(request.headers.get("referer", ""))
    ours = stated.netloc == request.headers.get("host")
    return {"path": stated.path if ours else SECURITY, "query": stated.query if ours else ""}
