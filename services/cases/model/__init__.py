"""Cases' tables."""

from services.cases.model.base import Base
from services.cases.model.case import Case, CaseExtension, CaseHistory, ClockInterval
from services.cases.model.catalogue import CaseTypeVersion, CatalogueSetting
from services.cases.model.dialogue import CaseMessage, MessageReading, UntoldMessages
from services.cases.model.drafts import DraftChange
from services.cases.model.exemptions import FreezeExemption, FreezeReminder
from services.cases.model.heard import CaseDocument, KnownFirm, KnownPerson, KnownUtility
from services.cases.model.letters import Letter, LetterItem, PreparedLetter, Submission
from services.cases.model.overview import CaseSeen, SavedView
from services.cases.model.parties import CaseParty, FormerParty
from services.cases.model.rules import UtilityRules
from services.cases.model.utility import CaseNumber, FreezeWindow, Zone, ZoneArea, ZonePolygon

__all__ = [
    "Base",
    "Case",
    "CaseDocument",
    "CaseExtension",
    "CaseHistory",
    "CaseMessage",
    "CaseNumber",
    "CaseParty",
    "CaseSeen",
    "CaseTypeVersion",
    "CatalogueSetting",
    "ClockInterval",
    "DraftChange",
    "FormerParty",
    "FreezeExemption",
    "FreezeReminder",
    "FreezeWindow",
    "KnownFirm",
    "KnownPerson",
    "KnownUtility",
    "Letter",
    "LetterItem",
    "MessageReading",
    "PreparedLetter",
    "SavedView",
    "Submission",
    "UntoldMessages",
    "UtilityRules",
    "Zone",
    "ZoneArea",
    "ZonePolygon",
]
