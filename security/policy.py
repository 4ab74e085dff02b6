"""Which content security policy an answer carries; django-csp writes it."""

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from security.directives import ADMIN


def is_admin(path: str) -> bool:
    """Whether a path belongs to the admin."""
    return path.startswith(f"/{settings.CITEWELL_ADMIN_PATH}/")


class PolicyMiddleware(CSPMiddleware):
    """The admin's policy below its path, the public one everywhere else."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and is_admin(request.path_info):
            parts.config = ADMIN
        return parts

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        # A preview comes through the site's own middleware first, with the page's address and
        # policy, which forbids the frame it is shown in.
        if is_admin(request.path_info):
            response.headers.pop(HEADER, None)
        return super().process_response(request, response)
