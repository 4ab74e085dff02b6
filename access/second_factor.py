"""Who cannot use the admin without a second factor, and what happens then.

``CITEWELL_TWO_FACTOR_GROUPS`` names groups, or ``*`` for all who may use the admin. Members
who have none are led to setting one up before anything else; the rest of the admin waits.
"""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve

from security.policy import is_admin

OPEN = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
}
"""Addresses of the admin that somebody needs before the second factor is there."""


def must_have_one(user: Any) -> bool:
    """Whether the settings ask a second factor of this user; superusers belong to all groups."""
    groups = settings.CITEWELL_TWO_FACTOR_GROUPS
    if not groups:
        return False
    if "*" in groups or user.is_superuser:
        return True
    return bool(user.groups.filter(name__in=groups).exists())


class SecondFactorMiddleware:
    """Leads those who must have a second factor and have none to setting it up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.is_open(request) or not must_have_one(request.user) or is_mfa_enabled(request.user):
            return self.get_response(request)
        return redirect("mfa_activate_totp")

    @staticmethod
    def is_open(request: HttpRequest) -> bool:
        """Whether this request needs no look at its user's second factor."""
        if not settings.CITEWELL_TWO_FACTOR_GROUPS or not is_admin(request.path_info):
            return True
        if not request.user.is_authenticated:
            return True
        try:
            name = resolve(request.path_info).url_name or ""
        except Exception:  # an address that does not exist shows nothing
            return True
        return name in OPEN or name.startswith("mfa_")
