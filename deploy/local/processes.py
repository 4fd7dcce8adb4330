"""Every process of the portal as data: what it runs, what it waits for, and exactly which settings
it is given.

A process gets only the secrets named here. The values of the settings are in `settings.py`.
"""

from dataclasses import dataclass

from deploy.postgres.roles import DATABASES

SERVICES = DATABASES

# Told to every process.
EVERYONE = (
    "ENVIRONMENT",
    "SERVICE",
    "LOG_FORMAT",
    "PUBLIC_URL",
    "OPERATOR_URL",
    "METRICS_PORT",
)

# What verifies service tokens and seals secrets for notify; both are public halves.
PUBLIC_KEYS = ("TOKEN_PUBLIC_KEYS", "SEAL_PUBLIC_KEY")

TWILIO = ("TWILIO_BASE_URL", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM")
MAIL = ("SMTP_HOST", "SMTP_PORT", "MAIL_FROM")
FILES = ("OBJECT_STORE", "STAGING_DIR")
LIFELINE = ("SPOOL_DIR", "LIFELINE_DIR", "LIFELINE_PHONES", "DUTY_PHONE_SHOWN")

# How many messages identity may cause; larger on one machine than their defaults, never off.
SEND_LIMITS = (
    "SENDS_PER_NUMBER_TEN_MINUTES",
    "SENDS_PER_NUMBER_DAY",
    "SENDS_PER_ADDRESS_HOUR",
    "SENDS_DAY",
    "INVITATIONS_DAY",
)

# How often one address may ask; on one machine everybody has the same address. Never off.
CALLER_LIMITS = (
    "STRANGERS_READS_A_MINUTE",
    "STRANGERS_WRITES_A_MINUTE",
    "WRONG_SECRETS_A_MINUTE",
)

# Between which hours a text that is not urgent is sent; on one machine people work at night too.
TEXT_HOURS = ("TEXTS_FROM_HOUR", "TEXTS_UNTIL_HOUR")

SERVERS = ("postgres", "epmd", "rabbitmq")


@dataclass(frozen=True)
class Process:
    """One process.

    `service` is what it calls itself, and the database role it uses when `settings` name a
    database.
    `broker` is its user at RabbitMQ. `task`: runs once before those that need it, instead of for
    ever.
    `needs` are names of processes or tasks that must be ready before; one that starts `early` takes
    long to load, and waits for them itself. `main_port` names the setting of its main port.
    """

    name: str
    module: str
    service: str
    arguments: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    broker: str | None = None
    task: bool = False
    needs: tuple[str, ...] = ()
    early: bool = False
    main_port: str | None = None

    @property
    def command(self) -> tuple[str, ...]:
        """What follows the Python interpreter."""
        return ("-m", self.module, *self.arguments)


def _migration(service: str) -> Process:
    return Process(
        name=f"migrate-{service}",
        module="services.chassis.db.migrate",
        service=service,
        arguments=(service,),
        settings=("OWNER_DATABASE_URL",),
        task=True,
        needs=("postgres",),
    )


OWN_SETTINGS: dict[str, tuple[str, ...]] = {
    "identity": (
        "TOKEN_PRIVATE_KEYS",
        "FACTOR_KEYS",
        "REGISTRY_URL",
        "OIDC_PROVIDERS",
        "OIDC_CLIENT_SECRETS",
        *SEND_LIMITS,
    ),
    "cases": (),
    "documents": FILES,
    "notify": ("SEAL_PRIVATE_KEY", *TWILIO, *MAIL, *TEXT_HOURS, "DUTY_PHONE_SHOWN"),
}


def _service(service: str) -> Process:
    return Process(
        name=service,
        module="services.chassis.transport.run",
        service=service,
        arguments=(service,),
        settings=(*PUBLIC_KEYS, "DATABASE_URL", "HASH_KEY", *OWN_SETTINGS[service]),
        broker=service,
        needs=(f"migrate-{service}", "topology"),
    )


def _relay(service: str) -> Process:
    return Process(
        name=f"{service}-relay",
        module="services.chassis.relay",
        service=service,
        arguments=(service,),
        settings=("DATABASE_URL",),
        broker=service,
        needs=(f"migrate-{service}", "topology"),
    )


PROCESSES: tuple[Process, ...] = (
    *(_migration(service) for service in SERVICES),
    Process(
        name="topology",
        module="services.chassis.transport.declare",
        service="topology",
        broker="topology",
        task=True,
        needs=("rabbitmq",),
        early=True,
    ),
    Process(
        name="sandbox",
        module="deploy.sandbox",
        service="sandbox",
        settings=(
            "SANDBOX_PORT",
            "SANDBOX_URL",
            "SANDBOX_DIR",
            "OIDC_SANDBOX_SECRET",
            *TWILIO,
            *MAIL,
        ),
        main_port="SANDBOX_PORT",
    ),
    Process(
        name="gateway",
        module="gateway",
        service="gateway",
        settings=(
            *PUBLIC_KEYS,
            "PORT",
            "BIND",
            "UTILITY_HOSTS",
            "SANDBOX_URL",
            "HASH_KEY",
            "UPLOAD_KEY",
            "ADDRESSES_URL",
            *FILES,
            *LIFELINE,
            *TWILIO,
            *CALLER_LIMITS,
        ),
        broker="gateway",
        needs=("topology",),
        main_port="PORT",
    ),
    *(_service(service) for service in SERVICES),
    *(_relay(service) for service in SERVICES),
    Process(
        name="documents-inspector",
        module="services.documents.inspector",
        service="documents",
        settings=(*PUBLIC_KEYS, "DATABASE_URL", "HASH_KEY", "UPLOAD_KEY", *FILES),
        broker="documents",
        needs=("migrate-documents", "topology"),
    ),
    Process(
        name="lifeline",
        module="services.notify.lifeline",
        service="lifeline",
        settings=(*LIFELINE, *TWILIO),
        broker="lifeline",
        needs=("topology",),
    ),
)

SEED = Process(
    name="seed",
    module="deploy.local.seed",
    service="seed",
    settings=(*PUBLIC_KEYS, "TOKEN_PRIVATE_KEYS", "PORT", "SANDBOX_URL", "DEMO_ACCOUNTS"),
    broker="gateway",
    task=True,
    needs=("gateway",),
)

BY_NAME = {process.name: process for process in (*PROCESSES, SEED)}


def selected(only: tuple[str, ...]) -> tuple[Process, ...]:
    """The processes asked for and the tasks they need; all when nothing was asked for.

    KeyError names a stranger.
    """
    if not only:
        return PROCESSES
    wanted: set[str] = set()
    waiting = [name for name in only if name not in SERVERS]
    while waiting:
        process = BY_NAME[waiting.pop()]
        if process.name not in wanted:
            wanted.add(process.name)
            waiting += [name for name in process.needs if name not in SERVERS]
    return tuple(process for process in PROCESSES if process.name in wanted)
