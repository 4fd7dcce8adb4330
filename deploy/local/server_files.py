"""Where Debian puts the programs of the servers.

Standard library only: this runs before `.venv` exists.
"""

import re
from pathlib import Path

RABBITMQ_SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
OLDEST_POSTGRES = 15


def postgres_programs() -> Path:
    """The program folder of the newest PostgreSQL that is new enough; FileNotFoundError without
    one.
    """
    found = {
        int(match[1]): place
        for place in Path("/usr/lib/postgresql").glob("*/bin")
        if (match := re.fullmatch(r"/usr/lib/postgresql/(\d+)/bin", str(place)))
        and int(match[1]) >= OLDEST_POSTGRES
        and (place / "postgres").exists()
        and (place / "initdb").exists()
    }
    if not found:
        raise FileNotFoundError("PostgreSQL 15 or newer")
    return found[max(found)]


def postgres_contrib() -> bool:
    """True when the extensions we use are installed for that PostgreSQL."""
    version = postgres_programs().parent.name
    return Path(f"/usr/share/postgresql/{version}/extension/pg_trgm.control").exists()
