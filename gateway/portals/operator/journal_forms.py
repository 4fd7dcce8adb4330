"""What the forms of a journal say, and what is wrong with them by the names of their fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel
from starlette.datastructures import UploadFile

from gateway.portals.shared.forms import Posted, built
from services.chassis.messages import FieldError, InvalidRequest
from services.documents.contract.operations import LiftShielding, SettleFollowUp, ShieldDocument
from services.documents.contract.types import Entry

Model = TypeVar("Model", bound=BaseModel)
_SHIELD = ("basis", "reason", "ends_on", "public_title")


def put_in_form(form: Posted) -> tuple[UploadFile, Entry]:
    """The file and how it is entered. Refuses InvalidRequest, with all that is wrong at once."""
    errors: list[FieldError] = []
    entry, files = None, form.files("file")
    try:
        entry = _named(Entry, _entry(form), {}, prefix="entry.")
    except InvalidRequest as refusal:
        errors += refusal.errors
    if not files:
        errors.append(FieldError(field="file", code="required"))
    if errors or entry is None:
        raise InvalidRequest(errors=errors)
    return files[0], entry


def _entry(form: Posted) -> dict[str, Any]:
    shield = _shield(form, "entry.shield.")
    return {
        "journal_type": form.text("entry.journal_type") or None,
        "title": form.text("entry.title"),
        "dated_on": form.text("entry.dated_on") or None,
        "shield": shield if shield["basis"] else None,
    }


def shield_form(document_id: str, form: Posted) -> ShieldDocument:
    """Ground, reason, last day and public title."""
    values = {"document_id": document_id, **_shield(form)}
    return _named(ShieldDocument, {**values, "with_letters": bool(form.text("with_letters"))}, {})


def lift_form(document_id: str, form: Posted) -> LiftShielding:
    """Why; the field has a name of its own, as the page may have the other form too."""
    values = {"document_id": document_id, "reason": form.text("lift_reason")}
    return _named(LiftShielding, values, {"reason": "lift_reason"})


def settle_form(document_id: str, _form: Posted) -> SettleFollowUp:
    """A press of the button says it all."""
    return SettleFollowUp(document_id=document_id)


def _shield(form: Posted, prefix: str = "") -> dict[str, Any]:
    said: dict[str, Any] = {name: form.text(f"{prefix}{name}") for name in _SHIELD}
    return {**said, "basis": said["basis"] or None, "ends_on": said["ends_on"] or None}


def _named(
    model: type[Model], values: Mapping[str, Any], names: Mapping[str, str], *, prefix: str = ""
) -> Model:
    try:
        return built(model, values)
    except InvalidRequest as refusal:
        raise InvalidRequest(
            errors=[
                error.model_copy(
                    update={
                        "field": prefix + names.get(error.field, error.field),
                        "code": "required"
                        if values.get(error.field, "") in ("", None)
                        else error.code,
                    }
                )
                for error in refusal.errors
            ]
        ) from None
