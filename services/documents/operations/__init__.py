"""What documents can be asked, one file each."""

from services.documents.operations.canary import canary
from services.documents.operations.complete_upload import complete_upload
from services.documents.operations.export_mine import export_mine
from services.documents.operations.get_document import get_document
from services.documents.operations.get_upload import get_upload
from services.documents.operations.lift_shielding import lift_shielding
from services.documents.operations.list_deeds import list_deeds
from services.documents.operations.list_documents import list_documents
from services.documents.operations.list_firm_letters import list_firm_letters
from services.documents.operations.list_legal_bases import list_legal_bases
from services.documents.operations.list_parked import list_parked
from services.documents.operations.list_trail import list_trail
from services.documents.operations.open_content import open_content
from services.documents.operations.replay_parked import replay_parked
from services.documents.operations.settle_follow_up import settle_follow_up
from services.documents.operations.shield_document import shield_document
from services.documents.operations.start_firm_upload import start_firm_upload
from services.documents.operations.start_upload import start_upload

__all__ = [
    "canary",
    "complete_upload",
    "export_mine",
    "get_document",
    "get_upload",
    "lift_shielding",
    "list_deeds",
    "list_documents",
    "list_firm_letters",
    "list_legal_bases",
    "list_parked",
    "list_trail",
    "open_content",
    "replay_parked",
    "settle_follow_up",
    "shield_document",
    "start_firm_upload",
    "start_upload",
]
