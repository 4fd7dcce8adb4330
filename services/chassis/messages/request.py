"""Requests: what may be asked of a service, typed by what it answers."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar, cast

from pydantic import BaseModel, ConfigDict

from services.chassis.messages.naming import snake_case


class Message(BaseModel):
    """A frozen value on the wire; a rejected value never shows up in an error.

    Its validator is built when first used: a process knows hundreds and uses some.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        defer_build=True,
    )


class Nothing(Message):
    """The reply of an operation that has nothing to say but that it happened."""


Reply = TypeVar("Reply", bound=BaseModel)


class Request(Message, Generic[Reply]):
    """An order or a question to one service; the class name is the operation's name."""

    mutates: ClassVar[bool] = True
    secret_reply: ClassVar[bool] = False
    """True when the reply holds a secret: it is then not kept for a repeated key."""
    heavy: ClassVar[bool] = False
    """True when it hashes a password: few are let in at a time, so that they hold up no others."""
    seconds: ClassVar[float] = 5.0
    """How long the caller waits, in seconds; work past it is not started."""

    @classmethod
    def operation(cls) -> str:
        """`RequestInformation` -> `request_information`, the RPC method."""
        return snake_case(cls.__name__)

    @classmethod
    def served_by(cls) -> str:
        """The service whose contract defines the request."""
        parts = cls.__module__.split(".")
        return parts[parts.index("services") + 1]

    @classmethod
    def reply_type(cls) -> type[Reply]:
        """The model the reply is validated against."""
        for base in cls.__mro__:
            arguments = (
                cast(Any, base).__dict__.get("__pydantic_generic_metadata__", {}).get("args")
            )
            if arguments:
                return cast("type[Reply]", arguments[0])
        raise TypeError(f"{cls.__name__} does not name its reply")


class Command(Request[Reply], Generic[Reply]):
    """Changes something; carries an idempotency key."""


class Query(Request[Reply], Generic[Reply]):
    """Changes nothing; safe to repeat."""

    mutates: ClassVar[bool] = False
