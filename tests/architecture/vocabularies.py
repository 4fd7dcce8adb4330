"""Beginnings of text keys whose ends are put together at run time, and from which words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from gateway.api.own_data import PARTS
from gateway.portals.shared.trail_words import key_of
from services.cases.contract.types.deficiencies import ClosingOutcome, ItemView
from services.cases.contract.types.dialogue import MessageKind
from services.cases.contract.types.drafts import DropReason
from services.cases.contract.types.parties import ClientView, Confirmation, PartyRight, PartyRole
from services.cases.contract.types.rules import TransferPolicy
from services.cases.contract.types.words import (
    AppealState,
    Ball,
    CaseClass,
    ChangeKind,
    DeficiencyReason,
    FreezeState,
    Outcome,
    Status,
    Switch,
    Topic,
    VersionState,
)
from services.cases.domain.guards import GUARDS
from services.cases.domain.transitions import LIFECYCLES
from services.chassis.messages import Kind
from services.documents.contract.types import (
    Direction,
    JournalType,
    LetterKind,
    OwnType,
    RejectionReason,
)
from services.identity.contract.events.firms import FirmLinkPurpose
from services.identity.contract.events.secrets import CodePurpose, LinkPurpose
from services.identity.contract.operations.trail import TrailOf
from services.identity.contract.types.firm_profile import AddressPurpose
from services.identity.contract.types.invitations import InvitationState
from services.identity.contract.types.qualifications import QualificationState
from services.identity.contract.types.registry import Likeness, RegistryAnswer
from services.identity.contract.types.security import SecurityTag
from services.identity.contract.types.user_import import ImportedUser, ImportOutcome
from services.identity.contract.types.users import AccountWarning, UserState
from services.identity.contract.types.words import (
    FactorMethod,
    FirmRole,
    FirmStatus,
    Portal,
    StaffRole,
)
from services.notify.contract.types import (
    ContactPoint,
    DeliveryRow,
    Hazard,
    IncidentState,
    Reporter,
)
from services.notify.messages.catalogue import messages
from tests.architecture.checks.meanings import recorded_in
from tests.architecture.checks.sources import python
from tests.architecture.services_map import every_event

NOTED = frozenset(
    {
        "accept_invitation",
        "ask_for_new_application",
        "decline_invitation",
        "end_party",
        "invite_party",
        "publish_document",
        "remind_before_freeze",
        "rename_caseworker",
        "rename_contact",
        "route",
        "take_contact",
        "transfer",
        "unassign",
    }
)
"""What the history tells that moves no status."""
MOVES = [move for moves in LIFECYCLES.values() for move in moves]


def words_of(annotation: Any) -> Iterator[str]:
    """Every word a type allows, through unions and lists."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from words_of(inner)


def tags_of_the_trail() -> frozenset[str]:
    """Every event that reaches the trail, and what is recorded beside events."""
    return recorded_in(python("services")) | {event.type_name() for event in every_event()}


def of_field(model: type[BaseModel], field: str) -> frozenset[str]:
    """The words a field may hold."""
    return frozenset(words_of(model.model_fields[field].annotation))


CLOSED: dict[str, frozenset[str]] = {
    "action.": frozenset(move.action for move in MOVES if move.by != "system"),
    "unanswered.outcome.": of_field(ClosingOutcome, "outcome"),
    "appeals.state.": frozenset(get_args(AppealState)),
    "ball.": frozenset(get_args(Ball)),
    "catalogue.class.": frozenset(get_args(CaseClass)),
    "catalogue.topic.": frozenset(get_args(Topic)),
    "change.": frozenset(get_args(ChangeKind)),
    "channel.": of_field(DeliveryRow, "channel"),
    "client.kind.": of_field(ClientView, "kind"),
    "contact.purpose.": of_field(ContactPoint, "purpose"),
    "contacts.where.": of_field(ContactPoint, "purpose"),
    "delivery.": of_field(DeliveryRow, "state"),
    "dialogue.kind.": frozenset(get_args(MessageKind)),
    "draft.reason.": frozenset(get_args(DropReason)),
    "documents.": frozenset(get_args(Direction)),
    "documents.letter.": frozenset(get_args(LetterKind)),
    "file.reason.": frozenset(get_args(RejectionReason)) | {"other"},
    "firm.status.": frozenset(get_args(FirmStatus)),
    "firms.alike.": frozenset(get_args(Likeness)),
    "freeze.blocks.": frozenset(get_args(Switch)),
    "freeze.state.": frozenset(get_args(FreezeState)),
    "hazard.": frozenset(get_args(Hazard)),
    "import.column.": frozenset(ImportedUser.model_fields),
    "import.outcome.": frozenset(get_args(ImportOutcome)),
    "incident.state.": frozenset(get_args(IncidentState)),
    "invite.state.": frozenset(get_args(InvitationState)),
    "journal.type.": frozenset(get_args(JournalType)),
    "journal.type_help.": frozenset(get_args(OwnType)),
    "items.code.": of_field(ItemView, "code"),
    "items.reason.": frozenset(get_args(DeficiencyReason)),
    "items.state.": of_field(ItemView, "state"),
    "next.contractor.": frozenset(get_args(Status)),
    "next.operator.": frozenset(get_args(Status)),
    "outcome.": frozenset({*get_args(Outcome), "statement"}),
    "parties.confirmed.": of_field(Confirmation, "side"),
    "parties.how.": of_field(Confirmation, "how"),
    "parties.right_of.": frozenset(get_args(PartyRight)),
    "parties.role.": frozenset(get_args(PartyRole)),
    "portal.": frozenset(get_args(Portal)),
    "own_firm.email.": frozenset(get_args(AddressPurpose)),
    "own_firm.not_in.": frozenset(get_args(FirmStatus)) - {"approved"},
    "qualification.state.": frozenset(get_args(QualificationState)),
    "own_data.kept.": frozenset(PARTS),
    "own_data.part.": frozenset(PARTS),
    "reason.": frozenset(guard.reason for guard in GUARDS.values()) | {"status"},
    "refusal_kind.": frozenset(get_args(Kind)),
    "registry.": of_field(RegistryAnswer, "warnings"),
    "reporter.": of_field(Reporter, "role"),
    "role.": frozenset({*get_args(FirmRole), *get_args(StaffRole)}),
    "sent_message.": frozenset(messages()),
    "role_help.": frozenset({*get_args(FirmRole), *get_args(StaffRole)}),
    "security.method.": frozenset(get_args(FactorMethod)),
    "security.tag.": frozenset(get_args(SecurityTag)),
    "status.": frozenset(get_args(Status)),
    "users.state.": frozenset(get_args(UserState)),
    "warning.": frozenset(get_args(AccountWarning)),
    "warning_words.": frozenset(get_args(AccountWarning)),
    "trail.did.": frozenset(key_of(tag) for tag in tags_of_the_trail()),
    "trail.services.": frozenset({*get_args(TrailOf), "all"}),
    "type_desk.state.": frozenset(get_args(VersionState)),
    "timeline.": frozenset(move.action for move in MOVES)
    | {"create", "firm_merged", "firm_renamed", "issue_letter", "refer", "renew"}
    | NOTED,
    "setup.policy.": frozenset(get_args(TransferPolicy)),
}
"""The gateway's: each ends with a word of a contract; all of them have a text, and no others."""

