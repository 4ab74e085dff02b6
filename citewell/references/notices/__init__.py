"""Notices on published works: retractions, concerns, corrections, reinstatements. Pure Python.

:mod:`.dates` and :mod:`.reading` read the Retraction Watch file, :mod:`.belonging` says which
record is about which work, :mod:`.status` what a work's records mean together.
"""

from citewell.references.notices.nature import Nature
from citewell.references.notices.status import Notice, PublicationStatus, status_of

__all__ = ["Nature", "Notice", "PublicationStatus", "status_of"]
