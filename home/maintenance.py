"""Maintenance: while a file stands in the data folder, visitors get one static page.

No database is asked, so it can be replaced meanwhile. ``touch var/maintenance`` begins,
removing the file ends it; no restart is needed. Static files go on being served.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

RETRY_AFTER = 600
"""Seconds after which a machine may ask again."""


class MaintenanceMiddleware:
    """Answers 503 with ``templates/maintenance.html`` while the file is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.page = (settings.PROJECT_DIR / "templates" / "maintenance.html").read_bytes()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not Path(settings.DATA_DIR, "maintenance").exists():
            return self.get_response(request)
        headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
        return HttpResponse(self.page, status=503, headers=headers)
