"""Somebody takes out all that identity knows of them."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.privacy import ExportMe
from services.identity.contract.types.privacy import PersonExport
from services.identity.store import export, people
from services.identity.views.privacy import person_export


def export_me(request: ExportMe, work: Work) -> PersonExport:
    """Nothing secret: hashes and keys are left out. That it was taken out goes into the trail."""
    del request
    person = people.by_id(work.session, work.actor.user_id)
    work.record("data_exported", chain=f"person:{person.person_id}", facts={})
    return person_export(person, export.of(work.session, person), work.now)
