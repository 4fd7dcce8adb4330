"""What documents does when it hears something, one file each."""

from services.documents.reactions.on_appeal_handled import on_appeal_handled
from services.documents.reactions.on_case_appealed import on_case_appealed
from services.documents.reactions.on_case_assigned import on_case_assigned
from services.documents.reactions.on_case_closed import on_case_closed
from services.documents.reactions.on_case_closed_unanswered import on_case_closed_unanswered
from services.documents.reactions.on_case_created import on_case_created
from services.documents.reactions.on_case_lapsed import on_case_lapsed
from services.documents.reactions.on_case_received import on_case_received
from services.documents.reactions.on_case_reopened import on_case_reopened
from services.documents.reactions.on_case_routed import on_case_routed
from services.documents.reactions.on_case_submitted import on_case_submitted
from services.documents.reactions.on_case_withdrawn import on_case_withdrawn
from services.documents.reactions.on_decision_proposed import on_decision_proposed
from services.documents.reactions.on_decision_recorded import on_decision_recorded
from services.documents.reactions.on_draft_expired import on_draft_expired
from services.documents.reactions.on_firm_approved import on_firm_approved
from services.documents.reactions.on_firm_changed import on_firm_changed
from services.documents.reactions.on_firm_changed_on_case import on_firm_changed_on_case
from services.documents.reactions.on_firm_merged import on_firm_merged
from services.documents.reactions.on_firm_registered import on_firm_registered
from services.documents.reactions.on_firm_rejected import on_firm_rejected
from services.documents.reactions.on_firm_replaced import on_firm_replaced
from services.documents.reactions.on_firm_suspended import on_firm_suspended
from services.documents.reactions.on_information_requested import on_information_requested
from services.documents.reactions.on_interim_answer_given import on_interim_answer_given
from services.documents.reactions.on_party_answered import on_party_answered
from services.documents.reactions.on_party_ended import on_party_ended
from services.documents.reactions.on_person_erased import on_person_erased
from services.documents.reactions.on_proposal_declined import on_proposal_declined
from services.documents.reactions.on_session_ended import on_session_ended
from services.documents.reactions.on_statement_given import on_statement_given
from services.documents.reactions.on_supplement_accepted import on_supplement_accepted
from services.documents.reactions.on_supplement_sent import on_supplement_sent
from services.documents.reactions.on_suspension_lifted import on_suspension_lifted
from services.documents.reactions.on_utility_configured import on_utility_configured

__all__ = [
    "on_appeal_handled",
    "on_case_appealed",
    "on_case_assigned",
    "on_case_closed",
    "on_case_closed_unanswered",
    "on_case_created",
    "on_case_lapsed",
    "on_case_received",
    "on_case_reopened",
    "on_case_routed",
    "on_case_submitted",
    "on_case_withdrawn",
    "on_decision_proposed",
    "on_decision_recorded",
    "on_draft_expired",
    "on_firm_approved",
    "on_firm_changed",
    "on_firm_changed_on_case",
    "on_firm_merged",
    "on_firm_registered",
    "on_firm_rejected",
    "on_firm_replaced",
    "on_firm_suspended",
    "on_information_requested",
    "on_interim_answer_given",
    "on_party_answered",
    "on_party_ended",
    "on_person_erased",
    "on_proposal_declined",
    "on_session_ended",
    "on_statement_given",
    "on_supplement_accepted",
    "on_supplement_sent",
    "on_suspension_lifted",
    "on_utility_configured",
]
