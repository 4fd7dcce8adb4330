"""RPC and events over RabbitMQ: the only home of nameko and eventlet."""

from services.chassis.transport.entrypoints import expose, listen, pump, sweep
from services.chassis.transport.unit_of_work import UnitOfWork

__all__ = ["UnitOfWork", "expose", "listen", "pump", "sweep"]
