"""Whether the site can answer (``/readyz``), by django-health-check.

A check either *fails*, where visitors would get errors or empty results, which answers 503
so that a balancer sends nobody here; or it *warns*, where somebody has to look and the site
goes on: taking a site down because a disk fills or a job is late would make things worse.
Details are for the log and for who runs the command; the public answer names states alone.
"""

import shutil
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.cache import cache
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from health_check.base import HealthCheck
from health_check.exceptions import HealthCheckException, ServiceUnavailable, ServiceWarning
from health_check.views import HealthCheckView
from wagtail.models import Revision, Site

from citewell.organisation.emergency import EmergencyNumbers
from operations.models import WebhookDelivery
from search.indexing import health as search_health

LATE = timedelta(minutes=15)
"""How long something may be due before somebody should look."""
LOW = 200_000_000
"""Bytes free in the data folder below which somebody should look."""


@dataclass
class SiteCheck(HealthCheck):
    """A check in the request's own thread, so that its connection is given back with it."""

    async def run(self) -> None:
        await sync_to_async(self.look)()

    def look(self) -> None:
        """Raise where something is wrong."""
        raise NotImplementedError


@dataclass
class Database(SiteCheck):
    """The database answers."""

    def look(self) -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except Error as error:
            raise ServiceUnavailable("The database does not answer.") from error


@dataclass
class Migrations(SiteCheck):
    """The database has the schema of this version."""

    def look(self) -> None:
        try:
            executor = MigrationExecutor(connection)
            missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        except Error as error:
            raise ServiceUnavailable("The migrations cannot be read.") from error
        if missing:
            raise ServiceUnavailable(f"{len(missing)} migrations are missing: run migrate.")


@dataclass
class Search(SiteCheck):
    """The search has an index that is up to date."""

    def look(self) -> None:
        try:
            found = search_health()
        except Error as error:
            raise ServiceUnavailable("The search does not answer.") from error
        if not found.documents:
            raise ServiceUnavailable(found.message)
        if not found.healthy:
            raise ServiceWarning(found.message)


@dataclass
class Cache(SiteCheck):
    """The cache keeps what it is given; without it the site is slower."""

    def look(self) -> None:
        try:
            cache.set("readyz", "kept", 10)
            kept = cache.get("readyz")
        except Exception as error:
            raise ServiceWarning("The cache does not answer.") from error
        if kept != "kept":
            raise ServiceWarning("The cache does not keep what it is given.")


@dataclass
class Disk(SiteCheck):
    """There is room in the data folder, and it may be written to."""

    def look(self) -> None:
        try:
            free = shutil.disk_usage(settings.DATA_DIR).free
            probe = settings.DATA_DIR / "readyz"
            probe.write_bytes(b"x")
            probe.unlink()
        except OSError as error:
            raise ServiceWarning("The data folder cannot be written to.") from error
        if free < LOW:
            raise ServiceWarning(f"The data folder has {free // 1_000_000} MB left.")


@dataclass
class Jobs(SiteCheck):
    """No job is late: pages to be published, messages to be sent."""

    def look(self) -> None:
        late = timezone.now() - LATE
        try:
            pages = Revision.objects.filter(approved_go_live_at__lt=late).count()
            messages = WebhookDelivery.objects.filter(
                state=WebhookDelivery.State.WAITING, next_attempt_at__lt=late
            ).count()
        except Error as error:
            raise ServiceWarning("The jobs cannot be read.") from error
        if pages:
            raise ServiceWarning(f"{pages} pages are late: run publish_scheduled.")
        if messages:
            raise ServiceWarning(f"{messages} webhooks are late: run send_webhooks.")


@dataclass
class Emergency(SiteCheck):
    """Every site tells patients what to call in an emergency."""

    def look(self) -> None:
        try:
            without = [
                site.pk
                for site in Site.objects.all()
                if not EmergencyNumbers.objects.filter(
                    site=site, numbers__kind="emergency"
                ).exists()
            ]
        except Error as error:
            raise ServiceWarning("The emergency numbers cannot be read.") from error
        if without:
            raise ServiceWarning(f"{len(without)} sites have no emergency number.")


class Ready(HealthCheckView):
    """``/readyz``: 200 where the site can answer, else 503; each check by its state."""

    checks = (Database, Migrations, Search, Cache, Disk, Jobs, Emergency)

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        # One after the other: they share the request's connection.
        results = [await check.get_result() for check in self.get_checks()]
        states = {type(result.check).__name__.lower(): state(result.error) for result in results}
        fails = "fails" in states.values()
        overall = "not ready" if fails else "ready"
        return JsonResponse({"status": overall, "checks": states}, status=503 if fails else 200)


def state(error: HealthCheckException | None) -> str:
    """A check's state as everybody may know it."""
    if error is None:
        return "ok"
    return "warns" if isinstance(error, ServiceWarning) else "fails"
