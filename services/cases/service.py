"""Cases' table of contents: every entrypoint, one line each."""

from __future__ import annotations

from services.cases import operations, reactions, starting, sweeps
from services.chassis.transport.entrypoints import at_start, expose, listen, sweep
from services.chassis.transport.unit_of_work import UnitOfWork


class CasesService:
    """Catalogue, cases, their dialogue, zones and freeze windows."""

    name = "cases"
    unit_of_work = UnitOfWork()

    publish_catalogue = at_start(starting.publish_catalogue)

    canary = expose(operations.canary, open_to="public")
    list_parked = expose(operations.list_parked, open_to="staff")
    replay_parked = expose(operations.replay_parked, open_to="staff")
    export_mine = expose(operations.export_mine, open_to=("firm", "staff"))
    list_deeds = expose(operations.list_deeds, open_to=("firm", "staff"))
    list_trail = expose(operations.list_trail, open_to="staff")

    list_case_types = expose(operations.list_case_types, open_to="public")
    get_case_type = expose(operations.get_case_type, open_to="public")
    find_old_form = expose(operations.find_old_form, open_to="public")
    configure_catalogue = expose(operations.configure_catalogue, open_to=("staff", "system"))

    list_type_versions = expose(operations.list_type_versions, open_to="staff")
    get_type_source = expose(operations.get_type_source, open_to="staff")
    check_type_version = expose(operations.check_type_version, open_to="staff")
    publish_type_version = expose(operations.publish_type_version, open_to="staff")
    renew_draft = expose(operations.renew_draft, open_to="firm")

    create_case = expose(operations.create_case, open_to="firm")
    save_form = expose(operations.save_form, open_to="firm")
    compare_draft = expose(operations.compare_draft, open_to="firm")
    list_draft_versions = expose(operations.list_draft_versions, open_to="firm")
    restore_draft = expose(operations.restore_draft, open_to="firm")
    check_case = expose(operations.check_case, open_to="firm")
    submit_case = expose(operations.submit_case, open_to="firm")
    withdraw_case = expose(operations.withdraw_case, open_to="firm")
    supplement_case = expose(operations.supplement_case, open_to="firm")

    get_case = expose(operations.get_case, open_to=("firm", "staff"))
    list_cases = expose(operations.list_cases, open_to=("firm", "staff"))
    get_submissions = expose(operations.get_submissions, open_to=("firm", "staff"))
    get_timeline = expose(operations.get_timeline, open_to=("firm", "staff"))
    export_cases = expose(operations.export_cases, open_to=("firm", "staff"))
    get_overview = expose(operations.get_overview, open_to="firm")
    mark_case_seen = expose(operations.mark_case_seen, open_to=("firm", "staff"))
    list_views = expose(operations.list_views, open_to=("firm", "staff"))
    save_view = expose(operations.save_view, open_to=("firm", "staff"))
    drop_view = expose(operations.drop_view, open_to=("firm", "staff"))

    list_messages = expose(operations.list_messages, open_to=("firm", "staff"))
    send_message = expose(operations.send_message, open_to=("firm", "staff"))
    read_messages = expose(operations.read_messages, open_to=("firm", "staff"))

    invite_party = expose(operations.invite_party, open_to="firm")
    list_invitations = expose(operations.list_invitations, open_to="firm")
    answer_invitation = expose(operations.answer_invitation, open_to="firm")
    end_party = expose(operations.end_party, open_to="firm")
    take_contact = expose(operations.take_contact, open_to="firm")
    transfer_case = expose(operations.transfer_case, open_to="staff")
    list_former_cases = expose(operations.list_former_cases, open_to="firm")
    get_rules = expose(operations.get_rules, open_to="public")
    set_rules = expose(operations.set_rules, open_to=("staff", "system"))

    assign_case = expose(operations.assign_case, open_to="staff")
    request_information = expose(operations.request_information, open_to="staff")
    prepare_letter = expose(operations.prepare_letter, open_to="staff")
    send_letter = expose(operations.send_letter, open_to="staff")
    accept_supplement = expose(operations.accept_supplement, open_to="staff")
    propose_decision = expose(operations.propose_decision, open_to="staff")
    decline_proposal = expose(operations.decline_proposal, open_to="staff")
    decide_case = expose(operations.decide_case, open_to="staff")
    answer_statement = expose(operations.answer_statement, open_to="staff")

    extend_case = expose(operations.extend_case, open_to="staff")
    close_case = expose(operations.close_case, open_to="staff")
    close_unanswered = expose(operations.close_unanswered, open_to="staff")
    close_unanswered_cases = expose(operations.close_unanswered_cases, open_to="staff")
    list_unanswered = expose(operations.list_unanswered, open_to="staff")
    get_deficiency_statistics = expose(operations.get_deficiency_statistics, open_to="staff")
    reopen_case = expose(operations.reopen_case, open_to="staff")
    report_start = expose(operations.report_start, open_to="firm")

    appeal_decision = expose(operations.appeal_decision, open_to="firm")
    withdraw_appeal = expose(operations.withdraw_appeal, open_to="firm")
    admit_appeal = expose(operations.admit_appeal, open_to="staff")
    reject_appeal = expose(operations.reject_appeal, open_to="staff")
    send_on_appeal = expose(operations.send_on_appeal, open_to="staff")
    overturn_decision = expose(operations.overturn_decision, open_to="staff")
    uphold_decision = expose(operations.uphold_decision, open_to="staff")

    plan_freeze = expose(operations.plan_freeze, open_to="staff")
    move_freeze = expose(operations.move_freeze, open_to="staff")
    grant_exemption = expose(operations.grant_exemption, open_to="staff")
    revoke_exemption = expose(operations.revoke_exemption, open_to="staff")
    list_freezes = expose(operations.list_freezes, open_to="staff")
    get_notices = expose(operations.get_notices, open_to="public")

    list_zones = expose(operations.list_zones, open_to="staff")
    set_zone = expose(operations.set_zone, open_to="staff")
    set_zone_contact = expose(operations.set_zone_contact, open_to="staff")
    route_case = expose(operations.route_case, open_to="staff")
    list_caseworkers = expose(operations.list_caseworkers, open_to="staff")
    configure_zone = expose(operations.configure_zone, open_to="system")

    on_document_uploaded = listen(reactions.on_document_uploaded)
    on_document_accepted = listen(reactions.on_document_accepted)
    on_document_rejected = listen(reactions.on_document_rejected)
    on_document_published = listen(reactions.on_document_published)
    on_document_shielded = listen(reactions.on_document_shielded)
    on_shielding_lifted = listen(reactions.on_shielding_lifted)
    on_letter_issued = listen(reactions.on_letter_issued)
    on_firm_approved = listen(reactions.on_firm_approved)
    on_firm_rejected = listen(reactions.on_firm_rejected)
    on_firm_changed = listen(reactions.on_firm_changed)
    on_firm_merged = listen(reactions.on_firm_merged)
    on_firm_suspended = listen(reactions.on_firm_suspended)
    on_suspension_lifted = listen(reactions.on_suspension_lifted)
    on_person_changed = listen(reactions.on_person_changed)
    on_person_erased = listen(reactions.on_person_erased)
    on_session_ended = listen(reactions.on_session_ended, ahead=True)
    on_utility_configured = listen(reactions.on_utility_configured)

    announce_freezes = sweep(sweeps.announce_freezes, every=5)
    remind_before_freezes = sweep(sweeps.remind_before_freezes, every=30)
    tell_of_messages = sweep(sweeps.tell_of_messages, every=5)
    remind_of_letters = sweep(sweeps.remind_of_letters, every=60)
    give_interim_answers = sweep(sweeps.give_interim_answers, every=60)
    expire_drafts = sweep(sweeps.expire_drafts, every=60)
    lapse_approvals = sweep(sweeps.lapse_approvals, every=60)
