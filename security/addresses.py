"""Whose request it is, behind proxies too, and whether its network may see the admin."""

import ipaddress
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def client_address(request: HttpRequest) -> str:
    """The address the request came from, or empty where none can be read.

    ``X-Forwarded-For`` is believed only from the trusted proxies, and of it the last
    address that is not one of them: what stands before it anybody can write.
    """
    address = readable(request.META.get("REMOTE_ADDR", ""))
    trusted = set(settings.ENVIRONMENT.trusted_proxies)
    if address not in trusted:
        return address
    for text in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        given = readable(text)
        if not given:
            break
        address = given
        if given not in trusted:
            break
    return address


def readable(text: str) -> str:
    """An address in its usual form, IPv4 also where it is wrapped in IPv6; empty if it is none."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return ""
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address)


def is_within(address: str, networks: Iterable[str]) -> bool:
    """Whether an address lies in one of the networks, such as ``10.20.0.0/16``."""
    try:
        own = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(own in ipaddress.ip_network(network, strict=False) for network in networks)
