"""Headers that every answer carries, static files and refusals included.

Those that ask something of a document are left off its parts: on the four sheets and scripts
of a first visit they were 2,000 bytes that no browser heeds.

Beside them Django's ``SecurityMiddleware`` sends HSTS, ``nosniff``, the referrer policy and
the opener policy, and ``security.policy`` the content security policy.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from security.directives import DOCUMENT
from security.policy import is_admin

# What a page, or somebody who found a way into it, could ask a browser for: nothing of it is used.
FEATURES = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in FEATURES)
PICTURES = ("/media/", "/cards/")
"""Shown on other sites too: by readers of feeds, users of the API, where a page is shared."""

OF_DOCUMENTS = (
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Referrer-Policy",
)
PARTS = ("text/css", "text/javascript", "font/", "image/")
DRAWING = "image/svg+xml"
"""A picture that is a document where it is opened by itself."""


class HeadersMiddleware:
    """Stands outermost, so that nothing leaves without them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        elsewhere = request.path_info.startswith(PICTURES)
        headers = response.headers
        kind = headers.get("Content-Type", "")
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        headers.setdefault(
            "Cross-Origin-Resource-Policy", "cross-origin" if elsewhere else "same-origin"
        )
        if is_admin(request.path_info):  # it frames its own previews
            headers["X-Frame-Options"] = "SAMEORIGIN"
        if request.path_info.startswith("/documents/") and "Content-Disposition" in headers:
            headers["Content-Security-Policy"] = DOCUMENT
        if kind.startswith(PARTS) and not kind.startswith(DRAWING):
            for name in OF_DOCUMENTS:
                headers.pop(name, None)
        return response
