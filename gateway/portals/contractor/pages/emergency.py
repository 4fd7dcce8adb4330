"""Akutt: a number to ring first, a short report second. Needs no login and no living service."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from gateway.api.emergencies import EmergencyBody
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import contractor_pages
from gateway.session import AnyOrigin
from gateway.state import gateway_of

router = contractor_pages()
HAZARDS = ("ice", "undermining", "traffic", "electricity", "landslide", "other")
ROLES = ("rorlegger", "entreprenor", "subscriber", "police_fire", "employee", "other")


@router.get("/akutt")
async def show_emergency(request: Request, caller: AnyOrigin) -> Response:
    """The number and the form."""
    return await page(request, caller, "contractor/emergency.html", hazards=HAZARDS, roles=ROLES)


@router.post("/akutt")
async def report_emergency(request: Request, caller: AnyOrigin) -> Response:
    """Kept on disk before anything is answered; then the reference, and the number again."""
    form = await posted(request)
    gateway = gateway_of(request)
    try:
        body = built(EmergencyBody, _values(form))
        gateway.emergencies.rate.count(caller.address)
        facts = {**body.model_dump(exclude={"utility"}), "utility": caller.default_utility}
        report = await gateway.emergencies.take_in(facts, keyed(caller, form).key)
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await page(
            request,
            caller,
            "contractor/emergency.html",
            status=problem.status,
            problem=problem,
            typed=form.typed(),
            hazards=HAZARDS,
            roles=ROLES,
        )
    return await page(
        request,
        caller,
        "contractor/emergency_taken.html",
        status=201,
        reference=report.reference,
        severity=report.severity,
    )


def _values(form: Posted) -> dict[str, Any]:
    return {
        "place": {
            "address": form.text("place.address"),
            "text": form.text("place.text"),
            "lat": form.text("place.lat") or None,
            "lon": form.text("place.lon") or None,
        },
        "description": form.text("description"),
        "severity": form.text("severity") or None,
        "water_off": form.text("water_off", "no"),
        "hazards": form.all("hazards"),
        "reporter": {
            "name": form.text("reporter.name"),
            "phone": form.text("reporter.phone"),
            "role": form.text("reporter.role", "other"),
        },
    }
