"""The value of every setting, and the environment that a process is given from them."""

import json
import os
from dataclasses import dataclass

from deploy.local.demo.utilities import hosts_setting
from deploy.local.paths import DataFolder
from deploy.local.postgres_server import database_url
from deploy.local.processes import EVERYONE, PROCESSES, SEED, Process
from deploy.local.rabbitmq_server import amqp_uri

# Passed on from whoever started us; nothing else leaks into a process.
INHERITED = ("PATH", "HOME", "LANG", "TZ", "TMPDIR", "TERM", "CLOCK_OFFSET")

INTERNAL_PORTS = (
    "postgres",
    "rabbitmq",
    "rabbitmq-distribution",
    "epmd",
    "smtp",
    *(
        f"metrics/{process.name}"
        for process in PROCESSES
        if not process.task and process.name != "gateway"
    ),
)

# The demo utility's own login, as a site would describe its Entra ID; the secret is apart.
FJORDBY_ID = {
    "utility": "fjordby",
    "name": "Fjordby ID",
    "issuer": "SANDBOX/oidc",
    "client_id": "entreprenorportalen",
    "roles_claim": "groups",
    "required_role": "va-ansatt",
    "roles": {
        "va-saksbehandler": ["caseworker"],
        "va-godkjenner": ["caseworker", "approver"],
        "va-vakt": ["duty_officer"],
        "va-administrator": ["administrator"],
    },
    "trusted_amr": ["mfa"],
}

VALUES = {
    "ENVIRONMENT": "sandbox",
    "SERVICE": "{service}",
    "LOG_FORMAT": "{log_format}",
    "PUBLIC_URL": "http://localhost:{port}",
    "OPERATOR_URL": "http://operator.localhost:{port}",
    "UTILITY_HOSTS": "{utility_hosts}",
    "SANDBOX_URL": "http://127.0.0.1:{sandbox_port}",
    "PORT": "{port}",
    "SANDBOX_PORT": "{sandbox_port}",
    "BIND": "127.0.0.1",
    "METRICS_PORT": "{metrics_port}",
    "TOKEN_PUBLIC_KEYS": "{data}/keys/token-public.json",
    "TOKEN_PRIVATE_KEYS": "{data}/keys/token-private.json",
    "SEAL_PUBLIC_KEY": "{data}/keys/seal-public.key",
    "SEAL_PRIVATE_KEY": "{data}/keys/seal-private.key",
    "HASH_KEY": "{hash_key}",
    "FACTOR_KEYS": "{factor_keys}",
    "UPLOAD_KEY": "{upload}",
    "OBJECT_STORE": "folder:{data}/objects",
    "STAGING_DIR": "{data}/staging",
    "SPOOL_DIR": "{data}/spool",
    "LIFELINE_DIR": "{data}/lifeline",
    "LIFELINE_PHONES": "+4799900001",
    "DUTY_PHONE_SHOWN": "+4712345678",
    "TWILIO_BASE_URL": "http://127.0.0.1:{sandbox_port}",
    "TWILIO_ACCOUNT_SID": "{twilio_sid}",
    "TWILIO_AUTH_TOKEN": "{twilio_token}",
    "TWILIO_FROM": "+4759440000",
    "TEXTS_FROM_HOUR": "0",
    "TEXTS_UNTIL_HOUR": "24",
    "SMTP_HOST": "127.0.0.1",
    "SMTP_PORT": "{smtp_port}",
    "MAIL_FROM": "entreprenorportalen@vann.example",
    "REGISTRY_URL": "http://127.0.0.1:{sandbox_port}/enhetsregisteret/api",
    "ADDRESSES_URL": "http://127.0.0.1:{sandbox_port}/adresser/v1",
    "SANDBOX_DIR": "{data}/sandbox",
    "SENDS_PER_NUMBER_TEN_MINUTES": "200",
    "SENDS_PER_NUMBER_DAY": "2000",
    "SENDS_PER_ADDRESS_HOUR": "2000",
    "SENDS_DAY": "100000",
    "OIDC_SANDBOX_SECRET": "{oidc}",
    "OIDC_CLIENT_SECRETS": '{{"fjordby": "{oidc}"}}',
    "OIDC_PROVIDERS": json.dumps([FJORDBY_ID])
    .replace("{", "{{")
    .replace("}", "}}")
    .replace("SANDBOX", "http://127.0.0.1:{sandbox_port}"),
    "STRANGERS_READS_A_MINUTE": "60000",
    "STRANGERS_WRITES_A_MINUTE": "60000",
    "WRONG_SECRETS_A_MINUTE": "60000",
    "INVITATIONS_DAY": "5000",
    "DEMO_ACCOUNTS": "{data}/demo-accounts.txt",
    "DATABASE_URL": "{database_url}",
    "OWNER_DATABASE_URL": "{owner_database_url}",
    "AMQP_URI": "{amqp_uri}",
}

