"""Secrets are made once, kept privately, and completed when the portal learns to need another."""

import base64
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nacl.public import PrivateKey

from deploy.local.keys import ensure_keys
from deploy.local.paths import DataFolder, write_private
from deploy.local.secret_store import complete, open_secrets


def private(path: Path) -> bool:
    return path.stat().st_mode & 0o777 == 0o600


def test_secrets_stay_the_same_from_start_to_start(data: DataFolder) -> None:
    first = open_secrets(data)
    assert open_secrets(data) == first
    assert private(data.secrets)


def test_no_two_secrets_are_alike() -> None:
    values = list(complete({}).values())
    assert len(set(values)) == len(values)


def test_a_missing_secret_is_made_and_the_others_kept() -> None:
    known = complete({})
    older = {name: value for name, value in known.items() if name != "upload"}
    renewed = complete(older)
    assert {**renewed, "upload": ""} == {**known, "upload": ""}
    assert renewed["upload"] != known["upload"]


def test_the_account_at_twilio_looks_like_one() -> None:
    sid = complete({})["twilio-sid"]
    assert sid.startswith("AC")
    assert len(bytes.fromhex(sid[2:])) == 16


def test_signing_keys_are_made_once_and_their_public_half_cannot_sign(data: DataFolder) -> None:
    ensure_keys(data)
    before = {path.name: path.read_text() for path in data.keys.iterdir()}
    ensure_keys(data)
    assert {path.name: path.read_text() for path in data.keys.iterdir()} == before
    assert all(private(path) for path in data.keys.iterdir())
    signing = json.loads(before["token-private.json"])["keys"]
    verifying = json.loads(before["token-public.json"])["keys"]
    assert [key["kid"] for key in signing] == [key["kid"] for key in verifying]
    assert len({key["kid"] for key in signing}) == 2
    assert not any("d" in key for key in verifying)


def test_both_halves_of_a_signing_key_belong_together(data: DataFolder) -> None:
    ensure_keys(data)
    for key in json.loads((data.keys / "token-private.json").read_text())["keys"]:
        seed = base64.urlsafe_b64decode(key["d"] + "=")
        public = base64.urlsafe_b64decode(key["x"] + "=")
        assert Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw() == public


def test_both_halves_of_the_sealing_key_belong_together(data: DataFolder) -> None:
    ensure_keys(data)
    secret = PrivateKey(base64.b64decode((data.keys / "seal-private.key").read_text()))
    assert base64.b64decode((data.keys / "seal-public.key").read_text()) == bytes(secret.public_key)


def test_a_half_written_pair_is_made_anew(data: DataFolder) -> None:
    (data.keys / "token-private.json").write_text("{")
    ensure_keys(data)
    assert len(json.loads((data.keys / "token-private.json").read_text())["keys"]) == 2


def test_a_private_file_replaces_one_that_others_could_read(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old")
    path.chmod(0o644)
    write_private(path, "new")
    assert path.read_text() == "new"
    assert private(path)


def test_a_folder_is_named_from_the_source_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert DataFolder.at("var").root == DataFolder.at("./x/../var").root
    assert DataFolder.at("/data").root == Path("/data")
