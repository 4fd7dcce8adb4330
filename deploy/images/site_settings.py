"""What each container of a site is given: the table of the local processes, moved to the real
world.
"""

from collections.abc import Mapping
from pathlib import Path

from deploy.local.failure import CannotStart
from deploy.local.processes import CALLER_LIMITS, PROCESSES, SEND_LIMITS, TEXT_HOURS, Process
from deploy.local.settings import Instance, environment

# What only the site knows. Nothing here has a default: a site that forgets one must hear of it.
SITE_SETTINGS = (
    "PUBLIC_URL",
    "OPERATOR_URL",
    "UTILITY_HOSTS",
    "OBJECT_STORE",
    "TWILIO_ACCOUNT_SID",
    "TWILIO_AUTH_TOKEN",
    "TWILIO_FROM",
    "SMTP_HOST",
    "SMTP_PORT",
    "MAIL_FROM",
    "REGISTRY_URL",
    "OIDC_PROVIDERS",
    "OIDC_CLIENT_SECRETS",
    "ADDRESSES_URL",
    "LIFELINE_PHONES",
    "DUTY_PHONE_SHOWN",
)

# The address of a stand-in; the real service is where its own library says.
STAND_INS = ("TWILIO_BASE_URL", "SANDBOX_URL")

# Limits are as the code has them; those of one machine are wider.
DEMO_LIMITS = (*SEND_LIMITS, *CALLER_LIMITS, *TEXT_HOURS)

SERVERS = {"DATABASE_URL": "postgres:5432", "AMQP_URI": "rabbitmq:5672"}
GATEWAY_PORT = "8000"
METRICS_PORT = "9090"


def deployed() -> tuple[Process, ...]:
    """The processes of a site: all but the stand-ins."""
    return tuple(process for process in PROCESSES if process.name != "sandbox")


def read_site(path: Path) -> dict[str, str]:
    """The site's own `NAME=value` lines; refuses a name that is missing or unknown."""
    lines = [line.strip() for line in path.read_text().splitlines()]
    pairs = [line.split("=", 1) for line in lines if "=" in line and not line.startswith("#")]
    site = {name.strip(): value.strip() for name, value in pairs}
    missing = [name for name in SITE_SETTINGS if not site.get(name)]
    if missing:
        raise CannotStart(f"{path} lacks {', '.join(missing)}.")
    unknown = sorted(set(site) - set(SITE_SETTINGS))
    if unknown:
        raise CannotStart(f"{path} has unknown settings: {', '.join(unknown)}.")
    return site


def container_environment(
    process: Process, instance: Instance, site: Mapping[str, str]
) -> dict[str, str]:
    """Exactly the settings of the process's row, with the site's values and a container's
    addresses.
    """
    moved = {
        "ENVIRONMENT": "production",
        "BIND": "0.0.0.0",  # noqa: S104 - the container's own network; compose publishes on loopback
        "PORT": GATEWAY_PORT,
        "METRICS_PORT": GATEWAY_PORT if process.name == "gateway" else METRICS_PORT,
        "METRICS_HOST": "0.0.0.0",  # noqa: S104 - as above, never published
        **site,
    }
    local = environment(process, instance, inherited=())
    settings = {name: moved.get(name, value) for name, value in local.items()}
    for name, server in SERVERS.items():
        if name in settings:
            settings[name] = at_server(settings[name], server)
    return {
        name: value for name, value in settings.items() if name not in (*STAND_INS, *DEMO_LIMITS)
    }


def at_server(address: str, server: str) -> str:
    """The same user, password and database or virtual host at another server."""
    who, _, place = address.rpartition("@")
    return f"{who}@{server}/{place.partition('/')[2]}"
