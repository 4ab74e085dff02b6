"""Wagtail's v3 API, which also writes: at ``/api/v3/`` where ``CITEWELL_API_V3`` is on.

Off by default, because with it come:

* tokens that stand for a user *without the second factor*: who holds one may do what the
  user may, as long as it is not revoked (``manage.py api_tokens``, or the user's account);
* *drafts*: with a token, everything its user may see in the admin can be read;
* *public pages about the API* at ``/api/v3/docs/`` and ``/api/v3/openapi.json``, which name
  every model and field. They stay off here unless ``WAGTAILAPI_DOCS_ENABLED`` is set.

``manage.py check --deploy`` repeats this as ``api.W001`` while the API is on.
"""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.urls import URLPattern, URLResolver, path

V3_APP = "wagtail.api.v3"


def is_on() -> bool:
    """Whether the settings install Wagtail's v3 API."""
    return V3_APP in settings.INSTALLED_APPS


def addresses() -> list[URLPattern | URLResolver]:
    """Where the API lives; nothing while it is off."""
    if not is_on():
        return []
    from wagtail.api.v3.urls import api

    return [path("api/v3/", api.urls)]


@register(Tags.security, deploy=True)
def check_writing(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """``api.W001``: Wagtail's v3 API is on."""
    if not is_on():
        return []
    shown = getattr(settings, "WAGTAILAPI_DOCS_ENABLED", True)
    return [
        Warning(
            "The v3 API is on: a token acts for its user without a second factor, and reads "
            "the drafts that user may see. Its OpenAPI pages at /api/v3/docs/ are "
            f"{'public' if shown else 'off'}.",
            hint="Set CITEWELL_API_V3=0 unless software needs to write; else let /api/v3/ "
            "be reached from its addresses alone and revoke tokens that nobody uses.",
            id="api.W001",
        )
    ]
