"""An administrator brings in existing users of known firms from a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from services.chassis.db.work import Work
from services.identity.contract.errors import LastAdministrator
from services.identity.contract.operations.user_import import ImportUsers
from services.identity.contract.types.user_import import (
    ImportedUser,
    ImportLine,
    ImportOutcome,
    ImportReport,
    LineProblem,
)
from services.identity.domain import access, user_file
from services.identity.model import Membership, Person
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.known_people import account_of
from services.identity.steps.tell import tell_person
from services.identity.store import firms, people, users


def import_users(request: ImportUsers, work: Work) -> ImportReport:
    """Line by line; a line that cannot be used is refused and the others are carried out.

    What people have set themselves is never overwritten. Raises NotForYou, StepUpNeeded, OnHold,
    UnreadableFile.
    """
    access.ensure_administrator(work.actor)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    lines = user_file.read(request.content)
    with _rehearsed(work, request.dry_run):
        done = list(_each(work, lines))
        counts: dict[ImportOutcome, int] = dict(Counter(line.outcome for line in done))
        work.record(
            "users_imported",
            chain=f"utility:{work.actor.utility}",
            facts=dict(Counter(line.outcome for line in done)),
        )
    return ImportReport(dry_run=request.dry_run, lines=done, counts=counts)


@contextmanager
def _rehearsed(work: Work, dry_run: bool) -> Iterator[None]:
    """A dry run does everything, events and trail included, and undoes it."""
    savepoint = work.session.begin_nested()
    yield
    work.session.flush()
    if dry_run:
        savepoint.rollback()


def _each(work: Work, lines: list[user_file.Line]) -> Iterator[ImportLine]:
    seen: set[tuple[str, str]] = set()
    for line in lines:
        user, key = line.user, (line.email.lower(), line.user.orgnr if line.user else "")
        problems = line.problems
        outcome: ImportOutcome = "refused"
        if user is not None and key in seen:
            problems = [LineProblem(field="email", code="repeated")]
        elif user is not None:
            seen.add(key)
            outcome, problems = _one(work, user)
        yield ImportLine(line=line.number, email=line.email, outcome=outcome, problems=problems)


def _one(work: Work, user: ImportedUser) -> tuple[ImportOutcome, list[LineProblem]]:
    firm_id = firms.id_of(work.session, user.orgnr, work.actor.utility)
    if firm_id is None:
        return "refused", [LineProblem(field="orgnr", code="firm_unknown")]
    utility, roles = work.actor.utility, sorted(set(user.roles))
    users.take_turn(work.session, f"{firm_id}@{utility}")
    person = account_of(work, user.email, name=user.name, language=user.language)
    held = work.session.get(Membership, (person.person_id, firm_id, utility))
    if held is not None and sorted(held.roles) == roles:
        return "unchanged", []
    try:
        _ensure_left(work, person, firm_id, roles)
    except LastAdministrator:
        return "refused", [LineProblem(field="roles", code="last_administrator")]
    new = person.revision == 0
    people.join_firm(work.session, person.person_id, firm_id, utility, roles)
    if held is not None:
        work.session.refresh(held)
    tell_person(work, person, utility)
    return ("new" if new else "changed" if held is not None else "added"), []


def _ensure_left(work: Work, person: Person, firm_id: str, roles: Sequence[str]) -> None:
    left = users.administrators(work.session, firm_id, work.actor.utility)
    if "firm_admin" not in roles and left == {person.person_id}:
        raise LastAdministrator
