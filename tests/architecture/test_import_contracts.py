"""Each rule of `.importlinter` holds for the tree, and is seen to bite."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.architecture.checks.sources import ROOT

COLOUR = re.compile(r"\x1b\[\d+m")
PLANTED = {
    "contracts-only": {
        "gateway/planted_store.py": "from services.identity import store",
        "services/notify/reactions/planted_foreign.py": "from services.identity import model",
    },
    "gateway-chassis": {
        "gateway/planted_database.py": "from services.chassis.db.work import Work",
        "gateway/planted_token.py": "from services.chassis import tokens",
    },
    "services-below": {"services/identity/store/planted_page.py": "import gateway.texts"},
    "chassis-below": {"services/chassis/planted_case.py": "import services.cases.contract.types"},
    "rooms": {
        "services/identity/store/planted_up.py": "from services.identity import operations",
        "services/identity/domain/planted_model.py": "from services.identity import model",
        "services/documents/planted_room.py": "",
    },
    "operations": {
        "services/identity/operations/planted_sibling.py": (
            "from services.identity.operations.get_me import get_me"
        ),
        "services/documents/reactions/planted_sibling.py": (
            "from services.documents.sweeps.clear_staging import clear_staging"
        ),
    },
    "pure-domain": {
        "services/cases/domain/planted_query.py": "import sqlalchemy",
        "services/notify/domain/planted_database.py": "from services.chassis.db import work",
    },
    "contract-imports": {
        "services/cases/contract/planted_clock.py": "from services.chassis import clock",
        "services/notify/contract/planted_table.py": "import sqlalchemy",
    },
    "contracts-apart": {
        "services/documents/contract/planted_other.py": "from services.cases.contract import types",
    },
    "transport": {
        "services/identity/operations/planted_expose.py": (
            "from services.chassis.transport import expose"
        ),
    },
    "nameko": {
        "services/chassis/planted_rpc.py": "import nameko.rpc",
        "services/identity/steps/planted_sleep.py": "import eventlet",
    },
    "pika": {
        "gateway/live/planted_publish.py": "import pika",
        "services/chassis/transport/planted_channel.py": "from pika.channel import Channel",
    },
}
"""For each contract the files that break it."""


def contracts() -> dict[str, str]:
    """Identifier -> name of every contract."""
    rules = ConfigParser()
    rules.read(ROOT / ".importlinter")
    sections = [name for name in rules.sections() if name.startswith("importlinter:contract:")]
    return {name.rpartition(":")[2]: rules[name]["name"] for name in sections}


def lint(folder: Path) -> tuple[int, str]:
    """Exit status and words of import-linter in a folder."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, COLOUR.sub("", done.stdout + done.stderr)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the tree in which every contract is broken."""
    copy = tmp_path_factory.mktemp("tree")
    only_code = shutil.ignore_patterns("__pycache__", "node_modules", "static", "templates")
    for package in ("services", "gateway"):
        shutil.copytree(ROOT / package, copy / package, ignore=only_code)
    shutil.copy(ROOT / ".importlinter", copy)
    for files in PLANTED.values():
        for path, code in files.items():
            (copy / path).write_text(f"{code}\n")
    status, said = lint(copy)
    assert status == 1, said
    return said


def section(report: str, contract: str) -> str:
    """What the report says of one broken contract."""
    broken = report.partition("Broken contracts")[2]
    heading = rf"^{re.escape(contract)}\n-+\n"
    found = re.search(rf"{heading}(.*?)(?=^[^\n]+\n-{{5,}}$|\Z)", broken, re.M | re.S)
    return found[1] if found else ""


def test_the_tree_keeps_every_contract() -> None:
    status, said = lint(ROOT)
    assert status == 0, said


def test_every_contract_has_a_planted_violation() -> None:
    assert contracts().keys() == PLANTED.keys()


@pytest.mark.parametrize(
    ("contract", "path"),
    [(contract, path) for contract, files in PLANTED.items() for path in files],
)
def test_a_violation_is_reported(report: str, contract: str, path: str) -> None:
    module = path.removesuffix(".py").replace("/", ".")
    assert module in section(report, contracts()[contract])
