"""Where the admin can be reached: on its own host name and from the named networks alone.

Elsewhere it does not exist: the answer is the site's 404, so that nobody learns its path.
The public site is not shown on the admin's host, previews apart, which live below its path.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from security.addresses import client_address, is_within
from security.policy import is_admin


def host_of(request: HttpRequest) -> str:
    """The host name of a request, without its port."""
    return request.get_host().rsplit(":", 1)[0].lower()


class AdminDoorMiddleware:
    """Refuses the admin's addresses from outside its host and networks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Raise 404 where the admin is not for this request; a view was found already."""
        if is_admin(request.path_info) and not may_enter(request):
            raise Http404


def may_enter(request: HttpRequest) -> bool:
    """Whether the host and the network of a request are the admin's."""
    host, networks = settings.CITEWELL_ADMIN_HOST, settings.CITEWELL_ADMIN_NETWORKS
    if host and host_of(request) != host:
        return False
    return not networks or is_within(client_address(request), networks)
