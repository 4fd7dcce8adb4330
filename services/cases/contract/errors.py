"""How cases refuses."""

from __future__ import annotations

from services.chassis.messages import Refusal


class CaseNotFound(Refusal):
    """Unknown, or another firm's, or another utility's: which is not told."""

    kind = "not_found"


class NoSuchCaseType(Refusal):
    """The catalogue has no such type."""

    kind = "not_found"


class RoleMissing(Refusal):
    """One may see the case, but not do this; facts: `needs`."""

    kind = "forbidden"


class ActionNotOpen(Refusal):
    """The case is not where this can be done; facts: `action`, `status`, `reason`."""


class StaleVersion(Refusal):
    """Somebody saved in between; facts: `version` now, `by` and `at` of the last save."""


class InvalidForm(Refusal):
    """Values of the wrong type, or unknown fields; `errors` names them."""

    kind = "invalid"


class FormIncomplete(Refusal):
    """Something required is missing; `errors` names it."""

    kind = "invalid"


class NotForYourProfession(Refusal):
    """The type is for other professions; facts: `professions`."""

    kind = "forbidden"


class QualificationMissing(Refusal):
    """The type asks for proof the firm lacks, or that has run out; facts: `needs`."""

    kind = "forbidden"


class TypeNotOpen(Refusal):
    """The type opens later or has closed; facts: `opens_at`, `closes_at`."""


class DraftOutdated(Refusal):
    """The type asks otherwise since the draft began; facts: `version`, the one to take over to."""


class FirmNotApproved(Refusal):
    """The firm may draft, but not submit before the utility has approved it."""

    kind = "forbidden"


class IntakeFrozen(Refusal):
    """A freeze window blocks this; facts: `ends_at`. The draft is kept."""


class UnknownItem(Refusal):
    """An answer names an item that is not open."""

    kind = "invalid"


class EmptyAnswer(Refusal):
    """An answer needs a file or a reason."""

    kind = "invalid"


class AlreadyAnswered(Refusal):
    """A colleague has answered the item meanwhile; facts: `numbers` of the items."""

    kind = "conflict"


class DocumentNotReady(Refusal):
    """A document is unknown to the case or was rejected; facts: `document_id`."""

    kind = "invalid"


class InstantPassed(Refusal):
    """What is to hold from an instant cannot have begun before."""

    kind = "invalid"


class DateInThePast(Refusal):
    """The last day must be today or later."""

    kind = "invalid"


class BadInterval(Refusal):
    """It must end after it starts, and end in the future."""

    kind = "invalid"


class ConditionsMissing(Refusal):
    """An approval with conditions names at least one; one without names none."""

    kind = "invalid"


class OwnProposal(Refusal):
    """Who proposed a decision does not make it."""

    kind = "forbidden"


class FreezeNotFound(Refusal):
    """No such freeze window at this utility."""

    kind = "not_found"


class NoSuchCaseworker(Refusal):
    """Nobody of that id handles cases at this utility."""

    kind = "invalid"


class ViewNotFound(Refusal):
    """One has saved no such view here."""

    kind = "not_found"


class TooManyViews(Refusal):
    """One has as many saved views as are kept; facts: `most`."""


class LimitPassed(Refusal):
    """The time that should be extended is over, or does not run."""


class BadExtension(Refusal):
    """The new date must be later than the one the firm was told."""

    kind = "invalid"


class ClosingNotAnnounced(Refusal):
    """The firm has not been told that the case will be closed, or not long ago enough.

    Facts: `closes_after`, None before the notice.
    """


class NothingToAppeal(Refusal):
    """The case has no decision that can be appealed."""


class AppealElsewhere(Refusal):
    """The appeal is not where this can be done; facts: `state`."""


class UnknownTarget(Refusal):
    """An item is aimed at a field the form does not have, or a file the case does not have."""

    kind = "invalid"


class NothingPrepared(Refusal):
    """There is no prepared letter to send."""


class NoSuchVersion(Refusal):
    """The draft never had this version."""

    kind = "not_found"


class CaseTypeInvalid(Refusal):
    """The case type makes no sense or its version is taken; facts: `faults`, each with its line."""

    kind = "invalid"
