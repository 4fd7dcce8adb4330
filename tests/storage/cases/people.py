"""Who acts in the stories."""

from __future__ import annotations

from services.chassis.messages import Actor

BERGEN, TRAINING = "bergen", "ovingsvann"

FIRM = Actor(
    audience="contractor",
    user_id="nora",
    name="Nora Muffe",
    firm_id="muffe",
    firm_name="Muffe Rør AS",
    firm_orgnr="311153056",
    firm_approved=True,
    utility=BERGEN,
    roles=frozenset({"applicant"}),
    professions=frozenset({"rorlegger", "konsulent"}),
)
COLLEAGUE = FIRM.model_copy(update={"user_id": "odd", "name": "Odd Kobling"})
READER = FIRM.model_copy(update={"user_id": "liv", "roles": frozenset({"reader"})})
STRANGER = FIRM.model_copy(update={"user_id": "stig", "firm_id": "sluk", "firm_name": "Sluk AS"})
ELSEWHERE = FIRM.model_copy(update={"utility": TRAINING})

CASEWORKER = Actor(
    audience="operator",
    user_id="signe",
    name="Signe Saker",
    utility=BERGEN,
    roles=frozenset({"caseworker"}),
)
APPROVER = CASEWORKER.model_copy(
    update={"user_id": "grete", "name": "Grete Godkjenner", "roles": frozenset({"approver"})}
)
BOTH = CASEWORKER.model_copy(
    update={"user_id": "begge", "roles": frozenset({"caseworker", "approver"})}
)
ADMINISTRATOR = CASEWORKER.model_copy(
    update={"user_id": "adam", "roles": frozenset({"administrator"})}
)
EDITOR = CASEWORKER.model_copy(update={"user_id": "eva", "roles": frozenset({"editor"})})
OTHER_STAFF = CASEWORKER.model_copy(update={"utility": TRAINING})
SYSTEM = Actor.system("documents", BERGEN)
