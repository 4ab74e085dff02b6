"""Who may send: somebody on our own page, and not too often. Nothing is kept of who it was.

There is no cookie and no token: the form changes nothing of the sender's. A browser says by
``Sec-Fetch-Site`` or ``Origin`` from where a form was sent; what another site sends is refused.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest

from feedback.models import ErrorReport

REPORTS, ANSWERS, LOOKS = 5, 30, 30
"""What one sender may send, and look up, in an hour."""
MOST_OPEN = 1000
"""Open reports of the whole site, above which no more are taken: more are no readers."""


def is_from_here(request: HttpRequest) -> bool:
    """Whether a form was sent from one of our own pages."""
    fetched_from = request.headers.get("Sec-Fetch-Site")
    if fetched_from is not None:
        return fetched_from == "same-origin"
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.get_host()


def is_full() -> bool:
    """Whether more reports wait than anybody can judge."""
    return ErrorReport.objects.filter(closed_on=None).count() >= MOST_OPEN
