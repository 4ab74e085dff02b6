"""After ten wrong passwords a user name, and an address, wait a quarter of an hour.

django-axes counts. Its rows are for signing in alone: no form of the public site is in them.
They hold a digest in place of the address, stars in place of what was typed, and go after
thirty days: at the next sign-in or failure, and by ``manage.py forget_sign_ins``.
"""

import datetime
import ipaddress
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from security.addresses import client_address

KEPT_DAYS = 30


def masked_address(request: HttpRequest) -> str:
    """A digest of the client's address in the form of one, of a range that nobody uses.

    The same address gives the same digest while the site's key stays, so that it can be
    locked out; it cannot be read back without the key.
    """
    digest = salted_hmac("access.lock_out", client_address(request), algorithm="sha256").digest()
    return str(ipaddress.IPv6Address(b"\xfd" + digest[:15]))


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """The same page for user names that exist and that do not."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    page = render(request, "access/locked_out.html", {"minutes": minutes}, status=429)
    page.headers["Retry-After"] = str(minutes * 60)
    return page


def forget_old(**_signal: Any) -> int:
    """Remove failures older than thirty days; how many there were."""
    limit = timezone.now() - datetime.timedelta(days=KEPT_DAYS)
    deleted, _ = AccessAttempt.objects.filter(attempt_time__lt=limit).delete()
    return int(deleted)
