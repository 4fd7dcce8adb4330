"""The contractor portal: firms apply, answer and follow their cases; the public part for all."""

from __future__ import annotations

from fastapi import APIRouter

from gateway.portals.contractor.pages import (
    after_decision,
    answers,
    api_keys,
    case,
    cases,
    catalogue,
    dialogue,
    draft_versions,
    drafts,
    emergency,
    find_firm,
    firm,
    firm_links,
    front,
    invitations,
    news,
    parties,
    qualifications,
    register,
    submit,
    users,
    versions,
    wizard,
)

router = APIRouter()
for _part in (
    front,
    catalogue,
    find_firm,
    firm,
    firm_links,
    qualifications,
    register,
    news,
    emergency,
    invitations,
    cases,
    drafts,
    case,
    answers,
    dialogue,
    after_decision,
    parties,
    versions,
    wizard,
    submit,
    draft_versions,
    api_keys,
    users,
):
    router.include_router(_part.router)

__all__ = ["router"]
