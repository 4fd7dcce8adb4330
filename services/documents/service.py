"""Documents' table of contents."""

from services.chassis.transport import UnitOfWork, expose, listen, sweep
from services.documents import operations, reactions, sweeps


class DocumentsService:
    """Files of cases: their way in, their journal, and the letters of the utility."""

    name = "documents"
    unit_of_work = UnitOfWork()

    start_upload = expose(operations.start_upload, open_to=("firm", "staff"))
    start_firm_upload = expose(operations.start_firm_upload, open_to="firm")
    get_upload = expose(operations.get_upload, open_to=("firm", "staff"))
    complete_upload = expose(operations.complete_upload, open_to=("firm", "staff"))
    list_documents = expose(operations.list_documents, open_to=("firm", "staff"))
    list_firm_letters = expose(operations.list_firm_letters, open_to=("firm", "staff"))
    get_document = expose(operations.get_document, open_to=("firm", "staff"))
    open_content = expose(operations.open_content, open_to=("firm", "staff"))
    list_legal_bases = expose(operations.list_legal_bases, open_to="staff")
    shield_document = expose(operations.shield_document, open_to="staff")
    lift_shielding = expose(operations.lift_shielding, open_to="staff")
    settle_follow_up = expose(operations.settle_follow_up, open_to="staff")

    canary = expose(operations.canary, open_to="public")
    list_parked = expose(operations.list_parked, open_to="staff")
    replay_parked = expose(operations.replay_parked, open_to="staff")
    export_mine = expose(operations.export_mine, open_to=("firm", "staff"))
    list_deeds = expose(operations.list_deeds, open_to=("firm", "staff"))
    list_trail = expose(operations.list_trail, open_to="staff")

    on_appeal_handled = listen(reactions.on_appeal_handled)
    on_case_appealed = listen(reactions.on_case_appealed)
    on_case_assigned = listen(reactions.on_case_assigned)
    on_case_closed = listen(reactions.on_case_closed)
    on_case_closed_unanswered = listen(reactions.on_case_closed_unanswered)
    on_case_created = listen(reactions.on_case_created)
    on_case_lapsed = listen(reactions.on_case_lapsed)
    on_draft_expired = listen(reactions.on_draft_expired)
    on_case_received = listen(reactions.on_case_received)
    on_case_reopened = listen(reactions.on_case_reopened)
    on_case_routed = listen(reactions.on_case_routed)
    on_case_submitted = listen(reactions.on_case_submitted)
    on_case_withdrawn = listen(reactions.on_case_withdrawn)
    on_decision_proposed = listen(reactions.on_decision_proposed)
    on_decision_recorded = listen(reactions.on_decision_recorded)
    on_firm_approved = listen(reactions.on_firm_approved)
    on_firm_changed = listen(reactions.on_firm_changed)
    on_firm_merged = listen(reactions.on_firm_merged)
    on_firm_registered = listen(reactions.on_firm_registered)
    on_firm_rejected = listen(reactions.on_firm_rejected)
    on_firm_suspended = listen(reactions.on_firm_suspended)
    on_firm_replaced = listen(reactions.on_firm_replaced)
    on_information_requested = listen(reactions.on_information_requested)
    on_person_erased = listen(reactions.on_person_erased)
    on_interim_answer_given = listen(reactions.on_interim_answer_given)
    on_party_answered = listen(reactions.on_party_answered)
    on_party_ended = listen(reactions.on_party_ended)
    on_firm_changed_on_case = listen(reactions.on_firm_changed_on_case)
    on_proposal_declined = listen(reactions.on_proposal_declined)
    on_session_ended = listen(reactions.on_session_ended, ahead=True)
    on_statement_given = listen(reactions.on_statement_given)
    on_supplement_accepted = listen(reactions.on_supplement_accepted)
    on_supplement_sent = listen(reactions.on_supplement_sent)
    on_suspension_lifted = listen(reactions.on_suspension_lifted)
    on_utility_configured = listen(reactions.on_utility_configured)

    clear_staging = sweep(sweeps.clear_staging, every=30)
    lift_ended_shieldings = sweep(sweeps.lift_ended_shieldings, every=30)