PUT_TOGETHER: dict[str, dict[str, str]] = {
    "gateway": {
        "api_keys.scope.": "ends with a scope of a key, its colon an underscore",
        "ball.staff.": "ends with whose turn it is, as the utility reads it",
        "cases.none.": "ends with the view of the firm's overview",
        "cases.view.": "ends with the view of the firm's overview",
        "dialogue.none.": "ends with the portal",
        "dialogue.write.": "ends with the portal",
        "csv.": "ends with a column of the list as a file",
        "error.advice.": "ends with a status of HTTP, where there is something to advise",
        "delivery_problem.": "ends with why a message did not get through, or whose answer it was",
        "field.": "ends with a code of pydantic or of the catalogue's own checks",
        "field_detail.": "as field., where the rule's limit is known",
        "filter.assigned.": "ends with who a case is assigned to",
        "filter.by.": "ends with an order of the list",
        "filter.due_in.": "ends with how soon something is due",
        **{
            f"firm_link.{each}": "ends with what a link to a firm is for"
            for each in ("press_", "button_", "done_", "address", "confirmation")
        },
        "front.step.": "ends with the step the front page explains",
        "incidents.view.": "ends with the view of the duty centre's list",
        "login.method_of.": "ends with a factor; those not offered yet have no text",
        "login.title.": "ends with the portal",
        "property.": "ends with a part of a cadastral number",
        "queue.view.": "ends with the view of the queue",
        "security.done.": "ends with what was just done",
        "trail.kind.": "ends with what a chain of the trail is about",
        "versions.added": "ends with how a file changed",
        "versions.removed": "ends with how a file changed",
        "refusal.": "ends with a refusal's code; test_refusals.py compares them",
        "refusal_why.": "ends with a refusal's code and its fact `why`",
        "refusal_detail.": "ends with a refusal's code, where there is more to say",
        "start.": "ends with a figure of the first page",
    },
    "services/documents": {
        "common.": "ends with the reference a letter shows",
        **{
            f"firm_decision.{each}.": "ends with what was decided about the firm"
            for each in ("title", "outcome", "words", "then")
        },
        "decision.outcome.": "ends with the outcome",
        "decision.title.": "ends with the outcome",
        "deficiency.code.": "ends with the item's code",
        "deficiency.major": "ends with the lack's severity",
        "deficiency.minor": "ends with the lack's severity",
        **{f"{kind}.filename": "begins with the letter's kind" for kind in get_args(LetterKind)},
    },
    "services/notify": {
        "appeal_step.": "ends with the step an appeal has taken",
        "blocks.": "ends with what a freeze blocks",
        "factor.": "ends with what was done to a way in",
        "completeness.": "ends with whether all items are answered",
        "outcome.": "ends with the decision's outcome",
        "party_answer.": "ends with what a firm answered to an invitation",
        "rejection.": "ends with the inspection's reason",
        "role.": "ends with a role in a firm or at a utility",
        "standing.": "ends with what happened to somebody's place",
    },
}
"""Other beginnings, by where the texts are -> from what they are put together."""

SENT_BY_PURPOSE = frozenset(
    {"qualification_verified", "qualification_refused"}
    | {f"{purpose}_code" for purpose in get_args(CodePurpose)}
    | {f"{purpose}_link" for purpose in get_args(LinkPurpose)}
    | {f"firm_{purpose}_link" for purpose in get_args(FirmLinkPurpose)}
)
"""Messages whose name is put together from what a code or a link is for."""
