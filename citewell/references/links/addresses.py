"""Which machines may be asked: those of the open internet, none of our own network. Pure."""

import ipaddress
import socket

NAT64 = ipaddress.ip_network("64:ff9b::/96")


class NotAllowed(ValueError):
    """The address is none that may be asked; the message says why in a sentence."""


def is_public_address(text: str) -> bool:
    """Whether an IP address belongs to the open internet, whatever it is wrapped in."""
    address = ipaddress.ip_address(text.split("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64 or address.teredo:
            return False
        address = address.ipv4_mapped or address.sixtofour or address
    return address.is_global and not address.is_multicast


def checked_address(host: str, port: int, *, private: bool) -> str:
    """An IP address of the host.

    Raises:
        NotAllowed: where one of its addresses is private and ``private`` is not set.
        OSError: where the name is not known.
    """
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not private and not all(map(is_public_address, found)):
        raise NotAllowed("The host is on a private network.")
    return found[0]
