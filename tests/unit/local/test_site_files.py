"""A site's containers run the same processes as one machine, with the same narrow settings."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.images.site_files import write
from deploy.images.site_settings import at_server, deployed, read_site
from deploy.local.failure import CannotStart
from deploy.local.paths import ROOT, DataFolder
from deploy.local.processes import Process

IMAGES = ROOT / "deploy" / "images"
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())
TARGETS = set(re.findall(r"^FROM base AS (\w+)", (IMAGES / "Containerfile").read_text(), re.M))

# Which setting lets a process see which file or folder.
MOUNTED = {
    "TOKEN_PUBLIC_KEYS": "token-public.json",
    "TOKEN_PRIVATE_KEYS": "token-private.json",
    "SEAL_PUBLIC_KEY": "seal-public.key",
    "SEAL_PRIVATE_KEY": "seal-private.key",
    "STAGING_DIR": "staging",
    "SPOOL_DIR": "spool",
    "LIFELINE_DIR": "lifeline",
}

every_process = pytest.mark.parametrize("process", deployed(), ids=lambda process: process.name)


@pytest.fixture
def site(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "site")
    write(IMAGES / "site.example", folder)
    return folder


def settings(site: DataFolder, name: str) -> dict[str, str]:
    lines = (site.root / "env" / f"{name}.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_the_containers_are_the_processes_and_two_servers() -> None:
    assert set(COMPOSE["services"]) == {process.name for process in deployed()} | {
        "postgres",
        "rabbitmq",
    }


@every_process
def test_a_container_runs_what_the_table_says_after_what_it_needs(process: Process) -> None:
    container = COMPOSE["services"][process.name]
    if "command" in container:
        assert container["command"] == ["python", *process.command]
    assert container["image"].removeprefix("entreprenorportalen/") in TARGETS
    assert container["env_file"] == [f"${{SITE:?}}/env/{process.name}.env"]
    assert set(container["depends_on"]) == set(process.needs) - {"epmd"}


@every_process
def test_a_container_sees_only_the_keys_and_folders_of_its_settings(process: Process) -> None:
    volumes = COMPOSE["services"][process.name].get("volumes", [])
    seen = {volume.removesuffix(":ro").rpartition("/")[2] for volume in volumes}
    assert seen == {MOUNTED[name] for name in process.settings if name in MOUNTED}


@every_process
def test_a_container_has_no_rights_of_its_own(process: Process) -> None:
    container = COMPOSE["services"][process.name]
    assert container["read_only"] is True
    assert container["cap_drop"] == ["ALL"]
    assert "user" not in container


def test_every_image_ends_without_root() -> None:
    text = (IMAGES / "Containerfile").read_text()
    for stage in re.split(r"^FROM base AS ", text, flags=re.M)[1:]:
        users = re.findall(r"^USER (\S+)", stage, re.M)
        assert not users or users[-1] == "10001:10001"
    assert re.findall(r"^USER (\S+)", text.split("FROM base AS")[0], re.M) == ["10001:10001"]


def test_a_service_image_holds_no_other_service() -> None:
    text = (IMAGES / "Containerfile").read_text()
    for stage in re.split(r"^FROM base AS ", text, flags=re.M)[1:]:
        name = stage.split()[0]
        copied = set(re.findall(r"^COPY services/(\w+)", stage, re.M))
        assert copied <= {name}


@every_process
def test_a_container_is_in_production_and_speaks_to_real_services(
    process: Process, site: DataFolder
) -> None:
    given = settings(site, process.name)
    assert given["ENVIRONMENT"] == "production"
    assert "127.0.0.1" not in str(given)
    assert "TWILIO_BASE_URL" not in given
    assert set(given) & {"CLOCK_OFFSET", "SANDBOX_URL", "PATH"} == set()


def test_addresses_keep_user_and_place_and_change_server(site: DataFolder) -> None:
    given = settings(site, "cases")
    assert re.fullmatch(
        r"postgresql\+psycopg2://cases:\w+@postgres:5432/cases", given["DATABASE_URL"]
    )
    assert re.fullmatch(r"amqp://cases:\w+@rabbitmq:5672/%2F", given["AMQP_URI"])
    assert at_server("x://a:b@h:1/d", "s:2") == "x://a:b@s:2/d"


def test_writing_again_keeps_the_secrets(site: DataFolder) -> None:
    before = {path: path.read_text() for path in (site.root / "env").iterdir()}
    write(IMAGES / "site.example", site)
    assert {path: path.read_text() for path in (site.root / "env").iterdir()} == before


def test_the_folder_is_closed_and_the_secrets_file_too(site: DataFolder) -> None:
    assert site.root.stat().st_mode & 0o077 == 0
    assert site.secrets.stat().st_mode & 0o077 == 0


def test_the_servers_learn_the_same_passwords(site: DataFolder) -> None:
    script = (site.root / "postgres" / "databases.sql").read_text()
    password = settings(site, "cases")["DATABASE_URL"].split(":")[2].split("@")[0]
    assert f"ALTER ROLE cases PASSWORD '{password}'" in script
    assert script.index("CREATE DATABASE cases") < script.index("\\connect cases")


def test_a_site_that_forgot_or_misspelt_a_setting_hears_of_it(tmp_path: Path) -> None:
    example = (IMAGES / "site.example").read_text()
    site = tmp_path / "site"
    site.write_text(example.replace("TWILIO_FROM=", "TWILIO_FORM="))
    with pytest.raises(CannotStart, match=r"lacks TWILIO_FROM\."):
        read_site(site)
    site.write_text(example + "TWILIO_FORM=1\n")
    with pytest.raises(CannotStart, match=r"unknown settings: TWILIO_FORM\."):
        read_site(site)
