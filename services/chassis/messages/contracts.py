"""What a service's contract declares, whether it is one module or a package of several."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import TypeVar

Declared = TypeVar("Declared")


def modules_of(name: str) -> Iterator[ModuleType]:
    """The module of that name, and those in it when it is a package."""
    module = importlib.import_module(name)
    yield module
    for found in pkgutil.iter_modules(getattr(module, "__path__", ())):
        yield importlib.import_module(f"{name}.{found.name}")


def declared_in(name: str, kind: type[Declared]) -> list[type[Declared]]:
    """Classes of a kind that the module or package defines itself, in the order written.

    `Query[CaseView]` stands in a module like a class of its own, and is none.
    """
    return [
        value
        for module in modules_of(name)
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, kind)
        and value.__module__ == module.__name__
        and "[" not in value.__name__
    ]
