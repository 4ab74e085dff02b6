"""How often one sender may do something, counted without keeping who it was."""

import secrets

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

PERIOD = 3600
"""Seconds."""
_SALT = secrets.token_hex(16)
"""Of this process; gone with it, so what is counted can be led back to nobody."""


def is_too_often(request: HttpRequest, what: str, limit: int) -> bool:
    """Count one sending; whether it is one too many.

    The sender is a keyed hash of the address, with a key that only this process knows and
    that is never written; the count is forgotten after an hour.
    """
    sender = salted_hmac(_SALT, address_of(request)).hexdigest()[:24]
    key = f"sender:{what}:{sender}"
    cache.add(key, 0, PERIOD)
    try:
        return bool(cache.incr(key) > limit)
    except ValueError:  # it ended between the two
        return False


def address_of(request: HttpRequest) -> str:
    """The sender's address as the nearest trusted proxy, or the connection, gives it."""
    nearest: str = request.META.get("REMOTE_ADDR", "")
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return told if told and nearest in getattr(settings, "TRUSTED_PROXIES", ()) else nearest
