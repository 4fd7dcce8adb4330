"""How documents refuses."""

from __future__ import annotations

from services.chassis.messages import Refusal


class CaseUnknown(Refusal):
    """Unknown here, perhaps only not heard of yet; or not one's own."""

    kind = "not_found"


class UploadNotFound(Refusal):
    """No such upload, or it has expired, or it is another's."""

    kind = "not_found"


class DocumentNotFound(Refusal):
    """No such document, or not one's own."""

    kind = "not_found"


class FileTooLarge(Refusal):
    """Over the limit of its kind; facts: `limit` in bytes."""

    kind = "too_large"


class FileEmpty(Refusal):
    """There is nothing in it."""

    kind = "invalid"


class FileTypeNotAllowed(Refusal):
    """The extension is not on the list of its kind; facts: `allowed`."""

    kind = "invalid"


class PartsMissing(Refusal):
    """Not every part has arrived whole; facts: `missing`."""


class NotAccepted(Refusal):
    """The file is still in quarantine or was rejected; facts: `state`."""


class UploadNotOpen(Refusal):
    """The case takes no files from the firm now."""


class NotShielded(Refusal):
    """Nothing keeps the document from firms."""


class NothingToFollowUp(Refusal):
    """Not an internal document that waits to be followed up."""
