"""Sealed secrets: only the holder of the private key reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.encoding import Base64Encoder
from nacl.public import PrivateKey

from services.chassis.seal import seal, unseal
from services.chassis.settings import settings


@pytest.fixture
def private_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Notify's key; its public half is in the settings."""
    key = PrivateKey.generate()
    (tmp_path / "private").write_bytes(key.encode(Base64Encoder))
    (tmp_path / "public").write_bytes(key.public_key.encode(Base64Encoder))
    monkeypatch.setenv("SEAL_PUBLIC_KEY", str(tmp_path / "public"))
    settings.cache_clear()
    yield tmp_path / "private"
    settings.cache_clear()


def test_a_sealed_code_is_read_with_the_private_key(private_key: Path) -> None:
    assert unseal(seal("482915"), str(private_key)) == "482915"


def test_a_sealed_code_does_not_show(private_key: Path) -> None:
    assert "482915" not in seal("482915")
    assert seal("482915") != seal("482915")


def test_another_key_does_not_open_it(private_key: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(PrivateKey.generate().encode(Base64Encoder))
    with pytest.raises(ValueError, match="not sealed to this key"):
        unseal(seal("482915"), str(other))
