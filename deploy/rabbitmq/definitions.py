"""Users of the broker and what each may touch: the whole of it, as data.

A user writes only what its work writes. Queues and exchanges are declared by `topology` before any
service starts; a
service may not create any. On the exchange that carries calls and replies the routing key decides
too (topic permission):
a service can only answer the gateway, and only the gateway can call a service.
"""

import base64
import hashlib
import os
from dataclasses import dataclass
from typing import Any

SERVICES = ("identity", "cases", "documents", "notify")
CALLS = "nameko-rpc"

NOTHING = "^$"
ANYTHING = ".*"


@dataclass(frozen=True)
class User:
    """What a broker user may create, publish to or bind, and consume or bind from (regular
    expressions over names).

    `calls_write` and `calls_read` narrow the exchange for calls by routing key; None leaves it
    unnarrowed.
    """

    configure: str = NOTHING
    write: str = NOTHING
    read: str = NOTHING
    calls_write: str | None = NOTHING
    calls_read: str | None = NOTHING
    tags: tuple[str, ...] = ()


def _service(name: str) -> User:
    return User(
        write=rf"^({CALLS}|{name}\.events|{name}\.dlx)$",
        read=rf"^(rpc-{name}|{name}\..*)$",
        calls_write=r"^reply\.gateway\.",
    )


_GATEWAYS_OWN = r"reply\.gateway\..*|gateway\.events\..*"

USERS: dict[str, User] = {
    "topology": User(
        configure=ANYTHING,
        write=ANYTHING,
        read=ANYTHING,
        calls_write=None,
        calls_read=None,
        tags=("administrator",),
    ),
    **{name: _service(name) for name in SERVICES},
    "gateway": User(
        configure=rf"^({_GATEWAYS_OWN})$",
        write=rf"^({CALLS}|{_GATEWAYS_OWN})$",
        read=rf"^({CALLS}|({'|'.join(SERVICES)})\.events|{_GATEWAYS_OWN})$",
        calls_write=rf"^({'|'.join(SERVICES)})\.",
        calls_read=r"^reply\.gateway\.",
    ),
    "lifeline": User(read=r"^lifeline\..*$"),
}


def password_hash(password: str, salt: bytes | None = None) -> str:
    """RabbitMQ's own form: base64 of a 4-byte salt and SHA-256 over salt and password."""
    salt = salt or os.urandom(4)
    return base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode()


def definitions(passwords: dict[str, str]) -> dict[str, Any]:
    """The document for `load_definitions`: users, the one virtual host and all rights. `passwords`
    is by user.
    """
    return {
        "users": [
            {
                "name": name,
                "password_hash": password_hash(passwords[name]),
                "hashing_algorithm": "rabbit_password_hashing_sha256",
                "tags": ",".join(user.tags),
            }
            for name, user in USERS.items()
        ],
        "vhosts": [{"name": "/"}],
        "permissions": [
            {
                "user": name,
                "vhost": "/",
                "configure": user.configure,
                "write": user.write,
                "read": user.read,
            }
            for name, user in USERS.items()
        ],
        "topic_permissions": [
            {
                "user": name,
                "vhost": "/",
                "exchange": CALLS,
                "write": user.calls_write,
                "read": user.calls_read,
            }
            for name, user in USERS.items()
            if user.calls_write is not None
        ],
    }
