"""An instance that was never started."""

from pathlib import Path

import pytest

from deploy.local.paths import DataFolder
from deploy.local.secret_store import complete
from deploy.local.settings import INTERNAL_PORTS, Instance


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    folder.create()
    return folder


@pytest.fixture
def instance(data: DataFolder) -> Instance:
    return Instance(
        data=data,
        port=8000,
        sandbox_port=8025,
        ports={name: 20_000 + number for number, name in enumerate(INTERNAL_PORTS)},
        secrets=complete({}),
    )
