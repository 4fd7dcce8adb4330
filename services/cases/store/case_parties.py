"""Firms on a case besides its applicant: asked, on it, gone again."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.contract.operations.parties import InviteParty
from services.cases.contract.party_errors import CaseInvitationNotFound, FirmCannotTakePart
from services.cases.contract.types.parties import FirmRef, PartyView, PersonRef
from services.cases.model import Case, CaseParty, KnownFirm
from services.cases.store import moves
from services.cases.store.access import is_firm
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import Actor

LIVING = ("invited", "active")


def approved_firm(session: Session, utility: str, orgnr: str) -> KnownFirm:
    """The firm of that number. Raises FirmCannotTakePart unless it is approved at the utility."""
    firm = session.scalar(select(KnownFirm).filter_by(utility=utility, orgnr=orgnr))
    if firm is None or firm.status != "approved":
        raise FirmCannotTakePart(reason="not_approved" if firm else "unknown")
    return firm


def invite(work: Work, case: Case, asked: InviteParty) -> CaseParty:
    """Ask a firm onto a case that is held. Raises FirmCannotTakePart."""
    firm = approved_firm(work.session, case.utility, asked.orgnr)
    if firm.firm_id == case.firm_id:
        raise FirmCannotTakePart(reason="applicant")
    if any(party.firm_id == firm.firm_id for party in living(work.session, case)):
        raise FirmCannotTakePart(reason="already")
    party = CaseParty(
        id=new_id(),
        case_id=case.id,
        utility=case.utility,
        firm_id=firm.firm_id,
        firm_name=firm.name,
        firm_orgnr=firm.orgnr,
        role=asked.role,
        right=asked.right,
        state="invited",
        invited_by_id=work.actor.user_id,
        invited_by_name=work.actor.name,
        invited_at=work.now,
    )
    work.session.add(party)
    work.session.flush()
    return party


def living(session: Session, case: Case) -> Sequence[CaseParty]:
    """Those asked and those on it, oldest first."""
    return session.scalars(
        select(CaseParty)
        .where(CaseParty.case_id == case.id, CaseParty.state.in_(LIVING))
        .order_by(CaseParty.invited_at, CaseParty.id)
    ).all()


def waiting_for(session: Session, actor: Actor) -> Sequence[tuple[CaseParty, Case]]:
    """Invitations the actor's firm has not answered, newest first."""
    if not is_firm(actor):
        return []
    rows = session.execute(
        select(CaseParty, Case)
        .join(Case, Case.id == CaseParty.case_id)
        .where(
            CaseParty.utility == actor.utility,
            CaseParty.firm_id == actor.firm_id,
            CaseParty.state == "invited",
        )
        .order_by(CaseParty.invited_at.desc(), CaseParty.id)
    )
    return [(party, case) for party, case in rows]


def locked(work: Work, party_id: str) -> tuple[CaseParty, Case]:
    """A living party and its case, both held. Raises CaseInvitationNotFound.

    The case first, as everything that changes it does.
    """
    case_id = work.session.scalar(
        select(CaseParty.case_id).where(
            CaseParty.id == party_id, CaseParty.utility == work.actor.utility
        )
    )
    case = work.session.get(Case, case_id, with_for_update=True) if case_id else None
    party = work.session.get(CaseParty, party_id, populate_existing=True) if case else None
    if case is None or party is None or party.state not in LIVING:
        raise CaseInvitationNotFound
    return party, case


def rename(work: Work, firm_id: str, name: str, orgnr: str) -> None:
    """The firm is called otherwise, or has another number."""
    for party in _of_firm(work, firm_id):
        party.firm_name, party.firm_orgnr = name, orgnr


def merged(work: Work, firm_id: str, into: FirmRef) -> list[Case]:
    """Two firms became one: the other takes its part, unless it is on the case already.

    Returns the cases whose firms changed.
    """
    changed = []
    for party in _of_firm(work, firm_id):
        case = work.session.get_one(Case, party.case_id, with_for_update=True)
        others = {other.firm_id for other in living(work.session, case)}
        if into.firm_id in {case.firm_id, *others}:
            party.state, party.ended_at = "ended", work.now
        else:
            party.firm_id, party.firm_name, party.firm_orgnr = into.firm_id, into.name, into.orgnr
        settle(work.session, case)
        moves.note(work, case, "firm_merged", {"from": party.firm_name, "to": into.model_dump()})
        changed.append(case)
    return changed


def _of_firm(work: Work, firm_id: str) -> Sequence[CaseParty]:
    return work.session.scalars(
        select(CaseParty)
        .where(
            CaseParty.utility == work.actor.utility,
            CaseParty.firm_id == firm_id,
            CaseParty.state.in_(LIVING),
        )
        .order_by(CaseParty.case_id)
    ).all()


def settle(session: Session, case: Case) -> None:
    """Let the case's own list of firms follow its parties."""
    session.flush()
    case.parties = {p.firm_id: p.right for p in living(session, case) if p.state == "active"}


def shown(session: Session, case: Case, reader: Actor, *, alone: bool = False) -> list[PartyView]:
    """The applicant, then the others; one asked and not answered is the applicant's to see.

    `alone`: it is known that there are no others.
    """
    applicant = PartyView(
        party_id=None, firm=_applicant(case), role="SOK", right="contribute", state="active",
        since=case.created_at,
    )  # fmt: skip
    own = reader.audience != "contractor" or reader.firm_id == case.firm_id
    firms = [] if alone else living(session, case)
    others = [party for party in firms if own or party.state == "active"]
    return [applicant, *(view(party) for party in others)]


def view(party: CaseParty) -> PartyView:
    """One firm on the case."""
    return PartyView(
        party_id=party.id,
        firm=ref(party),
        role=party.role,
        right=party.right,
        state=party.state,
        since=party.answered_at,
    )


def ref(party: CaseParty) -> FirmRef:
    """The firm as it was when it was asked, or as identity has renamed it since."""
    return FirmRef(firm_id=party.firm_id, name=party.firm_name, orgnr=party.firm_orgnr)


def inviter(party: CaseParty) -> PersonRef:
    """Who asked."""
    return PersonRef(person_id=party.invited_by_id, name=party.invited_by_name)


def _applicant(case: Case) -> FirmRef:
    return FirmRef(firm_id=case.firm_id, name=case.firm_name, orgnr=case.firm_orgnr)
