"""A private RabbitMQ node and its port mapper, both children of ours, both on loopback only."""

import json
import os

from deploy.local.child import Launch
from deploy.local.homes import Home, home_of
from deploy.local.logs import Console
from deploy.local.paths import ROOT, DataFolder
from deploy.local.probes import amqp, listening
from deploy.local.server_files import RABBITMQ_SERVER
from deploy.rabbitmq.definitions import USERS, definitions

NAME = "rabbitmq"
PORT_MAPPER = "epmd"
SETTINGS = ROOT / "deploy" / "rabbitmq" / "rabbitmq.conf"

# One scheduler and no busy waiting: a small machine is shared with everything else. Distribution
# listens on loopback only.
ERLANG = (
    "+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none"
    " -kernel inet_dist_use_interface {127,0,0,1} -start_epmd false"
)


class RabbitmqServer:
    """The broker of one instance."""

    def __init__(
        self, data: DataFolder, ports: dict[str, int], secrets: dict[str, str], console: Console
    ) -> None:
        self.home: Home = home_of(data, NAME, NAME)
        self.ports = ports
        self.secrets = secrets
        if self.home.moved:
            console.say(
                f"{data.root} is closed to the user {NAME}; its files are in {self.home.path}"
            )

    def write_settings(self) -> None:
        """Write configuration, users and rights, and the cookie."""
        passwords = {user: self.secrets[f"rabbitmq/{user}"] for user in USERS}
        users = self.home.write("definitions.json", json.dumps(definitions(passwords), indent=2))
        self.home.write(
            "rabbitmq.conf",
            f"{SETTINGS.read_text()}\n"
            f"listeners.tcp.1 = 127.0.0.1:{self.ports[NAME]}\n"
            f"load_definitions = {users}\n",
        )
        self.home.write("enabled_plugins", "[].\n")
        # The cookie must be 0400 in HOME; a file that Erlang made itself would be a guessable 20
        # letters.
        (self.home.path / ".erlang.cookie").unlink(missing_ok=True)
        self.home.write(".erlang.cookie", self.secrets["rabbitmq-cookie"]).chmod(0o400)
        self.home.folder("store")

    def port_mapper(self) -> Launch:
        """Erlang's port mapper in the foreground.

        Left to itself it becomes a daemon that outlives the node.
        """
        port = self.ports[PORT_MAPPER]
        return Launch(
            name=PORT_MAPPER,
            command=("epmd", "-address", "127.0.0.1", "-port", str(port)),
            environment=self._environment(),
            ready=listening(port),
            port=port,
            user=self.home.user,
            folder=self.home.path,
            grace=3,
            quiet=True,
        )

    def launch(self) -> Launch:
        """The node. Debian's script in PATH insists on its own users; the one it wraps does not."""
        return Launch(
            name=NAME,
            command=(str(RABBITMQ_SERVER),),
            environment=self._environment(),
            ready=amqp(self.ports[NAME]),
            port=self.ports[NAME],
            user=self.home.user,
            folder=self.home.path,
            grace=20,
            quiet=True,
        )

    def _environment(self) -> dict[str, str]:
        home = self.home.path
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "ERL_EPMD_PORT": str(self.ports[PORT_MAPPER]),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            # Without this the start script stays in between as a shell, and killing it would leave
            # the node running.
            "RUNNING_UNDER_SYSTEMD": "true",
            "RABBITMQ_NODENAME": "portal@localhost",
            "RABBITMQ_DIST_PORT": str(self.ports["rabbitmq-distribution"]),
            "RABBITMQ_MNESIA_BASE": str(home / "store"),
            "RABBITMQ_LOG_BASE": str(home / "log"),
            "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
            # The machine's own settings must not leak in.
            "RABBITMQ_CONF_ENV_FILE": str(home / "none.conf"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(home / "none.config"),
            "RABBITMQ_CONFIG_FILES": str(home / "none.d"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "enabled_plugins"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": ERLANG,
        }


def amqp_uri(port: int, secrets: dict[str, str], user: str) -> str:
    """The address of the broker for one user; %2F is the virtual host `/`, read alike by kombu and
    pika.
    """
    return f"amqp://{user}:{secrets[f'rabbitmq/{user}']}@127.0.0.1:{port}/%2F"
