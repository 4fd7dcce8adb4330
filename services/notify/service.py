"""Table of contents of notify: every entrypoint, one line each."""

from __future__ import annotations

from services.chassis.transport import UnitOfWork, expose, listen, pump, sweep
from services.notify.deliveries import deliver_codes, deliver_emergencies, deliver_ordinary
from services.notify.messages import messages
from services.notify.operations.acknowledge_incident import acknowledge_incident
from services.notify.operations.canary import canary
from services.notify.operations.configure_contact import configure_contact
from services.notify.operations.export_mine import export_mine
from services.notify.operations.get_news import get_news
from services.notify.operations.list_contacts import list_contacts
from services.notify.operations.list_deeds import list_deeds
from services.notify.operations.list_deliveries import list_deliveries
from services.notify.operations.list_incidents import list_incidents
from services.notify.operations.list_news import list_news
from services.notify.operations.list_parked import list_parked
from services.notify.operations.list_trail import list_trail
from services.notify.operations.publish_news import publish_news
from services.notify.operations.record_delivery_status import record_delivery_status
from services.notify.operations.remove_contact import remove_contact
from services.notify.operations.replay_parked import replay_parked
from services.notify.operations.report_emergency import report_emergency
from services.notify.operations.resolve_incident import resolve_incident
from services.notify.operations.set_contact import set_contact
from services.notify.operations.set_on_call import set_on_call
from services.notify.operations.write_news import write_news
from services.notify.reactions.on_api_key_created import on_api_key_created
from services.notify.reactions.on_api_key_expiring import on_api_key_expiring
from services.notify.reactions.on_appeal_handled import on_appeal_handled
from services.notify.reactions.on_case_appealed import on_case_appealed
from services.notify.reactions.on_case_assigned import on_case_assigned
from services.notify.reactions.on_case_closed import on_case_closed
from services.notify.reactions.on_case_closed_unanswered import on_case_closed_unanswered
from services.notify.reactions.on_case_created import on_case_created
from services.notify.reactions.on_case_extended import on_case_extended
from services.notify.reactions.on_case_lapsed import on_case_lapsed
from services.notify.reactions.on_case_received import on_case_received
from services.notify.reactions.on_case_reopened import on_case_reopened
from services.notify.reactions.on_case_submitted import on_case_submitted
from services.notify.reactions.on_case_withdrawn import on_case_withdrawn
from services.notify.reactions.on_code_issued import on_code_issued
from services.notify.reactions.on_contact_changed import on_contact_changed
from services.notify.reactions.on_decision_recorded import on_decision_recorded
from services.notify.reactions.on_device_seen import on_device_seen
from services.notify.reactions.on_document_published import on_document_published
from services.notify.reactions.on_document_rejected import on_document_rejected
from services.notify.reactions.on_draft_expiring import on_draft_expiring
from services.notify.reactions.on_exemption_granted import on_exemption_granted
from services.notify.reactions.on_factor_changed import on_factor_changed
from services.notify.reactions.on_firm_approved import on_firm_approved
from services.notify.reactions.on_firm_changed import on_firm_changed
from services.notify.reactions.on_firm_changed_on_case import on_firm_changed_on_case
from services.notify.reactions.on_firm_link_issued import on_firm_link_issued
from services.notify.reactions.on_firm_merged import on_firm_merged
from services.notify.reactions.on_firm_registered import on_firm_registered
from services.notify.reactions.on_firm_rejected import on_firm_rejected
from services.notify.reactions.on_firm_replaced import on_firm_replaced
from services.notify.reactions.on_firm_suspended import on_firm_suspended
from services.notify.reactions.on_freeze_changed import on_freeze_changed
from services.notify.reactions.on_freeze_comes_up import on_freeze_comes_up
from services.notify.reactions.on_inactivity_warned import on_inactivity_warned
from services.notify.reactions.on_information_requested import on_information_requested
from services.notify.reactions.on_interim_answer_given import on_interim_answer_given
from services.notify.reactions.on_invitation_sent import on_invitation_sent
from services.notify.reactions.on_lapse_warned import on_lapse_warned
from services.notify.reactions.on_letter_reminded import on_letter_reminded
from services.notify.reactions.on_link_issued import on_link_issued
from services.notify.reactions.on_messages_waiting import on_messages_waiting
from services.notify.reactions.on_mobile_enrolled import on_mobile_enrolled
from services.notify.reactions.on_new_application_needed import on_new_application_needed
from services.notify.reactions.on_party_answered import on_party_answered
from services.notify.reactions.on_party_ended import on_party_ended
from services.notify.reactions.on_party_invited import on_party_invited
from services.notify.reactions.on_password_changed import on_password_changed
from services.notify.reactions.on_person_changed import on_person_changed
from services.notify.reactions.on_person_erased import on_person_erased
from services.notify.reactions.on_phone_release_asked import on_phone_release_asked
from services.notify.reactions.on_phone_released import on_phone_released
from services.notify.reactions.on_qualification_decided import on_qualification_decided
from services.notify.reactions.on_qualification_ending import on_qualification_ending
from services.notify.reactions.on_recovery_code_used import on_recovery_code_used
from services.notify.reactions.on_session_ended import on_session_ended
from services.notify.reactions.on_standing_changed import on_standing_changed
from services.notify.reactions.on_statement_given import on_statement_given
from services.notify.reactions.on_supplement_accepted import on_supplement_accepted
from services.notify.reactions.on_supplement_sent import on_supplement_sent
from services.notify.reactions.on_suspension_lifted import on_suspension_lifted
from services.notify.reactions.on_utility_configured import on_utility_configured
from services.notify.reactions.on_work_started import on_work_started
from services.notify.sweeps.escalate_incidents import escalate_incidents
from services.notify.sweeps.forget_stray_callbacks import forget_stray_callbacks

