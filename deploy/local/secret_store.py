"""Random passwords and keys of one instance, made at its first start and kept in a file for us
alone.
"""

import json
import secrets
from collections.abc import Callable, Mapping

from deploy.local.paths import DataFolder, write_private
from deploy.postgres.roles import DATABASES, owner_role
from deploy.rabbitmq.definitions import USERS


def _password() -> str:
    return secrets.token_hex(20)


def recipes() -> dict[str, Callable[[], str]]:
    """Each secret by name, and how it is made.

    Hexadecimal, so that it fits in an address unquoted.
    """
    made: dict[str, Callable[[], str]] = {"postgres/postgres": _password}
    for database in DATABASES:
        made[f"postgres/{database}"] = _password
        made[f"postgres/{owner_role(database)}"] = _password
    for user in USERS:
        made[f"rabbitmq/{user}"] = _password
    for service in (*DATABASES, "gateway"):
        made[f"hash/{service}"] = lambda: secrets.token_hex(32)
    made["rabbitmq-cookie"] = _password
    made["factors"] = lambda: secrets.token_hex(32)
    made["upload"] = lambda: secrets.token_hex(32)
    made["oidc"] = _password
    made["twilio-sid"] = lambda: "AC" + secrets.token_hex(16)
    made["twilio-token"] = lambda: secrets.token_hex(16)
    return made


def complete(known: Mapping[str, str]) -> dict[str, str]:
    """The known secrets and a new one for each name that has none, so that an older data folder
    goes on working.
    """
    return {name: known.get(name) or make() for name, make in recipes().items()}


def open_secrets(data: DataFolder) -> dict[str, str]:
    """Read the secrets of an instance, making those that are missing."""
    known = json.loads(data.secrets.read_text()) if data.secrets.exists() else {}
    whole = complete(known)
    if whole != known:
        write_private(data.secrets, json.dumps(whole, indent=2))
    return whole
