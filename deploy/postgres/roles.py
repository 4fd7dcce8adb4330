"""The databases, who may do what in them, and the statements that make it so.

Each service owns one database through two roles: `<service>_owner` creates tables (migrations
only), `<service>` reads
and writes rows and cannot alter anything. The audit trail is narrowed further by the migration that
creates it.
"""

DATABASES = ("identity", "cases", "documents", "notify")

# Made by the superuser: neither role may create extensions.
EXTENSIONS = {"identity": ("pg_trgm", "unaccent"), "cases": ("pg_trgm", "unaccent")}

# A worker that waits keeps its prefetched calls, so nothing may wait for long.
RUNTIME_LIMITS = {
    "statement_timeout": "15s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",
}


def owner_role(database: str) -> str:
    """The role that migrations use."""
    return f"{database}_owner"


def role_statements(database: str, passwords: dict[str, str]) -> list[str]:
    """Create or renew both roles of a database; run as superuser, repeatable.

    `passwords` maps a role to its password (hexadecimal, so it needs no quoting).
    """
    statements: list[str] = []
    for role in (owner_role(database), database):
        statements.append(
            f"DO $$ BEGIN CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;"
            " EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        )
        statements.append(f"ALTER ROLE {role} PASSWORD '{passwords[role]}'")
    statements += [
        f"ALTER ROLE {database} SET {name} = '{value}'" for name, value in RUNTIME_LIMITS.items()
    ]
    statements.append(f"ALTER ROLE {owner_role(database)} SET lock_timeout = '15s'")
    return statements


def create_database_statement(database: str) -> str:
    """Create the database, owned by its owner role."""
    return f"CREATE DATABASE {database} OWNER {owner_role(database)}"


def grant_statements(database: str) -> list[str]:
    """Rights inside a database; run as superuser connected to it, repeatable."""
    owner = owner_role(database)
    defaults = f"ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
    return [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {database}",
        f"ALTER SCHEMA public OWNER TO {owner}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {database}",
        f"{defaults} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {database}",
        f"{defaults} GRANT USAGE ON SEQUENCES TO {database}",
        *(f"CREATE EXTENSION IF NOT EXISTS {name}" for name in EXTENSIONS.get(database, ())),
    ]
