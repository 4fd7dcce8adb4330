"""All that identity knows of a person, for that person."""

from __future__ import annotations

from datetime import datetime

from services.chassis.messages import Message


class ExportedProfile(Message):
    """Who one is."""

    person_id: str
    name: str
    email: str
    mobile: str | None
    language: str
    created_at: datetime
    seen_at: datetime | None
    mobile_changed_at: datetime | None
    has_password: bool


class ExportedPlace(Message):
    """A place in a firm, or a post at a utility."""

    utility: str
    firm: str
    """Empty for a post."""
    orgnr: str
    roles: list[str]
    locked_at: datetime | None


class ExportedSession(Message):
    """A session of the last month."""

    portal: str
    device: str
    opened_at: datetime
    seen_at: datetime
    ended_at: datetime | None


class ExportedInvitation(Message):
    """An invitation to one's address, or one that one sent."""

    to: str
    roles: list[str]
    sent_at: datetime
    invited_by: str
    accepted_at: datetime | None


class ExportedEntry(Message):
    """An entry of the audit trail about one."""

    at: datetime
    tag: str
    by: str
    utility: str


class PersonExport(Message):
    """Everything, less secrets: passwords and keys are kept as hashes nobody can read."""

    made_at: datetime
    profile: ExportedProfile
    places: list[ExportedPlace]
    sessions: list[ExportedSession]
    invitations: list[ExportedInvitation]
    second_factors: list[str]
    trail: list[ExportedEntry]
    """Newest first, at most 1000."""
