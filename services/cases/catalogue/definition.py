"""What a case type is: the shape of a file in `types/`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from services.cases.contract.types.catalogue import FieldView, FormRule, StepView
from services.cases.contract.types.words import CaseClass, Texts, Topic
from services.cases.domain.deadline_rule import DeadlineRule
from services.cases.domain.transitions import LifecycleName
from services.chassis.messages import Message

TradeCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
"""A profession or a qualification; which ones there are is identity's to say."""


class CaseTypeDefinition(Message):
    """One version of a case type; never changed once published."""

    code: str = Field(pattern=r"^[A-Z]+(-[A-Z]+)*$", max_length=20)
    version: int = Field(ge=1)
    order: int
    """Place in the catalogue."""
    class_: CaseClass = Field(alias="class")
    topic: Topic = "running"
    """Versions published before there were topics go without."""
    lifecycle: LifecycleName
    urgent: bool = False
    title: Texts
    summary: Texts
    for_whom: Texts
    how_long: Texts
    """`{time}` stands for the deadline, so that the number is written once."""
    professions: list[TradeCode] = Field(min_length=1)
    qualifications: list[TradeCode | list[TradeCode]] = []
    """All of them are needed to submit; of an inner list, one."""
    competence: list[Texts] = []
    """Whoever does the work holds one of these; shown, and asked for in the form."""
    private: bool = False
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    manual: str = Field(pattern=r"^/hjelp/[a-z0-9-]+$")
    deadline: DeadlineRule
    appeal_weeks: int | None = Field(default=None, ge=1, le=26)
    appeal_body: Texts | None = None
    """Who decides an appeal the utility does not follow."""
    interim_answer: bool = True
    """An interim answer goes out after a month (forvaltningsloven section 11 a)."""
    answer_weeks: int = Field(default=3, ge=1, le=26)
    """What a firm is given to answer a deficiency letter when nobody chooses a day."""
    lapse_years: int | None = Field(default=3, ge=1, le=10)
    """An approval nobody uses for so long lapses; None for those that stand."""
    letters: list[Literal["receipt", "deficiency", "decision", "statement"]] = []
    """The letters the utility sends in such a case."""
    old_names: list[str] = []
    keywords: list[str] = []
    preconditions: list[Texts] = []
    steps: list[StepView] = Field(min_length=1)
    rules: list[FormRule] = []

    def fields(self) -> Iterator[FieldView]:
        """Every field in the order of the form."""
        for step in self.steps:
            yield from step.fields

    def step_of(self, name: str) -> str:
        """The key of the step that holds a field; empty for a field that does not exist."""
        for step in self.steps:
            if any(field.name == name for field in step.fields):
                return step.key
        return ""

    def is_open(self, at: datetime) -> bool:
        """True from `opens_at` until, not including, `closes_at`."""
        begun = self.opens_at is None or self.opens_at <= at
        return begun and (self.closes_at is None or at < self.closes_at)
