"""One signed POST to another host, and none to a machine of our own network. Pure.

The host's addresses are looked up once, all of them must be public, and the connection
goes to one of those that were checked, so that a name cannot point elsewhere a moment
later. Redirects are not followed.
"""

import hashlib
import hmac
import http.client
import ipaddress
import socket
import ssl
from urllib.parse import urlsplit

SECONDS = 5.0
"""How long a host may take to connect, and to each part of its answer."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class NotAllowed(ValueError):
    """The address is none that may be posted to; the message says why in a sentence."""


def signature(secret: str, moment: int, body: bytes) -> str:
    """The header's value: the time and the HMAC-SHA-256 of ``time.body``, in hexadecimal.

    Args:
        moment: seconds since 1970; who receives should refuse what is older than minutes.
    """
    signed = str(moment).encode() + b"." + body
    return f"t={moment},v1={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


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


def post(url: str, body: bytes, headers: dict[str, str], *, private: bool = False) -> int:
    """Send ``body`` as JSON; the status code of the answer, which is not read.

    Args:
        private: also http and hosts of the own network, as tests need.

    Raises:
        NotAllowed: the address may not be posted to.
        OSError: the host cannot be reached, or breaks off.
        http.client.HTTPException: the host does not speak HTTP.
    """
    parts = urlsplit(url)
    if parts.scheme not in ({"http", "https"} if private else {"https"}) or not parts.hostname:
        raise NotAllowed("The address is not https://….")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = checked_address(parts.hostname, port, private=private)
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=SECONDS)
    plain = socket.create_connection((address, port), timeout=SECONDS)
    try:
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)
            if parts.scheme == "https"
            else plain
        )
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body, {"Content-Type": "application/json", **headers})
        return connection.getresponse().status
    finally:
        connection.close()
        plain.close()
