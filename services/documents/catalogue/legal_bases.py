"""The grounds in law a document may be shielded on; from `legal_bases.yaml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.chassis.messages import FieldError, InvalidRequest

Texts = dict[Literal["nb", "nn", "en"], str]


class Basis(BaseModel):
    """One ground: its restriction, the act, how it is cited, and what it is about."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern="^[A-Z][A-Z_]{2,39}$")
    restriction: str
    law: str = Field(pattern="^LOV-[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?$")
    reference: str = Field(pattern="§")
    title: Texts = Field(min_length=3)
    retired: bool = False


class Bases(BaseModel):
    """The whole table. Raises ValueError for a restriction that is not named, or a code twice."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    restrictions: dict[str, Texts]
    bases: list[Basis] = Field(min_length=1)

    @model_validator(mode="after")
    def _hangs_together(self) -> Bases:
        codes = [basis.code for basis in self.bases]
        if len(codes) != len(set(codes)):
            raise ValueError("a code stands twice")
        if {basis.restriction for basis in self.bases} != self.restrictions.keys():
            raise ValueError("a ground names a restriction that is not there, or nobody uses one")
        return self


@lru_cache(maxsize=1)
def table() -> Bases:
    """The table, read once."""
    source = Path(__file__).with_name("legal_bases.yaml").read_text(encoding="utf-8")
    return Bases.model_validate(yaml.safe_load(source))


def offered() -> list[Basis]:
    """Those one may choose, in their order."""
    return [basis for basis in table().bases if not basis.retired]


def restriction(code: str) -> str:
    """The restriction that follows from a ground, retired ones too."""
    return next(basis.restriction for basis in table().bases if basis.code == code)


def ensure_offered(code: str, field: str) -> None:
    """Raises InvalidRequest, naming the field, for a ground one may not choose."""
    if code not in {basis.code for basis in offered()}:
        raise InvalidRequest(errors=[FieldError(field=field, code="not_a_choice")])
