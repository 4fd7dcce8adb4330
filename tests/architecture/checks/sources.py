"""Files of the tree as values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
SERVICES = ("identity", "cases", "documents", "notify")
PASSED_OVER = frozenset({"node_modules", "var", "__pycache__", "vendor"})
"""Folders of installed and made files; hidden folders are passed over too."""


@dataclass(frozen=True)
class Source:
    """One file: its path from the root of the tree, with slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree of a Python file."""
        return ast.parse(self.text, self.path)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the syntax tree."""
        return tuple(ast.walk(self.tree))

    @property
    def parts(self) -> tuple[str, ...]:
        """Folders and file name."""
        return tuple(self.path.split("/"))

    def under(self, *folders: str) -> bool:
        """True when the file is one of the paths or lies in one of them."""
        return any(self.path == folder or self.path.startswith(f"{folder}/") for folder in folders)


@lru_cache
def files(folder: str, *endings: str) -> tuple[Source, ...]:
    """Every file below a folder of the tree whose name ends so, in order of path."""
    return tuple(
        Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in sorted(_walk(ROOT / folder))
        if path.name.endswith(endings)
    )


def python(*folders: str) -> tuple[Source, ...]:
    """The Python files of some folders."""
    return tuple(source for folder in folders for source in files(folder, ".py"))


@cache
def identifiers(source: Source) -> frozenset[str]:
    """Names and attributes a file uses; imports and definitions are not uses."""
    return frozenset(
        node.id if isinstance(node, ast.Name) else node.attr
        for node in source.nodes
        if isinstance(node, ast.Name | ast.Attribute)
    )


@cache
def strings(source: Source) -> tuple[tuple[int, str], ...]:
    """Line and value of each string in code; docstrings and lone strings are prose, not code."""
    prose = {
        id(node.value)
        for node in source.nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return tuple(
        (node.lineno, node.value)
        for node in source.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
    )


def dotted(node: ast.AST) -> str:
    """`a.b.c` of names and attributes; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def imports_from(source: Source, package: str) -> bool:
    """True when the file imports anything of the package."""
    return any(name == package or name.startswith(f"{package}.") for name in _imported(source))


@cache
def _imported(source: Source) -> frozenset[str]:
    found: set[str] = set()
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found)


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name in PASSED_OVER or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
