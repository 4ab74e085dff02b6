"""The look-up as this installation has set it: `CITEWELL_LOOKUP`, off where it is missing."""

from django.conf import settings

from citewell.references.lookup import Configuration, Found, look_up, sources_of
from citewell.references.lookup.model import Kind


def configuration() -> Configuration:
    """Return what the settings say; nothing is asked where they name no contact or address."""
    return Configuration(**getattr(settings, "CITEWELL_LOOKUP", {}))


def ask_for(kind: Kind, value: str) -> Found | None:
    """Look a work up; None where nobody knows it or look-ups are off.

    Raises:
        NotReached: a source could not be asked.
    """
    return look_up(kind, value, sources_of(configuration()))
