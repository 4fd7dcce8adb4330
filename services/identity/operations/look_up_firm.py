"""Anybody asks what Enhetsregisteret says of a number."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.firms import LookUpFirm
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.store import enhetsregisteret


def look_up_firm(request: LookUpFirm, work: Work) -> RegistryAnswer:
    """What it said within the last day, else what it says now, or `unavailable`."""
    remembered = enhetsregisteret.fresh(work.session, request.orgnr, work.now)
    if remembered is not None:
        return remembered
    answer = enhetsregisteret.ask(request.orgnr)
    if answer.source == "enhetsregisteret":
        enhetsregisteret.remember(work.session, answer, work.now)
    return answer
