"""Who runs a site: identity, navigation, emergency numbers, alert banners.

Each idea has its file; what a page shows of them is read in :mod:`.furniture`.
"""

from citewell.organisation.addresses import FollowedAddress
from citewell.organisation.alerts import AlertBanner
from citewell.organisation.emergency import (
    EmergencyNumber,
    EmergencyNumbers,
    EmergencyWording,
    NumberKind,
)
from citewell.organisation.identity import OpeningHours, Organisation
from citewell.organisation.navigation import FooterLink, MainLink, Navigation

__all__ = [
    "AlertBanner",
    "EmergencyNumber",
    "EmergencyNumbers",
    "EmergencyWording",
    "FollowedAddress",
    "FooterLink",
    "MainLink",
    "Navigation",
    "NumberKind",
    "OpeningHours",
    "Organisation",
]
