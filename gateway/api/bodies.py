"""A request to a service from what came over HTTP: body, path and caller.

The body's schema is the contract's request less the fields the gateway fills in itself, so the
description of the API and its validation follow from the contract.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar

from fastapi import Body, Depends, Path, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError, create_model

from gateway.session import Caller
from services.chassis.messages import Message

Asked = TypeVar("Asked", bound=BaseModel)
Filled = Mapping[str, Callable[[Caller], Any]]
PathId = Annotated[str, Path(max_length=100)]


def _checked(asked: type[BaseModel], values: Mapping[str, Any]) -> BaseModel:
    """The request; what stands in the address is checked here, by the contract as well.

    Raises RequestValidationError, as FastAPI does of a body.
    """
    try:
        return asked.model_validate(values)
    except ValidationError as problem:
        raise RequestValidationError(
            [
                {**error, "loc": ("path", *error["loc"])}
                for error in problem.errors(include_url=False, include_input=False)
            ]
        ) from None


@cache
def body_model(asked: type[BaseModel], without: frozenset[str]) -> type[BaseModel]:
    """The fields a client sends, with the contract's own checks."""
    fields: dict[str, Any] = {
        name: (field.annotation, field)
        for name, field in asked.model_fields.items()
        if name not in without
    }
    return create_model(f"{asked.__name__}Body", __base__=Message, __doc__=asked.__doc__, **fields)


def from_body(asked: type[BaseModel], *path: str, fill: Filled | None = None) -> Any:
    """A dependency giving the request: `path` names fields that stand in the address.

    `fill` gives those the caller decides; a body may be left out when nothing in it is required.
    """
    filled = dict(fill or {})
    model = body_model(asked, frozenset((*path, *filled)))
    optional = not any(field.is_required() for field in model.model_fields.values())

    def build(http: Request, **given: Any) -> BaseModel:
        body: BaseModel | None = given.pop("body", None)
        values = body.model_dump(exclude_unset=True) if body is not None else {}
        caller: Caller = http.scope["caller"][1]
        values |= given | {name: value(caller) for name, value in filled.items()}
        return _checked(asked, values)

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter("http", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request),
        *(inspect.Parameter(name, keyword, annotation=PathId) for name in path),
    ]
    if model.model_fields:
        parameters.append(
            inspect.Parameter(
                "body",
                keyword,
                annotation=model | None if optional else model,
                default=Body(default=None) if optional else Body(),
            )
        )
    build.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # functions carry it
    return Depends(build)
