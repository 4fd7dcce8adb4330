"""The demo's utilities: what the seed configures and which hosts the gateway answers to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("utilities.yaml")
NOT_IDENTITYS = {"on_call", "contacts", "hosts", "opens_at"}
"""Keys of the file that another service is told, or that follow from the port."""


@lru_cache(maxsize=1)
def utilities() -> list[dict[str, Any]]:
    """As the file says, in its order."""
    read: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["utilities"]
    return read


def urls(item: dict[str, Any], port: int | str) -> dict[str, str]:
    """The addresses of its two portals on this machine."""
    return {portal: f"http://{host}:{port}" for portal, host in item["hosts"].items()}


def hosts_setting(port: int | str) -> str:
    """The setting UTILITY_HOSTS: every utility but the first, which has the instance's own."""
    return json.dumps({item["utility"]: urls(item, port) for item in utilities()[1:]})


def views(port: int | str) -> Iterator[dict[str, Any]]:
    """What identity is told of each."""
    for item in utilities():
        own = urls(item, port)
        said = {name: value for name, value in item.items() if name not in NOT_IDENTITYS}
        yield {**said, "contractor_url": own["contractor"], "operator_url": own["operator"]}
