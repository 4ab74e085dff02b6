"""The site as the server runs it: Django, the page cache before it, the log around both."""

from typing import Any

from django.core.wsgi import get_wsgi_application


def application() -> Any:
    """The WSGI application; sets Django up."""
    site = get_wsgi_application()

    from citewell.pagecache.door import PageCache
    from operations.requests import Requests

    return Requests(PageCache(site))
