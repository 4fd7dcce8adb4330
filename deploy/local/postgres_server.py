"""A private PostgreSQL cluster: created once, started as a child, its roles and databases renewed
at every start.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import psycopg2

from deploy.local.child import Launch
from deploy.local.failure import CannotStart
from deploy.local.homes import Home, home_of
from deploy.local.logs import Console
from deploy.local.paths import ROOT, DataFolder
from deploy.local.probes import postgres
from deploy.local.server_files import postgres_programs
from deploy.postgres.roles import (
    DATABASES,
    create_database_statement,
    grant_statements,
    owner_role,
    role_statements,
)

NAME = "postgres"
SETTINGS = ROOT / "deploy" / "postgres"
COMPLETE = "cluster-complete"


class PostgresServer:
    """The cluster of one instance."""

    def __init__(
        self, data: DataFolder, port: int, secrets: dict[str, str], console: Console
    ) -> None:
        self.home: Home = home_of(data, NAME, NAME)
        self.cluster: Path = self.home.path / "cluster"
        self.port = port
        self.secrets = secrets
        if self.home.moved:
            console.say(
                f"{data.root} is closed to the user {NAME}; its databases are in {self.home.path}"
            )

    def launch(self) -> Launch:
        """How to run it.

        SIGINT is its fast shutdown; SIGTERM would wait for every client to leave.
        """
        return Launch(
            name=NAME,
            command=(
                str(postgres_programs() / "postgres"),
                "-D",
                str(self.cluster),
                "-p",
                str(self.port),
            ),
            environment={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            ready=postgres(self.port),
            port=self.port,
            user=self.home.user,
            folder=self.home.path,
            stop_signal=signal.SIGINT,
            quiet=True,
        )

    def create(self) -> None:
        """Create the cluster when it is missing or was left half made, and renew its settings."""
        complete = self.home.path / COMPLETE
        if not complete.exists():
            self._initdb()
            complete.touch()
        for name in ("postgresql.conf", "pg_hba.conf"):
            self.home.write(f"cluster/{name}", (SETTINGS / name).read_text())

    def _initdb(self) -> None:
        """Sorting follows Norwegian rules (ICU nb-NO: æ, ø, å last) whatever locales the machine
        has.
        """
        shutil.rmtree(self.cluster, ignore_errors=True)
        with tempfile.NamedTemporaryFile("w", dir=self.home.path) as password:
            password.write(self.secrets["postgres/postgres"])
            password.flush()
            self.home.own(Path(password.name))
            command = [
                str(postgres_programs() / "initdb"),
                "-D",
                str(self.cluster),
                "-U",
                "postgres",
            ]
            command += [
                "-A",
                "scram-sha-256",
                f"--pwfile={password.name}",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
            ]
            command += ["--locale-provider=icu", "--icu-locale=nb-NO", "--data-checksums"]
            made = subprocess.run(
                command,
                user=self.home.user,
                group=self.home.user,
                extra_groups=[] if self.home.user else None,
                cwd=self.home.path,
                capture_output=True,
                text=True,
                check=False,
            )
        if made.returncode != 0:
            raise CannotStart(
                f"The databases could not be created in {self.cluster}:\n{made.stderr.strip()}"
            )

    async def renew(self) -> None:
        """Create or renew roles, databases and rights."""
        await asyncio.to_thread(self._roles_and_databases)
        await asyncio.gather(*(asyncio.to_thread(self._grant, name) for name in DATABASES))

    def _roles_and_databases(self) -> None:
        passwords = {name.removeprefix("postgres/"): value for name, value in self.secrets.items()}
        with self._superuser("postgres") as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            existing = {str(row[0]) for row in cursor.fetchall()}
            for database in DATABASES:
                for statement in role_statements(database, passwords):
                    cursor.execute(statement)
                if database not in existing:
                    cursor.execute(create_database_statement(database))

    def _grant(self, database: str) -> None:
        with self._superuser(database) as cursor:
            for statement in grant_statements(database):
                cursor.execute(statement)

    def _superuser(self, database: str) -> "_Session":
        return _Session(self.port, database, self.secrets["postgres/postgres"])


class _Session:
    """A superuser's cursor, one transaction per statement (CREATE DATABASE allows no other)."""

    def __init__(self, port: int, database: str, password: str) -> None:
        self._place = (
            f"host=127.0.0.1 port={port} dbname={database} user=postgres password={password}"
            " connect_timeout=10"
        )

    def __enter__(self) -> "psycopg2.extensions.cursor":
        try:
            self._connection = psycopg2.connect(self._place)
        except psycopg2.OperationalError as refused:
            raise CannotStart(f"The database refused us: {str(refused).strip()}") from refused
        self._connection.autocommit = True
        cursor: psycopg2.extensions.cursor = self._connection.cursor()
        return cursor

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def database_url(port: int, secrets: dict[str, str], database: str, *, owner: bool = False) -> str:
    """The address of a database for its runtime role or, for migrations, its owner."""
    role = owner_role(database) if owner else database
    return f"postgresql+psycopg2://{role}:{secrets[f'postgres/{role}']}@127.0.0.1:{port}/{database}"
