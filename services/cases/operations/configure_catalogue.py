"""A utility says where the forms it had before lead."""

from __future__ import annotations

from services.cases.contract.operations.catalogue import ConfigureCatalogue
from services.cases.store import access, case_types, old_forms
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def configure_catalogue(request: ConfigureCatalogue, work: Work) -> Nothing:
    """Replaces what was said before; one's own utility unless the system sets it up.

    Raises RoleMissing, NoSuchCaseType when an old form leads nowhere.
    """
    utility = request.utility
    if work.actor.audience != "system":
        access.ensure(work.actor, "administrator")
        utility = work.actor.utility
    for form in request.old_forms:
        case_types.newest(work.session, utility, form.code, work.now)
    old_forms.configure(work.session, utility, request.old_forms)
    work.record(
        "catalogue_configured",
        chain=f"catalogue:{utility}",
        facts=request.model_dump(mode="json"),
        utility=utility,
    )
    return Nothing()