# A migration knows its database by the same name as everyone else.
CALLED = {"OWNER_DATABASE_URL": "DATABASE_URL"}


@dataclass(frozen=True)
class Instance:
    """All that tells one running portal from another.

    `broker` replaces the private node when given.
    """

    data: DataFolder
    port: int
    sandbox_port: int
    ports: dict[str, int]
    secrets: dict[str, str]
    broker: str | None = None
    log_format: str = "pretty"

    @property
    def public_url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def operator_url(self) -> str:
        return f"http://operator.localhost:{self.port}"

    @property
    def sandbox_url(self) -> str:
        return f"http://127.0.0.1:{self.sandbox_port}"

    def amqp_uri(self, user: str) -> str:
        return self.broker or amqp_uri(self.ports["rabbitmq"], self.secrets, user)

    def database_url(self, service: str, *, owner: bool = False) -> str:
        return database_url(self.ports["postgres"], self.secrets, service, owner=owner)

    @property
    def superuser_url(self) -> str:
        password = self.secrets["postgres/postgres"]
        return (
            f"postgresql+psycopg2://postgres:{password}@127.0.0.1:{self.ports['postgres']}/postgres"
        )

    def metrics_port(self, process: Process) -> int | None:
        """Where it tells how it does: the gateway on its main port, a task nowhere."""
        if process.name == "gateway":
            return self.port
        return self.ports.get(f"metrics/{process.name}")


def environment(
    process: Process, instance: Instance, inherited: tuple[str, ...] = INHERITED
) -> dict[str, str]:
    """Exactly the settings in the process's row of the table, and the few inherited ones."""
    facts = _facts(process, instance)
    names = [*EVERYONE, *process.settings, *(["AMQP_URI"] if process.broker else [])]
    if facts["metrics_port"] == "None":
        names.remove("METRICS_PORT")
    values = {CALLED.get(name, name): VALUES[name].format_map(facts) for name in names}
    passed_on = {name: os.environ[name] for name in inherited if name in os.environ}
    return {**passed_on, "PYTHONUNBUFFERED": "1", "PROCESS": process.name, **values}


def every_environment(instance: Instance) -> dict[str, dict[str, str]]:
    """The environments of all processes, for running one by hand."""
    return {process.name: environment(process, instance) for process in (*PROCESSES, SEED)}


def _facts(process: Process, instance: Instance) -> dict[str, str]:
    has_database = process.service in ("identity", "cases", "documents", "notify")
    return {
        "service": process.service,
        "data": str(instance.data.root),
        "port": str(instance.port),
        "utility_hosts": hosts_setting(instance.port),
        "sandbox_port": str(instance.sandbox_port),
        "smtp_port": str(instance.ports["smtp"]),
        "metrics_port": str(instance.metrics_port(process)),
        "log_format": instance.log_format,
        "hash_key": instance.secrets.get(f"hash/{process.service}", ""),
        "factor_keys": instance.secrets["factors"],
        "upload": instance.secrets["upload"],
        "oidc": instance.secrets["oidc"],
        "twilio_sid": instance.secrets["twilio-sid"],
        "twilio_token": instance.secrets["twilio-token"],
        "amqp_uri": instance.amqp_uri(process.broker) if process.broker else "",
        "database_url": instance.database_url(process.service) if has_database else "",
        "owner_database_url": instance.database_url(process.service, owner=True)
        if has_database
        else "",
    }
