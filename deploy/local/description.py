"""Where everything of a running instance is, for programs that test, measure or inspect it."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.local.control import Control
from deploy.local.paths import PYTHON, write_private
from deploy.local.processes import PROCESSES, SERVICES
from deploy.local.settings import Instance
from deploy.rabbitmq.definitions import USERS

VARIABLE = "TESTBED"


@dataclass(frozen=True)
class Description:
    """Addresses carry passwords, so the file is private.

    `amqp_uris` is by broker user and `amqp_admin` may do everything; `database_urls` (runtime role)
    and `owner_urls` are
    by service and `superuser_url` may do everything; `metrics_ports` is by process;
    `environment_file` holds each
    process's environment; `control_dir` is what `Control` takes, and its status has the process
    ids.
    """

    base_url: str
    operator_url: str
    sandbox_url: str
    amqp_uris: dict[str, str]
    amqp_admin: str
    database_urls: dict[str, str]
    owner_urls: dict[str, str]
    superuser_url: str
    data_dir: str
    metrics_ports: dict[str, int]
    control_dir: str
    environment_file: str
    python: str
    port: int
    sandbox_port: int

    @property
    def control(self) -> Control:
        """Stops, starts and kills its processes."""
        return Control(self.control_dir)

    @classmethod
    def read(cls) -> "Description":
        """The instance that this program was started in; KeyError when there is none."""
        return cls.read_from(Path(os.environ[VARIABLE]))

    @classmethod
    def read_from(cls, path: Path) -> "Description":
        """The instance described in that file."""
        return cls(**json.loads(path.read_text()))

    def write(self, path: Path) -> None:
        """Keep it for others to read."""
        write_private(path, json.dumps(asdict(self), indent=2))


def describe(instance: Instance) -> Description:
    """Where everything of this instance is."""
    ports = {process.name: instance.metrics_port(process) for process in PROCESSES}
    return Description(
        base_url=instance.public_url,
        operator_url=instance.operator_url,
        sandbox_url=instance.sandbox_url,
        amqp_uris={user: instance.amqp_uri(user) for user in USERS},
        amqp_admin=instance.amqp_uri("topology"),
        database_urls={service: instance.database_url(service) for service in SERVICES},
        owner_urls={service: instance.database_url(service, owner=True) for service in SERVICES},
        superuser_url=instance.superuser_url,
        data_dir=str(instance.data.root),
        metrics_ports={name: port for name, port in ports.items() if port is not None},
        control_dir=str(instance.data.root),
        environment_file=str(instance.data.environment),
        python=str(PYTHON),
        port=instance.port,
        sandbox_port=instance.sandbox_port,
    )
