"""One object of each kind, of the one firm at the one utility, by the names addresses use."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from services.chassis import clock
from tests.journeys.test_main_job_api import accepted, attach_and_submit, the_letter
from tests.proofs.borders.callers import AWAY, Town
from tests.support.waiting import until

Objects = dict[str, str]


def objects_of(town: Town) -> Objects:
    """What stands for `{case_id}` and the like; `draft` is the firm's alone."""
    admin = town["firm_admin"]
    draft = str(admin.post("/cases", {"type": "RORM"})["case_id"])
    case = str(admin.post("/cases", {"type": "RORM"})["case_id"])
    attach_and_submit(admin, case)
    until(
        lambda: town["caseworker"].ask("GET", f"/cases/{case}").status_code == 200,
        what="the case at the utility",
    )
    document = str(admin.get(f"/cases/{case}/documents")["items"][0]["document_id"])
    until(partial(accepted, admin, document), what="inspection")
    receipt = str(
        until(lambda: the_letter(admin, case, "receipt"), what="the receipt")["document_id"]
    )
    announced = {"filename": "plan.pdf", "size": 10, "kind": "ANNET"}
    upload = str(admin.post(f"/cases/{draft}/uploads", announced)["upload_id"])
    return {
        **town.spare,
        **_of_people(town),
        **_of_the_utility(town),
        "draft": draft,
        "case_id": case,
        "document_id": document,
        "letter_id": receipt,
        "upload_id": upload,
        "firm_id": town.firm_id,
        "person_id": town.spare["spare_user"],
        "session_id": town.spare["spare_session"],
        "name": "pipe_map",
        "key": "work",
        "id": "cases.none",
        "service": "cases",
        "event_id": "none",
        "release_id": "none",
        "view_id": "none",
        "passkey_id": "none",
        "party_id": "none",
        "case_type": "RORM",
        "qualification_id": "none",
        "exemption_id": "none",
        "away": AWAY,
        "own_orgnr": str(admin.get("/firm")["orgnr"]),
        "accept": "accept",
        "other_orgnr": str(town["other"].get("/firm")["orgnr"]),
        "other_firm": str(town["other"].get("/firm")["firm_id"]),
        "send": "send",
        "roller": "roller",
        "own_part": "cases",
        "code": "grense",
        "ta": "ta",
        "approve_page": "godkjenn",
        "emergency": "emergency",
    }


def _of_people(town: Town) -> Objects:
    admin = town["firm_admin"]
    key, another = (
        admin.post("/firm/api-keys", {"name": "Reserve", "scopes": ["cases:read"]})
        for _ in range(2)
    )
    address = f"invitert-{key['key_id'][-12:]}@grense.example"
    invited = admin.post("/firm/invitations", {"email": address, "roles": ["reader"]})
    colleague = town["administrator"].post(
        "/operator/staff/invitations", {"email": f"kollega-{address}", "roles": ["editor"]}
    )
    return {
        "key_id": str(key["key_id"]),
        "spare_key_2": str(another["key_id"]),
        "invitation_id": str(invited["invitation_id"]),
        "staff_invitation": str(colleague["invitation_id"]),
    }


def _of_the_utility(town: Town) -> Objects:
    begins = clock.now() + timedelta(days=200)
    freeze = town["administrator"].post(
        "/operator/freeze-windows",
        {
            "starts_at": begins.isoformat(),
            "ends_at": (begins + timedelta(days=1)).isoformat(),
            "blocks": ["orders"],
            "reason": {"nb": "Prøve", "nn": "Prøve", "en": "Trial"},
        },
    )
    incident = town["stranger"].post(
        "/emergencies",
        {
            "place": {"text": "Kaien"},
            "description": "Grenseprøve: vann i gata",
            "severity": 4,
            "reporter": {"name": "Ola", "phone": "+4790000077", "role": "other"},
        },
    )
    reference = str(incident["reference"])
    duty = town["duty_officer"]
    until(
        lambda: reference in str(duty.get("/operator/incidents")),
        what="the incident on the list",
    )
    words = {"nb": "Grense"}
    slug = f"grense-{reference.lower()}"
    post = {"slug": slug, "title": words, "lead": words, "body": words}
    town["editor"].post("/operator/news", post)
    zone = slug[-20:]
    town["administrator"].did("PUT", f"/operator/zones/{zone}", json={"name": "Grensesonen"})
    freeze_id = str(freeze["freeze_id"])
    return {"freeze_id": freeze_id, "reference": reference, "slug": slug, "zone": zone}
