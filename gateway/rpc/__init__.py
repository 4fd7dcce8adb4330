"""Calls to the services over RabbitMQ, and the events they tell."""

from gateway.rpc.failures import CallFailed, CallTimedOut, RemoteRefusal, ServiceUnavailable
from gateway.rpc.services import Services

__all__ = ["CallFailed", "CallTimedOut", "RemoteRefusal", "ServiceUnavailable", "Services"]
