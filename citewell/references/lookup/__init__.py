"""Look up a work by DOI, PubMed number, ISBN or web address, at Crossref and PubMed.

Off unless an installation names addresses and a contact; everything works without it. Pure
Python: a `Configuration` says where to ask and how patiently.
"""

from citewell.references.lookup.model import Configuration, Found, Notice, NotReached, Source
from citewell.references.lookup.sources import look_up, sources_of

__all__ = [
    "Configuration",
    "Found",
    "NotReached",
    "Notice",
    "Source",
    "look_up",
    "sources_of",
]
