"""Routes that exist on one portal only: both have a `/` and a `/saker/{id}` of their own."""

from __future__ import annotations

from typing import ClassVar

from fastapi import APIRouter
from starlette.routing import Match
from starlette.types import Scope

from gateway.session import AccessRoute
from gateway.settings import Portal


class _PortalRoute(AccessRoute):
    """Matches requests to its portal and lets the others pass on."""

    portal: ClassVar[Portal]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As usual, on this portal."""
        if scope.get("portal") != self.portal:
            return Match.NONE, {}
        return super().matches(scope)


class ContractorRoute(_PortalRoute):
    """On the contractor portal."""

    portal = "contractor"


class OperatorRoute(_PortalRoute):
    """On the operator portal."""

    portal = "operator"


def contractor_pages() -> APIRouter:
    """A router of pages for firms and the public."""
    return APIRouter(route_class=ContractorRoute, include_in_schema=False)


def operator_pages() -> APIRouter:
    """A router of pages for the utility's own people."""
    return APIRouter(route_class=OperatorRoute, include_in_schema=False)


def shared_pages() -> APIRouter:
    """A router of pages both portals have."""
    return APIRouter(route_class=AccessRoute, include_in_schema=False)
