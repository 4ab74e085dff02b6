"""One signed POST to another host, and none to a machine of our own network. Pure.

The host's addresses are looked up once, all of them must be public, and the connection
goes to one of those that were checked, so that a name cannot point elsewhere a moment
later. Redirects are not followed.
"""

import hashlib
import hmac
import http.client
import socket
import ssl
from urllib.parse import urlsplit

from citewell.references.links.addresses import NotAllowed, checked_address, is_public_address

__all__ = ["NotAllowed", "checked_address", "is_public_address", "post", "signature"]
SECONDS = 5.0
"""How long a host may take to connect, and to each part of its answer."""


def signature(secret: str, moment: int, body: bytes) -> str:
    """The header's value: the time and the HMAC-SHA-256 of ``time.body``, in hexadecimal.

    Args:
        moment: seconds since 1970; who receives should refuse what is older than minutes.
    """
    signed = str(moment).encode() + b"." + body
    return f"t={moment},v1={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


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
