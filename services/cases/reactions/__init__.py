"""What cases does when it hears of something; one file per event."""

from services.cases.reactions.on_document_accepted import on_document_accepted
from services.cases.reactions.on_document_published import on_document_published
from services.cases.reactions.on_document_rejected import on_document_rejected
from services.cases.reactions.on_document_shielded import on_document_shielded
from services.cases.reactions.on_document_uploaded import on_document_uploaded
from services.cases.reactions.on_firm_approved import on_firm_approved
from services.cases.reactions.on_firm_changed import on_firm_changed
from services.cases.reactions.on_firm_merged import on_firm_merged
from services.cases.reactions.on_firm_rejected import on_firm_rejected
from services.cases.reactions.on_firm_suspended import on_firm_suspended
from services.cases.reactions.on_letter_issued import on_letter_issued
from services.cases.reactions.on_person_changed import on_person_changed
from services.cases.reactions.on_person_erased import on_person_erased
from services.cases.reactions.on_session_ended import on_session_ended
from services.cases.reactions.on_shielding_lifted import on_shielding_lifted
from services.cases.reactions.on_suspension_lifted import on_suspension_lifted
from services.cases.reactions.on_utility_configured import on_utility_configured

__all__ = [
    "on_document_accepted",
    "on_document_published",
    "on_document_rejected",
    "on_document_shielded",
    "on_document_uploaded",
    "on_firm_approved",
    "on_firm_changed",
    "on_firm_merged",
    "on_firm_rejected",
    "on_firm_suspended",
    "on_letter_issued",
    "on_person_changed",
    "on_person_erased",
    "on_session_ended",
    "on_shielding_lifted",
    "on_suspension_lifted",
    "on_utility_configured",
]
