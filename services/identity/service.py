"""Identity: utilities, firms, people, factors, sessions."""

from __future__ import annotations

from services.chassis.transport import UnitOfWork, expose, listen, pump, sweep
from services.identity import operations, reactions, sweeps


class IdentityService:
    """Table of contents."""

    name = "identity"
    unit_of_work = UnitOfWork()

    canary = expose(operations.canary, open_to="public")
    list_parked = expose(operations.list_parked, open_to="staff")
    replay_parked = expose(operations.replay_parked, open_to="staff")

    list_trades = expose(operations.list_trades, open_to="public")
    list_utilities = expose(operations.list_utilities, open_to="public")
    configure_utility = expose(operations.configure_utility, open_to="system")
    set_two_factor_policy = expose(operations.set_two_factor_policy, open_to="staff")
    get_inactivity_times = expose(operations.get_inactivity_times, open_to="staff")
    set_inactivity_times = expose(operations.set_inactivity_times, open_to="staff")

    find_firms = expose(operations.find_firms, open_to="public")
    name_firm = expose(operations.name_firm, open_to="public")
    look_up_firm = expose(operations.look_up_firm, open_to="public")
    register_firm = expose(operations.register_firm, open_to="public")
    resend_registration_code = expose(operations.resend_registration_code, open_to="public")
    prove_mobile = expose(operations.prove_mobile, open_to="public")
    prove_email = expose(operations.prove_email, open_to="public")

    get_firm = expose(operations.get_firm, open_to=("firm", "staff"))
    list_firms = expose(operations.list_firms, open_to="staff")
    approve_firm = expose(operations.approve_firm, open_to="staff")
    reject_firm = expose(operations.reject_firm, open_to="staff")
    suspend_firm = expose(operations.suspend_firm, open_to="staff")
    lift_suspension = expose(operations.lift_suspension, open_to="staff")
    merge_firm = expose(operations.merge_firm, open_to="staff")
    get_firm_profile = expose(operations.get_firm_profile, open_to="firm")
    update_firm = expose(operations.update_firm, open_to="firm")
    prove_address = expose(operations.prove_address, open_to="public")
    confirm_firm = expose(operations.confirm_firm, open_to="public")
    list_firm_standings = expose(operations.list_firm_standings, open_to="firm")
    ask_utility = expose(operations.ask_utility, open_to="firm")
    list_qualifications = expose(operations.list_qualifications, open_to=("firm", "staff"))
    state_qualification = expose(operations.state_qualification, open_to="firm")
    drop_qualification = expose(operations.drop_qualification, open_to="firm")
    verify_qualification = expose(operations.verify_qualification, open_to="staff")
    refuse_qualification = expose(operations.refuse_qualification, open_to="staff")
    import_firm = expose(operations.import_firm, open_to="system")
    import_person = expose(operations.import_person, open_to="system")

    list_users = expose(operations.list_users, open_to=("firm", "staff"))
    change_user_roles = expose(operations.change_user_roles, open_to=("firm", "staff"))
    lock_user = expose(operations.lock_user, open_to=("firm", "staff"))
    unlock_user = expose(operations.unlock_user, open_to=("firm", "staff"))
    remove_user = expose(operations.remove_user, open_to=("firm", "staff"))
    leave_firm = expose(operations.leave_firm, open_to="firm")
    release_phone = expose(operations.release_phone, open_to=("firm", "staff"))

    list_staff = expose(operations.list_staff, open_to="staff")
    change_staff_roles = expose(operations.change_staff_roles, open_to="staff")
    lock_staff = expose(operations.lock_staff, open_to="staff")
    unlock_staff = expose(operations.unlock_staff, open_to="staff")
    remove_staff = expose(operations.remove_staff, open_to="staff")
    ask_staff_phone_release = expose(operations.ask_staff_phone_release, open_to="staff")
    list_staff_phone_releases = expose(operations.list_staff_phone_releases, open_to="staff")
    confirm_staff_phone_release = expose(operations.confirm_staff_phone_release, open_to="staff")

    invite_user = expose(operations.invite_user, open_to=("firm", "staff"))
    invite_staff = expose(operations.invite_staff, open_to="staff")
    list_invitations = expose(operations.list_invitations, open_to=("firm", "staff"))
    withdraw_invitation = expose(operations.withdraw_invitation, open_to=("firm", "staff"))
    resend_invitation = expose(operations.resend_invitation, open_to=("firm", "staff"))
    import_users = expose(operations.import_users, open_to="staff")
    export_me = expose(operations.export_me, open_to=("firm", "staff"))
    erase_me = expose(operations.erase_me, open_to=("firm", "staff"))
    list_trail = expose(operations.list_trail, open_to="staff")

    open_invitation_link = expose(operations.open_invitation_link, open_to="public")
    accept_invitation = expose(operations.accept_invitation, open_to=("firm", "staff"))
    begin_joining = expose(operations.begin_joining, open_to="public")
    resend_joining_code = expose(operations.resend_joining_code, open_to="public")
    confirm_joining = expose(operations.confirm_joining, open_to="public")

    begin_login = expose(operations.begin_login, open_to="public")
    resend_code = expose(operations.resend_code, open_to="public")
    complete_factor = expose(operations.complete_factor, open_to="public")
    ask_login_passkey = expose(operations.ask_login_passkey, open_to="public")
    begin_mobile_enrolment = expose(operations.begin_mobile_enrolment, open_to="public")
    confirm_mobile_enrolment = expose(operations.confirm_mobile_enrolment, open_to="public")

    ask_password_reset = expose(operations.ask_password_reset, open_to="public")
    reset_password = expose(operations.reset_password, open_to="public")

    get_staff_login = expose(operations.get_staff_login, open_to="public")
    begin_provider_login = expose(operations.begin_provider_login, open_to="public")
    complete_provider_login = expose(operations.complete_provider_login, open_to="public")

    check_session = expose(operations.check_session, open_to="public")
    end_session = expose(operations.end_session, open_to=("firm", "staff"))
    list_sessions = expose(operations.list_sessions, open_to=("firm", "staff"))
    end_every_session = expose(operations.end_every_session, open_to=("firm", "staff"))
    list_security_events = expose(operations.list_security_events, open_to=("firm", "staff"))
    act_for = expose(operations.act_for, open_to=("firm", "staff"))
    create_api_key = expose(operations.create_api_key, open_to="firm")
    list_api_keys = expose(operations.list_api_keys, open_to="firm")
    revoke_api_key = expose(operations.revoke_api_key, open_to="firm")
    check_api_key = expose(operations.check_api_key, open_to="public")

    get_me = expose(operations.get_me, open_to=("firm", "staff"))
    update_me = expose(operations.update_me, open_to=("firm", "staff"))

    send_step_up_code = expose(operations.send_step_up_code, open_to=("firm", "staff"))
    ask_step_up_passkey = expose(operations.ask_step_up_passkey, open_to=("firm", "staff"))
    step_up = expose(operations.step_up, open_to=("firm", "staff"))
    get_factors = expose(operations.get_factors, open_to=("firm", "staff"))
    begin_totp = expose(operations.begin_totp, open_to=("firm", "staff"))
    confirm_totp = expose(operations.confirm_totp, open_to=("firm", "staff"))
    remove_totp = expose(operations.remove_totp, open_to=("firm", "staff"))
    list_passkeys = expose(operations.list_passkeys, open_to=("firm", "staff"))
    begin_passkey = expose(operations.begin_passkey, open_to=("firm", "staff"))
    add_passkey = expose(operations.add_passkey, open_to=("firm", "staff"))
    rename_passkey = expose(operations.rename_passkey, open_to=("firm", "staff"))
    remove_passkey = expose(operations.remove_passkey, open_to=("firm", "staff"))
    make_recovery_codes = expose(operations.make_recovery_codes, open_to=("firm", "staff"))
    change_password = expose(operations.change_password, open_to=("firm", "staff"))
    begin_mobile_change = expose(operations.begin_mobile_change, open_to=("firm", "staff"))
    confirm_mobile_change = expose(operations.confirm_mobile_change, open_to=("firm", "staff"))

    send_reset_links = sweep(sweeps.send_reset_links, every=1)
    expire_sessions = sweep(sweeps.expire_sessions, every=15)
    recheck_provider_accounts = pump(sweeps.recheck_provider_accounts, every=10)
    warn_of_expiring_keys = sweep(sweeps.warn_of_expiring_keys, every=600)
    erase_due = sweep(sweeps.erase_due, every=60)
    rest_inactive = sweep(sweeps.rest_inactive, every=3600)
    look_up_waiting = pump(sweeps.look_up_waiting, every=5)
    remind_firms = sweep(sweeps.remind_firms, every=600)
    remind_of_qualifications = sweep(sweeps.remind_of_qualifications, every=600)

    on_address_bounced = listen(reactions.on_address_bounced)
    on_contact_point_changed = listen(reactions.on_contact_point_changed)
