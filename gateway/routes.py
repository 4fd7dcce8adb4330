"""Every route of the gateway."""

from __future__ import annotations

import importlib.util

from fastapi import APIRouter, FastAPI

from gateway.api import (
    actions,
    addresses,
    api_keys,
    cases,
    catalogue,
    deeds,
    documents,
    drafts,
    emergencies,
    events,
    factors,
    firm,
    firms,
    invitations,
    me,
    messages,
    news,
    notices,
    overview,
    parties,
    passwords,
    privacy,
    problem_types,
    qualifications,
    registrations,
    sessions,
    step_up,
    trades,
    uploads,
    users,
)
from gateway.api.staff import catalogue as staff_catalogue
from gateway.api.staff import contacts as staff_contacts
from gateway.api.staff import firms as staff_firms
from gateway.api.staff import (
    freezes,
    inactivity,
    incidents,
    journal,
    letters,
    rules,
    running,
    trail,
    user_import,
)
from gateway.api.staff import news as staff_news
from gateway.api.staff import qualifications as staff_qualifications
from gateway.api.staff import staff as staff_people
from gateway.api.staff import two_factor as staff_two_factor
from gateway.api.staff import users as staff_users
from gateway.api.staff import zones as staff_zones
from gateway.edge import probes
from gateway.hooks import twilio

API: tuple[APIRouter, ...] = (
    catalogue.router,
    firms.router,
    trades.router,
    registrations.router,
    sessions.router,
    step_up.router,
    factors.router,
    passwords.router,
    me.router,
    privacy.router,
    deeds.router,
    firm.router,
    qualifications.router,
    api_keys.router,
    users.router,
    invitations.router,
    overview.router,
    cases.router,
    drafts.router,
    addresses.router,
    actions.router,
    messages.router,
    parties.router,
    uploads.router,
    documents.router,
    news.router,
    notices.router,
    emergencies.router,
    events.router,
    problem_types.router,
    staff_catalogue.router,
    staff_firms.router,
    staff_qualifications.router,
    user_import.router,
    staff_users.router,
    staff_people.router,
    freezes.router,
    rules.router,
    staff_two_factor.router,
    inactivity.router,
    staff_zones.router,
    staff_news.router,
    staff_contacts.router,
    incidents.router,
    journal.router,
    letters.router,
    running.router,
    trail.router,
)


def add_routes(app: FastAPI) -> None:
    """The API, the webhooks, the probes, and the portals' pages when they are there."""
    for router in (*API, twilio.router, probes.router):
        app.router.routes.extend(router.routes)  # flat: one list to match, to describe, to test
    if importlib.util.find_spec("gateway.portals.routes") is not None:
        importlib.import_module("gateway.portals.routes").add_routes(app)