messages()  # a message that cannot be sent keeps the service from starting


class NotifyService:
    """Tells people, pages the duty centre, and holds the news."""

    name = "notify"
    unit_of_work = UnitOfWork()

    canary = expose(canary, open_to="public")
    list_parked = expose(list_parked, open_to="staff")
    replay_parked = expose(replay_parked, open_to="staff")
    export_mine = expose(export_mine, open_to=("firm", "staff"))
    list_deeds = expose(list_deeds, open_to=("firm", "staff"))
    list_trail = expose(list_trail, open_to="staff")

    report_emergency = expose(report_emergency, open_to="public")
    acknowledge_incident = expose(acknowledge_incident, open_to=("public", "staff", "system"))
    resolve_incident = expose(resolve_incident, open_to="staff")
    list_incidents = expose(list_incidents, open_to="staff")
    set_on_call = expose(set_on_call, open_to=("staff", "system"))

    record_delivery_status = expose(record_delivery_status, open_to="public")
    list_deliveries = expose(list_deliveries, open_to="staff")

    list_news = expose(list_news, open_to=("public", "firm", "staff"))
    get_news = expose(get_news, open_to=("public", "firm", "staff"))
    write_news = expose(write_news, open_to="staff")
    publish_news = expose(publish_news, open_to="staff")
    list_contacts = expose(list_contacts, open_to=("public", "firm", "staff"))
    configure_contact = expose(configure_contact, open_to="system")
    set_contact = expose(set_contact, open_to="staff")
    remove_contact = expose(remove_contact, open_to="staff")

    on_api_key_created = listen(on_api_key_created)
    on_api_key_expiring = listen(on_api_key_expiring)
    on_appeal_handled = listen(on_appeal_handled)
    on_case_appealed = listen(on_case_appealed)
    on_case_assigned = listen(on_case_assigned)
    on_case_closed = listen(on_case_closed)
    on_case_closed_unanswered = listen(on_case_closed_unanswered)
    on_case_created = listen(on_case_created)
    on_case_extended = listen(on_case_extended)
    on_case_lapsed = listen(on_case_lapsed)
    on_case_received = listen(on_case_received)
    on_case_reopened = listen(on_case_reopened)
    on_case_submitted = listen(on_case_submitted)
    on_case_withdrawn = listen(on_case_withdrawn)
    on_code_issued = listen(on_code_issued, ahead=True)
    on_decision_recorded = listen(on_decision_recorded)
    on_device_seen = listen(on_device_seen)
    on_document_published = listen(on_document_published)
    on_document_rejected = listen(on_document_rejected)
    on_factor_changed = listen(on_factor_changed)
    on_firm_approved = listen(on_firm_approved)
    on_firm_changed = listen(on_firm_changed)
    on_firm_link_issued = listen(on_firm_link_issued)
    on_firm_merged = listen(on_firm_merged)
    on_firm_replaced = listen(on_firm_replaced)
    on_firm_suspended = listen(on_firm_suspended)
    on_suspension_lifted = listen(on_suspension_lifted)
    on_firm_registered = listen(on_firm_registered)
    on_firm_rejected = listen(on_firm_rejected)
    on_exemption_granted = listen(on_exemption_granted)
    on_freeze_comes_up = listen(on_freeze_comes_up)
    on_freeze_changed = listen(on_freeze_changed)
    on_inactivity_warned = listen(on_inactivity_warned)
    on_information_requested = listen(on_information_requested)
    on_invitation_sent = listen(on_invitation_sent)
    on_interim_answer_given = listen(on_interim_answer_given)
    on_draft_expiring = listen(on_draft_expiring)
    on_lapse_warned = listen(on_lapse_warned)
    on_letter_reminded = listen(on_letter_reminded)
    on_link_issued = listen(on_link_issued, ahead=True)
    on_messages_waiting = listen(on_messages_waiting)
    on_mobile_enrolled = listen(on_mobile_enrolled)
    on_password_changed = listen(on_password_changed)
    on_party_invited = listen(on_party_invited)
    on_party_answered = listen(on_party_answered)
    on_party_ended = listen(on_party_ended)
    on_firm_changed_on_case = listen(on_firm_changed_on_case)
    on_new_application_needed = listen(on_new_application_needed)
    on_contact_changed = listen(on_contact_changed)
    on_person_changed = listen(on_person_changed)
    on_person_erased = listen(on_person_erased)
    on_phone_release_asked = listen(on_phone_release_asked)
    on_phone_released = listen(on_phone_released)
    on_recovery_code_used = listen(on_recovery_code_used)
    on_qualification_decided = listen(on_qualification_decided)
    on_qualification_ending = listen(on_qualification_ending)
    on_session_ended = listen(on_session_ended, ahead=True)
    on_standing_changed = listen(on_standing_changed)
    on_statement_given = listen(on_statement_given)
    on_supplement_accepted = listen(on_supplement_accepted)
    on_supplement_sent = listen(on_supplement_sent)
    on_utility_configured = listen(on_utility_configured)
    on_work_started = listen(on_work_started)

    deliver_codes = pump(deliver_codes, every=1.0, at_once=4)
    deliver_emergencies = pump(deliver_emergencies, every=0.5, at_once=4)
    deliver_ordinary = pump(deliver_ordinary, every=1.0, at_once=6)

    escalate_incidents = sweep(escalate_incidents, every=2)
    forget_stray_callbacks = sweep(forget_stray_callbacks, every=600)
