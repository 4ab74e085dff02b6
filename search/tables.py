"""The word tables of all languages of the site, read once.

They are read when first needed, which takes half a second. Who starts a server reads them
before it takes visitors.
"""

from django.conf import settings

from search.emergency.matcher import read_ahead
from search.understanding.query import understand


def read_all() -> None:
    """Read the tables of every language pages can be written in; later calls cost nothing."""
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        understand("a", code.split("-")[0].lower())
        read_ahead(code)
