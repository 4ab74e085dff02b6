"""The site of a request, looked up once for each host instead of once for each request."""

from __future__ import annotations

import copy
from typing import Any

from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

from citewell.pagecache.remembered import remembered


def find_site(request: HttpRequest) -> Site | None:
    """What ``Site.find_for_request`` finds, kept on the request where Wagtail keeps it.

    Each request gets a copy: whoever changes a site changes it for nobody else.
    """
    asked: Any = request
    if not hasattr(request, "_wagtail_site"):
        host = (split_domain_port(asked._get_raw_host())[0], request.get_port())
        found = remembered(("site", host), lambda: Site.find_for_request(request))
        asked._wagtail_site = copy.deepcopy(found)
    site: Site | None = asked._wagtail_site
    return site
