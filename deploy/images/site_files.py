"""`python -m deploy.images.site_files SITE FOLDER`: every file that `deploy/compose.yaml` reads.

SITE holds what only the site knows (`NAME=value` lines, see `site_settings.py`). Secrets and keys
are
made once and kept in FOLDER; run it again after a change of SITE to renew the rest.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from deploy.images.site_settings import container_environment, deployed, read_site
from deploy.local.failure import CannotStart
from deploy.local.keys import ensure_keys
from deploy.local.paths import OURS_ALONE, DataFolder
from deploy.local.secret_store import open_secrets
from deploy.local.settings import INTERNAL_PORTS, Instance
from deploy.local.speech import tell
from deploy.postgres.roles import (
    DATABASES,
    create_database_statement,
    grant_statements,
    owner_role,
    role_statements,
)
from deploy.rabbitmq.definitions import USERS, definitions

# The folder is closed to others; the files are open, because the users inside the containers, whose
# numbers the machine does not know, must read what is mounted from it.
READABLE_INSIDE = 0o644
IN_CONTAINER = DataFolder(Path("/data"))


def database_script(secrets: Mapping[str, str]) -> str:
    """SQL that PostgreSQL's image runs when its volume is empty."""
    statements: list[str] = []
    for database in DATABASES:
        roles = (database, owner_role(database))
        passwords = {role: secrets[f"postgres/{role}"] for role in roles}
        statements += role_statements(database, passwords)
        statements.append(create_database_statement(database))
    script = "".join(f"{statement};\n" for statement in statements)
    for database in DATABASES:
        script += f"\\connect {database}\n"
        script += "".join(f"{statement};\n" for statement in grant_statements(database))
    return script


def site_files(site: Mapping[str, str], folder: DataFolder) -> dict[str, str]:
    """All files by their place in the folder. Secrets are taken from the folder, or made there."""
    secrets = open_secrets(folder)
    instance = Instance(
        data=IN_CONTAINER,
        port=0,
        sandbox_port=0,
        ports=dict.fromkeys(INTERNAL_PORTS, 0),
        secrets=secrets,
        log_format="json",
    )
    passwords = {user: secrets[f"rabbitmq/{user}"] for user in USERS}
    files = {
        "rabbitmq/definitions.json": json.dumps(definitions(passwords), indent=2),
        "postgres/databases.sql": database_script(secrets),
        "postgres/password": secrets["postgres/postgres"],
    }
    for process in deployed():
        settings = container_environment(process, instance, site)
        lines = [f"{name}={value}\n" for name, value in settings.items()]
        files[f"env/{process.name}.env"] = "".join(lines)
    return files


def write(site_file: Path, folder: DataFolder) -> None:
    """Write everything."""
    site = read_site(site_file)
    folder.root.mkdir(mode=OURS_ALONE, parents=True, exist_ok=True)
    folder.root.chmod(OURS_ALONE)
    folder.keys.mkdir(exist_ok=True)
    ensure_keys(folder)
    for key in folder.keys.iterdir():
        key.chmod(READABLE_INSIDE)
    for name, text in site_files(site, folder).items():
        path = folder.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(READABLE_INSIDE)


def main() -> int:
    """Two arguments, one sentence."""
    if len(sys.argv) != 3:
        tell("usage: python -m deploy.images.site_files SITE FOLDER")
        return 2
    try:
        write(Path(sys.argv[1]), DataFolder(Path(sys.argv[2]).resolve()))
    except (CannotStart, OSError) as obstacle:
        tell(str(obstacle))
        return 1
    tell(f"Written to {sys.argv[2]}; it holds secrets.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
