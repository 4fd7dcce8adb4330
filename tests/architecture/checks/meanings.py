"""Contracts against what the code does: operations, events, refusals."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from tests.architecture.checks.sources import Source, identifiers, imports_from, strings


def classes(sources: Iterable[Source]) -> Iterator[tuple[str, tuple[str, ...], Source]]:
    """Name, names of bases, and file of each class."""
    for source in sources:
        for node in source.tree.body:
            if isinstance(node, ast.ClassDef):
                yield node.name, tuple(_base(base) for base in node.bases), source


def descendants(sources: Iterable[Source], root: str) -> dict[str, Source]:
    """Every class that descends from the one of that name, and where it stands."""
    known = list(classes(sources))
    found: dict[str, Source] = {}
    roots = {root}
    while new := {n: s for n, bases, s in known if roots & {*bases} and n not in found}:
        found.update(new)
        roots |= set(new)
    return found


def _base(node: ast.expr) -> str:
    inner = node.value if isinstance(node, ast.Subscript) else node
    return inner.attr if isinstance(inner, ast.Attribute) else getattr(inner, "id", "")


def unmatched(
    requests: Mapping[str, str], operations: Mapping[str, str], exposed: Sequence[str]
) -> list[str]:
    """Contract, operation files and table of contents against each other.

    `requests`: operation name -> request class; `operations`: function in a file of its name ->
    the class of its first argument; `exposed`: names in the table of contents.
    """
    found = [
        f"{name}: asked for in the contract, no operation" for name in {*requests} - {*operations}
    ]
    found += [f"{name}: an operation no contract asks for" for name in {*operations} - {*requests}]
    found += [f"{name}: not in the table of contents" for name in requests if name not in exposed]
    found += [f"{name}: exposed twice" for name in {*exposed} if exposed.count(name) > 1]
    found += [f"{name}: exposed, not in the contract" for name in {*exposed} - {*requests}]
    found += [
        f"{name}: takes {operations[name]}, not {requests[name]}"
        for name in requests.keys() & operations.keys()
        if operations[name] != requests[name]
    ]
    return sorted(found)


def recorded_in(sources: Iterable[Source]) -> frozenset[str]:
    """Tags written to the trail that are no event's: the first argument of `record(...)`."""
    return frozenset(
        node.args[0].value
        for source in sources
        for node in source.nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr == "record" and node.args
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    )


def operations_in(folder: Iterable[Source]) -> dict[str, str]:
    """Function -> class of its first argument, for each file that holds one of its own name."""
    found = {}
    for source in folder:
        stem = source.parts[-1].removesuffix(".py")
        for node in source.tree.body:
            if isinstance(node, ast.FunctionDef) and node.name == stem and node.args.args:
                annotation = node.args.args[0].annotation
                found[stem] = _base(annotation) if annotation else ""
    return found


def built(sources: Iterable[Source]) -> frozenset[str]:
    """Names that are called, made by a class method, or handed to a call.

    `X(...)`, `X.model_validate(...)`, `make(X, ...)`; naming a type in an annotation, a check or an
    import makes nothing.
    """
    found: set[str] = set()
    for source in sources:
        for node in source.nodes:
            if isinstance(node, ast.Call):
                found |= _made(node)
    return frozenset(found)


_LOOKING = frozenset({"isinstance", "issubclass"})


def _made(call: ast.Call) -> set[str]:
    name = _base(call.func)
    if name in _LOOKING:
        return set()
    found = {name, *(_base(argument) for argument in call.args)}
    if isinstance(call.func, ast.Attribute):
        found.add(_base(call.func.value))
    return found - {""}


def used(name: str, sources: Iterable[Source]) -> bool:
    """True when code raises, builds or hands on the class; catching it is no use."""
    return any(name in _given(source) for source in sources)


@cache
def _given(source: Source) -> frozenset[str]:
    caught = {
        id(inner)
        for node in source.nodes
        if isinstance(node, ast.ExceptHandler) and node.type
        for inner in ast.walk(node.type)
    }
    bases = {
        id(inner)
        for node in source.nodes
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        for inner in ast.walk(base)
    }
    return frozenset(
        _base(node)
        for node in source.nodes
        if isinstance(node, ast.Name | ast.Attribute)
        and id(node) not in caught
        and id(node) not in bases
    )


def mentioned(name: str, tests: Iterable[Source], package: str = "") -> bool:
    """True when a test names it, in code or as a string; in a file that knows the package, if any.

    Operations of one name stand in several services: the file tells which one is meant.
    """
    return any(
        name in identifiers(test) or any(value == name for _line, value in strings(test))
        for test in tests
        if not package or imports_from(test, package)
    )
