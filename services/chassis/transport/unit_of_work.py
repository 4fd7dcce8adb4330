"""Serving a call: who is it, what is asked, one transaction, one reply."""

from __future__ import annotations

import re
import time
from typing import Any

from nameko.extensions import DependencyProvider
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.chassis.db import idempotency
from services.chassis.db.ended_sessions import EndedSessions
from services.chassis.db.engine import engine
from services.chassis.db.transaction import begin
from services.chassis.logging import logger, traced
from services.chassis.messages import (
    Actor,
    Busy,
    FieldError,
    InvalidRequest,
    NotForYou,
    Refusal,
    SignInRequired,
)
from services.chassis.metrics import RPC_CALLS, RPC_DROPPED, RPC_SECONDS
from services.chassis.settings import settings
from services.chassis.tokens import TokenRefused, TokenVerifier
from services.chassis.transport.calls import Call
from services.chassis.transport.specs import AUDIENCES, OperationSpec

log = logger(__name__)
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""A NUL in a text of the body: PostgreSQL keeps none, and nothing has a use for one."""


class InternalFault(Refusal):
    """Something broke on our side; nothing was changed. The log holds the request id."""

    kind = "unavailable"


def invalid(problem: ValidationError) -> InvalidRequest:
    """Which fields are wrong and how; never what they held."""
    return InvalidRequest(
        errors=[
            FieldError(field=".".join(str(part) for part in error["loc"]), code=error["type"])
            for error in problem.errors(
                include_input=False, include_context=False, include_url=False
            )
        ]
    )


class UnitOfWork(DependencyProvider):
    """The only place that validates, opens the transaction, commits and maps refusals."""

    def setup(self) -> None:
        """Public keys and the memory of ended sessions."""
        self._verifier = TokenVerifier(settings().token_public_keys)
        self._ended = EndedSessions()

    def stop(self) -> None:
        """Let go of the connections."""
        engine().dispose()

    def get_dependency(self, worker_ctx: Any) -> UnitOfWork:
        """One unit of work serves every call of the process."""
        del worker_ctx
        return self

    def serve(self, spec: OperationSpec, call: Call) -> dict[str, Any]:
        """The reply of an operation, or its refusal; never an exception."""
        started = time.perf_counter()
        with traced(call.trace, operation=spec.name):
            try:
                reply, outcome = self._run(spec, call), "ok"
            except Refusal as refusal:
                reply, outcome = {"result": None, "error": refusal.on_the_wire()}, refusal.code
        RPC_CALLS.labels(spec.name, outcome).inc()
        RPC_SECONDS.labels(spec.name).observe(time.perf_counter() - started)
        return reply

    def _run(self, spec: OperationSpec, call: Call) -> dict[str, Any]:
        if call.late:
            RPC_DROPPED.labels("late").inc()
            raise Busy
        try:
            actor = self._actor(spec, call)
            return {"result": self._transact(spec, call, actor), "error": None}
        except ValidationError as problem:
            raise invalid(problem) from None
        except IntegrityError as problem:
            log.warning("lost_a_race", constraint=getattr(problem.orig, "pgcode", ""))
            raise Busy(retry_after=1) from None
        except (OperationalError, InterfaceError, PoolTimeout) as problem:
            log.warning("database_unavailable", problem=type(problem).__name__)
            raise Busy(retry_after=2) from None
        except DBAPIError as problem:
            if problem.connection_invalidated:
                raise Busy(retry_after=2) from None
            log.exception("operation_broke")
            raise InternalFault from None
        except Refusal:
            raise
        except Exception:
            log.exception("operation_broke")
            raise InternalFault from None

    def _actor(self, spec: OperationSpec, call: Call) -> Actor:
        if not call.token:
            if "public" not in spec.open_to:
                raise SignInRequired
            return Actor()
        try:
            actor = self._verifier.verify(call.token)
        except TokenRefused as problem:
            log.warning("token_refused", reason=str(problem))
            raise SignInRequired from None
        if actor.session_id and actor.session_id in self._ended:
            raise SignInRequired
        allowed = {AUDIENCES.get(caller) for caller in spec.open_to}
        if "public" not in spec.open_to and actor.audience not in allowed:
            raise NotForYou
        return actor

    def _transact(self, spec: OperationSpec, call: Call, actor: Actor) -> dict[str, Any]:
        if _NUL.search(call.body):
            raise InvalidRequest(errors=[FieldError(field="", code="string_unicode")])
        request = spec.request.model_validate_json(call.body)
        if not spec.request.mutates:
            with begin(actor, trace=call.trace) as work:
                return spec.run(request, work).model_dump(mode="json")
        if not call.key:
            raise InvalidRequest(errors=[FieldError(field="Idempotency-Key", code="missing")])
        with begin(actor, trace=call.trace) as work:
            claim = idempotency.claim(work, spec.name, call.key, call.body)
            if claim.reply is not None:
                return claim.reply
            try:
                reply = spec.run(request, work).model_dump(mode="json")
            except Refusal as refusal:
                if refusal.keeps:
                    idempotency.release(work, claim)
                raise
            if not spec.request.secret_reply:
                idempotency.keep(work, claim, reply)
        return reply
