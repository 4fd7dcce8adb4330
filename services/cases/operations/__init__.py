"""One file per operation, named as the RPC method."""

from services.cases.operations.accept_supplement import accept_supplement
from services.cases.operations.admit_appeal import admit_appeal
from services.cases.operations.answer_invitation import answer_invitation
from services.cases.operations.answer_statement import answer_statement
from services.cases.operations.appeal_decision import appeal_decision
from services.cases.operations.assign_case import assign_case
from services.cases.operations.canary import canary
from services.cases.operations.check_case import check_case
from services.cases.operations.check_type_version import check_type_version
from services.cases.operations.close_case import close_case
from services.cases.operations.close_unanswered import close_unanswered
from services.cases.operations.close_unanswered_cases import close_unanswered_cases
from services.cases.operations.compare_draft import compare_draft
from services.cases.operations.configure_catalogue import configure_catalogue
from services.cases.operations.configure_zone import configure_zone
from services.cases.operations.create_case import create_case
from services.cases.operations.decide_case import decide_case
from services.cases.operations.decline_proposal import decline_proposal
from services.cases.operations.drop_view import drop_view
from services.cases.operations.end_party import end_party
from services.cases.operations.export_cases import export_cases
from services.cases.operations.export_mine import export_mine
from services.cases.operations.extend_case import extend_case
from services.cases.operations.find_old_form import find_old_form
from services.cases.operations.get_case import get_case
from services.cases.operations.get_case_type import get_case_type
from services.cases.operations.get_deficiency_statistics import get_deficiency_statistics
from services.cases.operations.get_notices import get_notices
from services.cases.operations.get_overview import get_overview
from services.cases.operations.get_rules import get_rules
from services.cases.operations.get_submissions import get_submissions
from services.cases.operations.get_timeline import get_timeline
from services.cases.operations.get_type_source import get_type_source
from services.cases.operations.grant_exemption import grant_exemption
from services.cases.operations.invite_party import invite_party
from services.cases.operations.list_case_types import list_case_types
from services.cases.operations.list_cases import list_cases
from services.cases.operations.list_caseworkers import list_caseworkers
from services.cases.operations.list_deeds import list_deeds
from services.cases.operations.list_draft_versions import list_draft_versions
from services.cases.operations.list_former_cases import list_former_cases
from services.cases.operations.list_freezes import list_freezes
from services.cases.operations.list_invitations import list_invitations
from services.cases.operations.list_messages import list_messages
from services.cases.operations.list_parked import list_parked
from services.cases.operations.list_trail import list_trail
from services.cases.operations.list_type_versions import list_type_versions
from services.cases.operations.list_unanswered import list_unanswered
from services.cases.operations.list_views import list_views
from services.cases.operations.list_zones import list_zones
from services.cases.operations.mark_case_seen import mark_case_seen
from services.cases.operations.move_freeze import move_freeze
from services.cases.operations.overturn_decision import overturn_decision
from services.cases.operations.plan_freeze import plan_freeze
from services.cases.operations.prepare_letter import prepare_letter
from services.cases.operations.propose_decision import propose_decision
from services.cases.operations.publish_type_version import publish_type_version
from services.cases.operations.read_messages import read_messages
from services.cases.operations.reject_appeal import reject_appeal
from services.cases.operations.renew_draft import renew_draft
from services.cases.operations.reopen_case import reopen_case
from services.cases.operations.replay_parked import replay_parked
from services.cases.operations.report_start import report_start
from services.cases.operations.request_information import request_information
from services.cases.operations.restore_draft import restore_draft
from services.cases.operations.revoke_exemption import revoke_exemption
from services.cases.operations.route_case import route_case
from services.cases.operations.save_form import save_form
from services.cases.operations.save_view import save_view
from services.cases.operations.send_letter import send_letter
from services.cases.operations.send_message import send_message
from services.cases.operations.send_on_appeal import send_on_appeal
from services.cases.operations.set_rules import set_rules
from services.cases.operations.set_zone import set_zone
from services.cases.operations.set_zone_contact import set_zone_contact
from services.cases.operations.submit_case import submit_case
from services.cases.operations.supplement_case import supplement_case
from services.cases.operations.take_contact import take_contact
from services.cases.operations.transfer_case import transfer_case
from services.cases.operations.uphold_decision import uphold_decision
from services.cases.operations.withdraw_appeal import withdraw_appeal
from services.cases.operations.withdraw_case import withdraw_case

__all__ = [
    "accept_supplement",
    "admit_appeal",
    "answer_invitation",
    "answer_statement",
    "appeal_decision",
    "assign_case",
    "canary",
    "check_case",
    "check_type_version",
    "close_case",
    "close_unanswered",
    "close_unanswered_cases",
    "compare_draft",
    "configure_catalogue",
    "configure_zone",
    "create_case",
    "decide_case",
    "decline_proposal",
    "drop_view",
    "end_party",
    "export_cases",
    "export_mine",
    "extend_case",
    "find_old_form",
    "get_case",
    "get_case_type",
    "get_deficiency_statistics",
    "get_notices",
    "get_overview",
    "get_rules",
    "get_submissions",
    "get_timeline",
    "get_type_source",
    "grant_exemption",
    "invite_party",
    "list_case_types",
    "list_cases",
    "list_caseworkers",
    "list_deeds",
    "list_draft_versions",
    "list_former_cases",
    "list_freezes",
    "list_invitations",
    "list_messages",
    "list_parked",
    "list_trail",
    "list_type_versions",
    "list_unanswered",
    "list_views",
    "list_zones",
    "mark_case_seen",
    "move_freeze",
    "overturn_decision",
    "plan_freeze",
    "prepare_letter",
    "propose_decision",
    "publish_type_version",
    "read_messages",
    "reject_appeal",
    "renew_draft",
    "reopen_case",
    "replay_parked",
    "report_start",
    "request_information",
    "restore_draft",
    "revoke_exemption",
    "route_case",
    "save_form",
    "save_view",
    "send_letter",
    "send_message",
    "send_on_appeal",
    "set_rules",
    "set_zone",
    "set_zone_contact",
    "submit_case",
    "supplement_case",
    "take_contact",
    "transfer_case",
    "uphold_decision",
    "withdraw_appeal",
    "withdraw_case",
]
