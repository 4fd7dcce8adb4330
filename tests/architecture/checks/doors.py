"""The gateway's routes: who may pass each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from gateway.session.access import access_of


@dataclass(frozen=True)
class Door:
    """One method of one route, and the audiences it demands."""

    method: str
    path: str
    audiences: tuple[str, ...]

    @property
    def name(self) -> str:
        """As in the list of open routes."""
        return f"{self.method} {self.path}"

    @property
    def open(self) -> bool:
        """Strangers pass: it says so, or it asks nothing."""
        return self.audiences in ((), ("public",))


def doors(routes: Iterable[BaseRoute], prefix: str = "") -> Iterator[Door]:
    """Each method of each route, those of included routers too."""
    for route in routes:
        included: Any = route
        if hasattr(route, "original_router"):
            deeper = prefix + included.include_context.prefix
            yield from doors(included.original_router.routes, deeper)
        else:
            yield from _methods(route, prefix)


def _methods(route: BaseRoute, prefix: str) -> Iterator[Door]:
    asked = access_of(route.dependant) if isinstance(route, APIRoute) else []
    audiences = tuple(access.audience for access in asked)
    for method in sorted(getattr(route, "methods", None) or {"ANY"}):
        yield Door(method, prefix + str(getattr(route, "path", route)), audiences)


def open_doors(routes: Iterable[BaseRoute], public: Collection[str]) -> list[str]:
    """Routes that let strangers in without being listed, that ask nothing, or that ask twice."""
    found = []
    for door in doors(routes):
        if len(door.audiences) > 1:
            found.append(f"{door.name}: names {len(door.audiences)} audiences")
        elif door.open and door.name not in public:
            found.append(f"{door.name}: open to anybody and not listed")
    return found


def stale(routes: Iterable[BaseRoute], public: Collection[str]) -> list[str]:
    """Listed routes that are gone, or no longer open."""
    still = {door.name for door in doors(routes) if door.open}
    return sorted(f"{name}: listed, not an open route" for name in {*public} - still)
