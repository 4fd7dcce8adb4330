"""Repeating groups as browsers post them: rows typed, rows empty, a row more, a row less."""

from __future__ import annotations

from starlette.datastructures import FormData

from gateway.portals.contractor.form_fields import group_rows, read_step, shown_fields
from gateway.portals.shared.forms import Posted
from gateway.problem import problem_of
from gateway.rpc import RemoteRefusal
from services.cases.contract.types.catalogue import FieldView, StepView
from services.chassis.messages import FieldError

SAYS = {"nb": "Noe", "nn": "Noko", "en": "Something"}
PIPES = FieldView(
    name="pipes",
    type="rows",
    label=SAYS,
    most=2,
    columns=[
        FieldView(name="service", type="choice", label=SAYS, required=True),
        FieldView(name="length", type="number", label=SAYS),
        FieldView(name="is_new", type="yes_no", label=SAYS),
    ],
)
STEP = StepView(key="work", title=SAYS, fields=[PIPES])


def _posted(**values: str) -> Posted:
    return Posted(FormData({name.replace("__", "."): value for name, value in values.items()}))


def test_rows_are_read_without_what_was_left_empty() -> None:
    form = _posted(
        pipes__0__service="water",
        pipes__0__length="",
        pipes__1__service="",
        pipes__1__length="",
        pipes__2__service="foul",
        pipes__2__length=" 3,5 ",
    )
    assert read_step(form, STEP) == {
        "pipes": [{"service": "water"}, {"service": "foul", "length": "3,5"}]
    }
    assert len(group_rows(form, PIPES)) == 3, "one over the most is read, so that it is refused"


def test_a_page_shows_every_row_as_it_was_saved_or_one_to_begin_with() -> None:
    saved = {"pipes": [{"service": "water", "length": 3.5, "is_new": False}]}
    shown = shown_fields(STEP, saved, {}, None)[0]
    assert shown.value == [{"service": "water", "length": "3,5", "is_new": "no"}]
    assert shown_fields(STEP, {}, {}, None)[0].value == [
        {"service": "", "length": "", "is_new": ""}
    ]


def test_what_is_wrong_is_said_in_its_cell_in_the_words_of_the_type() -> None:
    refusal = RemoteRefusal(
        "FormIncomplete",
        "invalid",
        errors=[
            FieldError(field="pipes.1.length", code="too_high", facts={"maximum": 9}),
            FieldError(field="pipes", code="rule_sum", facts={"says": SAYS}),
        ],
    )
    problem = problem_of(refusal, "nn", "t")
    shown = shown_fields(STEP, {}, {}, problem)[0]
    assert set(shown.row_errors) == {"1.length"}
    assert shown.error == "Noko"
