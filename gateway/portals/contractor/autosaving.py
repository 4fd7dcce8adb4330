"""A page that saves by itself while somebody writes; nothing of others' is overwritten unseen."""

from __future__ import annotations

from fastapi import Response
from fastapi.responses import JSONResponse

from gateway.portals.contractor.saving import (
    Saved,
    Written,
    compared,
    save_beside_others,
    save_what_fits,
)
from gateway.portals.contractor.step_page import Place
from gateway.portals.shared.forms import FAILURES, problem_for
from gateway.rpc import RemoteRefusal
from gateway.session import Caller
from gateway.texts import texts
from services.cases.contract.types.drafts import DraftComparison
from services.chassis import clock
from services.chassis.i18n import show_time

CONFLICT = 409


async def autosave(caller: Caller, here: Place, written: Written) -> Response:
    """What the page is to say beside the form; a page behind the draft is told to catch up.

    Others' changes in other steps are none of this page's: it goes on with the new version. When
    they are in this step, nothing is saved from here until the person has seen them.
    """
    try:
        try:
            return _told(caller, await save_what_fits(caller, written))
        except RemoteRefusal as refusal:
            if refusal.code != "StaleVersion":
                raise
        others, _ = await compared(caller, written)
        if {view.name for view in here.step.fields}.isdisjoint(others.theirs):
            return _told(caller, await save_beside_others(caller, written))
        return _behind(caller, others)
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return JSONResponse({"words": problem.title}, problem.status)


def _told(caller: Caller, saved: Saved) -> Response:
    say = texts().bound(caller.language)
    at = show_time(clock.now(), caller.language)
    words = say("wizard.saved_but" if saved.problem else "wizard.saved", time=at)
    return JSONResponse({"words": words, "version": saved.case.version})


def _behind(caller: Caller, others: DraftComparison) -> Response:
    by = others.edited.by.name if others.edited else ""
    words = texts().text("draft.behind", caller.language, name=by)
    return JSONResponse({"words": words, "behind": True}, CONFLICT)
