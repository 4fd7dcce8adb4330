"""Made-up callers, and the headers their clients send."""

from __future__ import annotations

from gateway.session.csrf import csrf_token
from services.chassis.messages import Actor

KARI = Actor(
    audience="contractor",
    user_id="kari",
    name="Kari Rør",
    firm_id="firm-1",
    firm_name="Rør AS",
    utility="fjordby",
    roles=frozenset({"firm_admin"}),
    professions=frozenset({"rorlegger"}),
    session_id="session-kari",
)
OLA = KARI.model_copy(update={"user_id": "ola", "firm_id": "firm-2", "session_id": "session-ola"})
SIGRID = Actor(
    audience="operator",
    user_id="sigrid",
    name="Sigrid Sak",
    utility="fjordby",
    roles=frozenset({"caseworker"}),
    session_id="session-sigrid",
)
REGISTRAR = SIGRID.model_copy(
    update={"roles": frozenset({"firm_registrar"}), "session_id": "session-registrar"}
)


def by_token(secret: str) -> dict[str, str]:
    """An API client."""
    return {"Authorization": f"Bearer {secret}"}


def by_cookie(secret: str, *, csrf: bool = True) -> dict[str, str]:
    """A browser; with `csrf`, our own page in it."""
    headers = {"Cookie": f"__Host-session={secret}"}
    return headers | ({"X-CSRF-Token": csrf_token(secret)} if csrf else {})
