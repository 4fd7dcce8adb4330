"""RPC and events over RabbitMQ: the only home of nameko and eventlet.

The names are looked up when first used: `transport.run` must patch the standard library before
anything of nameko is imported, and importing a module imports its package first.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from services.chassis.transport.entrypoints import expose, listen, pump, sweep
    from services.chassis.transport.unit_of_work import UnitOfWork

__all__ = ["UnitOfWork", "expose", "listen", "pump", "sweep"]


def __getattr__(name: str) -> Any:
    if name == "UnitOfWork":
        from services.chassis.transport.unit_of_work import UnitOfWork

        return UnitOfWork
    if name in __all__:
        from services.chassis.transport import entrypoints

        return getattr(entrypoints, name)
    raise AttributeError(name)
