"""Forms as browsers post them, and what was wrong with them, field by field."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData, UploadFile

from gateway.problem import Problem, problem_of
from gateway.rpc import CallFailed
from gateway.session import Caller
from services.chassis.ids import new_id
from services.chassis.messages import FieldError, InvalidRequest, Refusal

KEY = "key"
FAILURES = (CallFailed, Refusal)
"""What a page catches to show a form again with what was typed."""

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Posted:
    """A posted form: texts trimmed, files beside them."""

    data: FormData

    def text(self, name: str, default: str = "") -> str:
        """The field's text; the default when it is missing or a file."""
        value = self.data.get(name)
        return value.strip() if isinstance(value, str) else default

    def all(self, name: str) -> list[str]:
        """Every ticked value of the field."""
        return [value for value in self.data.getlist(name) if isinstance(value, str) and value]

    def files(self, name: str) -> list[UploadFile]:
        """The files chosen, without the empty one a browser sends for none."""
        chosen = [value for value in self.data.getlist(name) if isinstance(value, UploadFile)]
        return [file for file in chosen if file.filename]

    def names(self) -> list[str]:
        """Every field that came."""
        return list(dict.fromkeys(self.data.keys()))

    def typed(self) -> dict[str, Any]:
        """What to show again, emptied fields too; never a password or a code."""
        return {
            name: values if len(values := self.all(name)) > 1 else "".join(values)
            for name in self.names()
            if name not in ("password", "code", "csrf", KEY)
        }


async def posted(request: Request) -> Posted:
    """The form of this request."""
    return Posted(await request.form())


def keyed(caller: Caller, form: Posted) -> Caller:
    """The caller with a key made of the form's own and what is in it.

    A second click is the same request and changes nothing more; one who goes back and corrects
    the form sends another.
    """
    key = form.text(KEY)
    if not key:
        return replace(caller, key=new_id())
    said = "\0".join(f"{name}={_described(value)}" for name, value in form.data.multi_items())
    return replace(caller, key=hashlib.sha256(f"{caller.utility}\0{said}".encode()).hexdigest())


def _described(value: UploadFile | str) -> str:
    return value if isinstance(value, str) else f"{value.filename}:{value.size}"


def built(model: type[Model], values: Mapping[str, Any]) -> Model:
    """The contract's own check of a form. Refuses InvalidRequest, naming fields, never values."""
    try:
        return model.model_validate(values)
    except ValidationError as problem:
        raise InvalidRequest(
            errors=[
                FieldError(
                    field=".".join(str(part) for part in error["loc"]),
                    code="missing" if _is_empty(values, error["loc"]) else error["type"],
                    facts={
                        name: fact
                        for name, fact in error.get("ctx", {}).items()
                        if name in ("min_length", "max_length")
                    },
                )
                for error in problem.errors(include_input=False, include_url=False)
            ]
        ) from None


def _is_empty(values: Any, loc: tuple[int | str, ...]) -> bool:
    """Nothing was written there: to fill it in is better advice than how it is written."""
    for part in loc:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return False
    return values is None or values in ("", [])


def problem_for(caller: Caller, failure: Exception) -> Problem:
    """What to say of a failure, in the reader's language.

    One who must step up is not told so beside the form, but brought through it: raised again.
    """
    if isinstance(failure, CallFailed) and getattr(failure, "code", "") == "StepUpNeeded":
        raise failure
    return problem_of(failure, caller.language, caller.trace)
