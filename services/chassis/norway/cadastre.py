"""Properties as the land register (matrikkelen) numbers them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
)

Kommunenr = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
"""Municipality number, four digits: 4601 is Bergen."""

_HIGHEST = 99_999
"""Five digits is the widest the register writes."""


class Property(BaseModel):
    """One property of a case; `fnr` (lease) and `snr` (section) are 0 when there is none.

    Read tolerantly, as it travels in events too. Numbering follows Noark/Fiks: kommunenummer,
    gardsnummer, bruksnummer, festenummer, seksjonsnummer.
    """

    model_config = ConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, str_strip_whitespace=True
    )

    kommunenr: Kommunenr
    gnr: int = Field(ge=1, le=_HIGHEST)
    bnr: int = Field(ge=1, le=_HIGHEST)
    fnr: int = Field(default=0, ge=0, le=_HIGHEST)
    snr: int = Field(default=0, ge=0, le=_HIGHEST)
    address: str = Field(default="", max_length=200)
    lat: float | None = Field(default=None, ge=57, le=81.5)
    lon: float | None = Field(default=None, ge=-10, le=34)
    """Degrees, where a map or a look-up has placed it; left out when it is not known."""

    @model_serializer(mode="wrap")
    def _without_what_is_unknown(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {
            name: value
            for name, value in write(self).items()
            if name not in {"lat", "lon"} or value is not None
        }

    @property
    def key(self) -> str:
        """`4601-164/123/0/0`: the same property has the same key, whatever its address says."""
        return f"{self.kommunenr}-{self.gnr}/{self.bnr}/{self.fnr}/{self.snr}"

    @property
    def plot(self) -> str:
        """`4601-164/123`: the plot, whatever is leased or divided on it."""
        return f"{self.kommunenr}-{self.gnr}/{self.bnr}"

    def __str__(self) -> str:
        """`gnr. 164 bnr. 123`, and `(fnr. 2 snr. 1)` after it where they are not 0."""
        parts = [f"{name}. {number}" for name, number in self._finer() if number]
        finer = f" ({' '.join(parts)})" if parts else ""
        return f"gnr. {self.gnr} bnr. {self.bnr}{finer}"

    def _finer(self) -> tuple[tuple[str, int], ...]:
        return ("fnr", self.fnr), ("snr", self.snr)
