"""Codes and links to send, and whom to tell of a new number."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from services.identity.contract.events.aggregates import PersonEvent
from services.identity.contract.types.words import Language, Portal

CodePurpose = Literal["registration", "login", "enrolment", "invitation", "step_up", "mobile"]


LinkPurpose = Literal["registration", "enrolment", "password_reset"]


class CodeIssued(PersonEvent):
    """A one-time code to send by SMS; sealed to notify, worthless after `expires_at`."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"sealed_code", "mobile"})
    person_id: str
    purpose: CodePurpose
    mobile: str
    sealed_code: str
    expires_at: datetime
    language: Language


class LinkIssued(PersonEvent):
    """A link to send by e-mail; the token in it is sealed to notify.

    `path` is the portal page, with `{token}` where the token goes.
    """

    unaudited: ClassVar[frozenset[str]] = frozenset({"sealed_token", "email"})
    person_id: str
    purpose: LinkPurpose
    portal: Portal
    email: str
    path: str
    sealed_token: str
    expires_at: datetime
    language: Language
    firm_name: str = ""
    """The firm to be registered, when the link is for that."""


class MobileEnrolled(PersonEvent):
    """A person's mobile was registered or changed; the old contact is told."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"email", "old_mobile"})
    person_id: str
    email: str
    old_mobile: str | None
    language: Language
