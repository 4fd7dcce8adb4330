"""Which files the pages are made of: our own, and those of the packages npm installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

Sources = Mapping[str, bytes]

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ROOT / "node_modules"
OWN = Path(__file__).parent / "static"
THEME = "@digdir/designsystemet-theme/brand/digdir.css"
COMPONENTS = "@digdir/designsystemet-css/dist/src"
# The parts of the design system the pages use, in the order its own index has them.
BASE = ("base", "heading", "label", "paragraph", "validation-message")
PARTS = (
    "data-size-workaround", "link", "button", "alert", "skip-link", "list", "divider", "badge",
    "breadcrumbs", "card", "details", "tag", "input", "field", "fieldset", "error-summary", "table",
)  # fmt: skip
OWN_STYLES = (
    "fonts", "frame", "elements", "forms", "lists", "case", "dialogue", "people", "security",
    "small", "themes", "print",
)  # fmt: skip


def sources() -> Sources:
    """Every asset by name. Raises FileNotFoundError when the packages are not installed."""
    return {
        "portal.css": b"\n".join(_styles()),
        "htmx.js": (PACKAGES / "htmx.org/dist/htmx.min.js").read_bytes(),
        "inter.woff2": _inter("latin"),
        "inter-ext.woff2": _inter("latin-ext"),
        "favicon.svg": (OWN / "favicon.svg").read_bytes(),
        **{file.name: file.read_bytes() for file in sorted((OWN / "js").glob("*.js"))},
    }


def icon_source(name: str) -> str:
    """The drawing of an Aksel icon; raises FileNotFoundError for one that does not exist."""
    return (PACKAGES / f"@navikt/aksel-icons/dist/svg/{name}.svg").read_text(encoding="utf-8")


def _styles() -> Iterator[bytes]:
    yield b"@layer ds.theme, ds.base, ds.components, portal;"
    yield (PACKAGES / THEME).read_bytes().replace(b'@charset "UTF-8";', b"")
    yield _layer("ds.base", BASE)
    yield _layer("ds.components", PARTS)
    for name in OWN_STYLES:
        yield b"@layer portal {\n" + (OWN / "css" / f"{name}.css").read_bytes() + b"}"


def _layer(layer: str, parts: tuple[str, ...]) -> bytes:
    body = b"\n".join((PACKAGES / COMPONENTS / f"{part}.css").read_bytes() for part in parts)
    return f"@layer {layer} {{\n".encode() + body + b"\n}"


def _inter(subset: str) -> bytes:
    file = f"@fontsource-variable/inter/files/inter-{subset}-wght-normal.woff2"
    return (PACKAGES / file).read_bytes()
