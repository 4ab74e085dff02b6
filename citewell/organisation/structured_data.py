"""The organisation as schema.org ``MedicalClinic``, for JSON-LD."""

from typing import Any

from citewell.organisation.furniture import Furniture
from citewell.organisation.models import OpeningHours, Organisation

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def medical_clinic(furniture: Furniture) -> dict[str, Any]:
    """The clinic's name, address, contact and hours; only what is entered."""
    organisation = furniture.organisation
    root = furniture.site.root_url
    facts = {
        "@type": "MedicalClinic",
        "@id": f"{root}/#organisation",
        "name": organisation.shown_name,
        "legalName": organisation.legal_name,
        "slogan": organisation.tagline,
        "url": f"{root}/",
        "telephone": organisation.phone,
        "email": organisation.email,
        "hasMap": organisation.map_link,
        "address": _address(organisation),
        "openingHoursSpecification": [_span(row) for row in organisation.hours],
    }
    return {name: value for name, value in facts.items() if value}


def _address(organisation: Organisation) -> dict[str, str] | None:
    parts = {
        "streetAddress": organisation.address_street,
        "addressLocality": organisation.address_locality,
        "addressRegion": organisation.address_region,
        "postalCode": organisation.address_postal_code,
        "addressCountry": organisation.address_country,
    }
    given = {name: value for name, value in parts.items() if value}
    return {"@type": "PostalAddress", **given} if given else None


def _span(row: OpeningHours) -> dict[str, str]:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": DAYS[row.day],
        "opens": f"{row.opens:%H:%M}",
        "closes": f"{row.closes:%H:%M}",
    }
