"""Each process is given what its row in the table names, and no other secret."""

import pytest

from deploy.local.processes import BY_NAME, PROCESSES, SERVERS, SERVICES, selected
from deploy.local.settings import VALUES, Instance, environment, every_environment
from deploy.rabbitmq.definitions import USERS

LONG_RUNNING = [process.name for process in PROCESSES if not process.task]

# Who may hold a secret. A new holder must be added here on purpose.
HOLDERS = {
    "TOKEN_PRIVATE_KEYS": {"identity", "seed"},
    "SEAL_PRIVATE_KEY": {"notify"},
    "UPLOAD_KEY": {"gateway", "documents-inspector"},
    "TWILIO_AUTH_TOKEN": {"gateway", "notify", "lifeline", "sandbox"},
    "HASH_KEY": {*SERVICES, "gateway", "documents-inspector"},
}


@pytest.mark.parametrize("secret", HOLDERS)
def test_a_secret_goes_only_to_its_holders(secret: str, instance: Instance) -> None:
    given = {name for name, values in every_environment(instance).items() if secret in values}
    assert given == HOLDERS[secret]


def test_only_migrations_know_an_owners_password(instance: Instance) -> None:
    for name, values in every_environment(instance).items():
        assert ("_owner:" in str(values)) == name.startswith("migrate-")


def test_a_process_has_the_database_role_and_broker_user_of_its_service(
    instance: Instance,
) -> None:
    values = environment(BY_NAME["cases-relay"], instance)
    assert values["DATABASE_URL"].startswith("postgresql+psycopg2://cases:")
    assert values["AMQP_URI"].startswith("amqp://cases:")
    assert values["SERVICE"] == "cases"


def test_the_lifeline_depends_on_no_database(instance: Instance) -> None:
    assert "DATABASE_URL" not in environment(BY_NAME["lifeline"], instance)
    assert not [need for need in BY_NAME["lifeline"].needs if "migrate" in need]


def test_the_hash_keys_of_two_services_differ(instance: Instance) -> None:
    keys = {environment(BY_NAME[service], instance)["HASH_KEY"] for service in SERVICES}
    assert len(keys) == len(SERVICES)
    assert "" not in keys


def test_every_process_tells_how_it_does_on_a_port_of_its_own(instance: Instance) -> None:
    ports = [environment(BY_NAME[name], instance)["METRICS_PORT"] for name in LONG_RUNNING]
    assert len(set(ports)) == len(ports)
    assert environment(BY_NAME["gateway"], instance)["METRICS_PORT"] == "8000"


def test_a_given_broker_replaces_all_users(instance: Instance) -> None:
    elsewhere = Instance(**{**vars(instance), "broker": "amqp://them@elsewhere/%2F"})
    uris = {values.get("AMQP_URI") for values in every_environment(elsewhere).values()}
    assert uris == {"amqp://them@elsewhere/%2F", None}


def test_nothing_else_of_the_callers_environment_leaks(
    instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "leak")
    assert "leak" not in str(every_environment(instance))


def test_the_table_names_only_what_exists() -> None:
    for process in PROCESSES:
        assert set(process.needs) <= {*SERVERS, *BY_NAME}
        assert set(process.settings) <= set(VALUES)
        assert process.broker is None or process.broker in USERS


def test_selecting_a_process_brings_the_tasks_it_needs() -> None:
    assert {process.name for process in selected(("cases",))} == {
        "migrate-cases",
        "topology",
        "cases",
    }
    assert selected(("postgres", "rabbitmq")) == ()
    assert selected(()) == PROCESSES
    with pytest.raises(KeyError):
        selected(("kases",))
