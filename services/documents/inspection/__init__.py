"""Looking into a file before anybody may read it: named steps, each of which can say no.

No step looks for viruses yet; the scanner comes as one more step of `STEPS`.
"""

from services.documents.inspection.inspect import STEPS, inspect
from services.documents.inspection.subject import Rejected, Subject

__all__ = ["STEPS", "Rejected", "Subject", "inspect"]
