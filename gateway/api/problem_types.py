"""What a problem's `type` leads to: its meaning, in the reader's language."""

from __future__ import annotations

from gateway.api.bodies import PathId
from gateway.api.router import resource
from gateway.refusals import PageNotFound
from gateway.session import Public
from gateway.texts import texts
from services.chassis.messages import Message

router = resource("problems")


class ProblemType(Message):
    """A kind of problem."""

    code: str
    title: str


@router.get("/problems/{code}", summary="What a problem means")
async def get_problem_type(caller: Public, code: PathId) -> ProblemType:
    key = f"refusal.{code}"
    if not texts().has(key, caller.language):
        raise PageNotFound
    return ProblemType(code=code, title=texts().text(key, caller.language))
