"""How often something may be tried, counted for all processes of the site.

Counts stand in the cache called ``throttle``. They name no address: what is counted is
digested with the site's key, and goes when its time is over.
"""

from django.core.cache import caches
from django.utils.crypto import salted_hmac


def may_try(what: str, whose: str, *, most: int, seconds: int) -> bool:
    """Count one try; whether it is still among the ``most`` allowed in ``seconds``."""
    key = salted_hmac("security.throttle", f"{what}\n{whose}", algorithm="sha256").hexdigest()
    cache = caches["throttle"]
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:  # its time was over between the two questions
        return True
