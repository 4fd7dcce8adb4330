"""What a command decides before it starts anything."""

import json
import os
from pathlib import Path

import pytest

from deploy.local import debian, venv
from deploy.local.__main__ import port_setting
from deploy.local.failure import CannotStart
from deploy.local.homes import others_may_pass
from deploy.local.paths import DataFolder
from deploy.local.processes import PROCESSES
from deploy.local.ready_block import ready_block
from deploy.local.running import only_one, running_pid, stop_running
from deploy.local.settings import Instance
from deploy.local.suite import needs_no_servers
from deploy.local.up import Options
from deploy.postgres.roles import DATABASES, grant_statements, role_statements


def test_a_missing_package_is_named_to_whom_may_not_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(
        debian,
        "TO_RUN",
        (debian.Package("there", lambda: True), debian.Package("gone", lambda: False)),
    )
    with pytest.raises(CannotStart, match=r"missing: gone\. As root: apt-get update"):
        debian.ensure(for_tests=False)


def test_nothing_is_said_when_all_packages_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "TO_RUN", (debian.Package("there", lambda: True),))
    debian.ensure(for_tests=False)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A source tree in which nothing is installed; gives the commands that installing would run."""
    ran: list[list[str]] = []
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / lock).write_text(lock)
    folder = tmp_path / ".venv"
    monkeypatch.setattr(venv, "VENV", folder)
    monkeypatch.setattr(venv, "PYTHON", folder / "python")
    monkeypatch.setattr(venv, "STAMP", tmp_path / ".venv" / "installed.json")
    monkeypatch.setattr(venv, "LOCK_TO_RUN", tmp_path / "requirements.lock")
    monkeypatch.setattr(venv, "LOCK_TO_TEST", tmp_path / "requirements-dev.lock")

    def pretend(command: list[str], _: str) -> None:
        ran.append(command)
        folder.mkdir(exist_ok=True)
        (folder / "python").touch()

    monkeypatch.setattr(venv, "_run", pretend)
    return ran


def steps(ran: list[list[str]]) -> list[str]:
    return [Path(command[-1]).name for command in ran]


def test_packages_are_installed_once(environment: list[list[str]]) -> None:
    venv.ensure(for_tests=False)
    venv.ensure(for_tests=False)
    assert steps(environment) == [".venv", "requirements.lock"]
    assert all("--require-hashes" in command for command in environment if "pip" in command)


def test_the_test_packages_serve_for_running_too(environment: list[list[str]]) -> None:
    venv.ensure(for_tests=True)
    venv.ensure(for_tests=False)
    assert steps(environment) == [".venv", "requirements-dev.lock"]


def test_a_changed_lock_file_is_installed_on_top(environment: list[list[str]]) -> None:
    venv.ensure(for_tests=False)
    venv.LOCK_TO_RUN.write_text("changed")
    venv.ensure(for_tests=False)
    assert steps(environment) == [".venv", "requirements.lock", "requirements.lock"]


def test_a_half_built_environment_is_built_anew(environment: list[list[str]]) -> None:
    venv.STAMP.parent.mkdir()
    (venv.STAMP.parent / "python").touch()
    venv.ensure(for_tests=False)
    assert steps(environment) == [".venv", "requirements.lock"]
    assert "--clear" in environment[0]


def test_one_instance_per_data_folder(data: DataFolder) -> None:
    with only_one(data):
        assert running_pid(data) == os.getpid()
        with pytest.raises(CannotStart, match="already running"), only_one(data):
            pass
    assert running_pid(data) is None


def test_a_stale_process_number_is_nobodys(data: DataFolder) -> None:
    """The supervisor was killed and another process has its number now: nobody is stopped."""
    data.supervisor.write_text(json.dumps({"pid": os.getpid(), "born": "1"}))
    data.lock.touch()
    assert not stop_running(data)
    with only_one(data):
        data.supervisor.write_text(json.dumps({"pid": os.getpid(), "born": "1"}))
        assert not stop_running(data)


@pytest.mark.parametrize("nonsense", ["http", "0", "70000", "-1"])
def test_a_port_must_be_one(nonsense: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", nonsense)
    with pytest.raises(CannotStart, match="PORT must be a port number"):
        port_setting("PORT", 8000)


def test_an_empty_setting_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    assert port_setting("PORT", 8000) == 8000


def test_a_stranger_among_the_processes_is_named(data: DataFolder) -> None:
    with pytest.raises(CannotStart, match="no process called kases"):
        Options(data, 8000, 8025, only=("kases",)).check()


def test_unit_tests_start_no_servers() -> None:
    assert needs_no_servers(["tests/unit", "-k", "x"])
    assert needs_no_servers(["-q", "tests/unit/local/test_ports.py", "tests/architecture"])
    assert not needs_no_servers([])
    assert not needs_no_servers(["-k", "x"])
    assert not needs_no_servers(["tests/unit", "tests/journeys"])


def test_a_closed_folder_is_noticed(tmp_path: Path) -> None:
    inner = tmp_path / "closed" / "inner"
    inner.mkdir(parents=True)
    (tmp_path / "closed").chmod(0o700)
    assert not others_may_pass(inner)


def test_the_ready_lines_name_both_portals_and_the_accounts(instance: Instance) -> None:
    instance.data.demo_accounts.write_text("kari@ror.example  a password\n")
    block = ready_block(instance, PROCESSES, 12.3)
    for words in (instance.public_url, instance.operator_url, instance.sandbox_url, "kari@ror"):
        assert words in block


@pytest.mark.parametrize("database", DATABASES)
def test_the_runtime_role_is_given_rows_and_nothing_more(database: str) -> None:
    to_runtime = [line for line in grant_statements(database) if line.endswith(f" TO {database}")]
    given = " ".join(to_runtime).replace("ALTER DEFAULT PRIVILEGES", "")
    assert "SELECT, INSERT, UPDATE, DELETE ON TABLES" in given
    for word in ("CREATE", "TRUNCATE", "REFERENCES", "TRIGGER", "ALL", "OWNER"):
        assert word not in given


def test_waiting_has_a_limit_for_every_runtime_role() -> None:
    passwords = {"cases": "a", "cases_owner": "b"}
    statements = " ".join(role_statements("cases", passwords))
    for limit in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
        assert f"ALTER ROLE cases SET {limit}" in statements
