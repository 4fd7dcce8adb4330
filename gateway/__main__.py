"""Run the gateway: `python -m gateway`."""

from __future__ import annotations

import socket
import warnings

import uvicorn
from pydantic.warnings import UnsupportedFieldAttributeWarning

from gateway.app import build_app, build_gateway
from gateway.rpc import Services
from gateway.settings import gateway_settings
from gateway.state import Gateway
from services.chassis.logging import logger, set_up

log = logger(__name__)


class Server(uvicorn.Server):
    """Ends the event streams as soon as it is asked to stop, so that nothing open holds it up."""

    gateway: Gateway | None = None

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take nothing new, finish what has begun."""
        if self.gateway is not None:
            log.info("draining")
            self.gateway.draining.set()
            self.gateway.streams.end_all("draining")
        await super().shutdown(sockets)


def main() -> None:
    """Serve until SIGTERM; what has begun is finished within `drain_seconds`."""
    set_up("gateway")
    # FastAPI silences it where it builds a body's validator; ours are built at their first use.
    warnings.filterwarnings("ignore", category=UnsupportedFieldAttributeWarning)
    settings = gateway_settings()
    server: Server

    def make() -> Gateway:
        server.gateway = build_gateway(settings, Services(settings.amqp_uri))
        return server.gateway

    server = Server(
        uvicorn.Config(
            build_app(settings, make),
            host=settings.bind,
            port=settings.port,
            loop="uvloop",
            http="httptools",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies or None,
            timeout_graceful_shutdown=settings.drain_seconds,
            timeout_keep_alive=65,
        )
    )
    server.run()


if __name__ == "__main__":
    main()
