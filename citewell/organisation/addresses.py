"""Keeps the default site's address that of ``BASE_URL``, for absolute links.

Only while nobody decided otherwise: there is a single site, and its host name is
Wagtail's ``localhost`` or the one written here before. A site an administrator renamed,
or a second site, is a decision we must not undo at the next start.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, models
from wagtail.models import Site

DEFAULT_PORTS = {"http": 80, "https": 443}


class FollowedAddress(models.Model):
    """The address that was written last; at most one row."""

    spoils_pages = True

    hostname = models.CharField(max_length=255)
    port = models.PositiveIntegerField()

    class Meta:
        verbose_name = "followed address"

    def __str__(self) -> str:
        return f"{self.hostname}:{self.port}"


def follow_base_url() -> Site | None:
    """Write ``BASE_URL`` into the only site; returns it where it was changed."""
    needed = {Site._meta.db_table, FollowedAddress._meta.db_table}
    if not needed <= set(connection.introspection.table_names()):  # migrated in part
        return None
    sites = list(Site.objects.all()[:2])
    if len(sites) != 1:
        return None
    site = sites[0]
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    hostname, port = parts.hostname or "localhost", parts.port or DEFAULT_PORTS[parts.scheme]
    if (site.hostname, site.port) == (hostname, port):
        return None
    written = FollowedAddress.objects.first()
    untouched = [("localhost", 80)] + ([(written.hostname, written.port)] if written else [])
    if (site.hostname, site.port) not in untouched:
        return None
    site.hostname, site.port = hostname, port
    site.save()
    FollowedAddress.objects.update_or_create(pk=1, defaults={"hostname": hostname, "port": port})
    return site
