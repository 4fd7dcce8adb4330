"""Somebody asks for an SMS code to prove themselves again."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import FieldError, InvalidRequest, Nothing
from services.identity.contract.operations.step_up import SendStepUpCode
from services.identity.steps.secured import own_session
from services.identity.steps.send_code import CodeTo, ensure_resend_is_due, send_code
from services.identity.store import people


def send_step_up_code(request: SendStepUpCode, work: Work) -> Nothing:
    """To the registered mobile, bound to this session. Raises TooManySends; a person without a
    mobile is refused as the field `method`.
    """
    del request
    held = own_session(work)
    person = people.by_id(work.session, held.person_id)
    if person.mobile is None:
        raise InvalidRequest(errors=[FieldError(field="method", code="not_set_up")])
    ensure_resend_is_due(work, "step_up", held.session_id)
    to = CodeTo.of_person(person, "step_up", held.session_id, person.mobile, held.utility)
    send_code(work, to)
    return Nothing()
