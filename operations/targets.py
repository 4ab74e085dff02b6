"""The addresses that messages go to, and checks that they can."""

import hashlib
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


def digest(url: str) -> str:
    """What stands for an address in the database, in hexadecimal: it may carry a token."""
    return hashlib.sha256(url.encode()).hexdigest()


def host(url: str) -> str:
    """The address's host, empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@register
def check_targets(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """``operations.E001``: no secret; ``operations.E002``: an address that cannot be."""
    targets = settings.CITEWELL_WEBHOOKS
    found: list[CheckMessage] = []
    if targets and len(settings.CITEWELL_WEBHOOK_SECRET) < 16:
        found.append(
            Error(
                "Webhooks would be sent without a secret that signs them.",
                hint="Set CITEWELL_WEBHOOK_SECRET to 16 characters or more, the same as the "
                "receiver's.",
                id="operations.E001",
            )
        )
    schemes = ("https", "http") if settings.CITEWELL_WEBHOOKS_PRIVATE_TARGETS else ("https",)
    found += [
        # The address itself is not shown: it may carry a token.
        Error(
            f"Address {number} of CITEWELL_WEBHOOKS is not https://host/….",
            hint="Write whole addresses, separated by commas.",
            id="operations.E002",
        )
        for number, url in enumerate(targets, 1)
        if not host(url) or urlsplit(url).scheme not in schemes
    ]
    return found
