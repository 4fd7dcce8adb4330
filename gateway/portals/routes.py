"""Every page of the two portals."""

from __future__ import annotations

from fastapi import FastAPI

from gateway.portals import contractor, operator, shared


def add_routes(app: FastAPI) -> None:
    """Pages of one portal do not exist on the other; the shared ones exist on both."""
    for part in (contractor, operator, shared):
        app.include_router(part.router)
