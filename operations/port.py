"""Where the server listens, and whether the port is free; runs without Django.

``python -m operations.port`` exits 0 where the port is free, else prints one sentence.
"""

import errno
import os
import socket
import sys

LOOPBACK = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
NO_SUCH_FAMILY = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}  # a machine without IPv6


def listen_addresses(port: int) -> list[str]:
    """Addresses for the server: both loopback addresses where the machine has both.

    "localhost" may mean either, so a browser reaches the site by name and by number.

    Raises:
        OSError: the port is taken on one of them.
    """
    addresses = []
    for family, host in LOOPBACK:
        try:
            with socket.socket(family, socket.SOCK_STREAM) as listener:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind((host, port))
        except OSError as error:
            if error.errno in NO_SUCH_FAMILY:
                continue
            raise
        addresses.append(f"[{host}]:{port}" if family == socket.AF_INET6 else f"{host}:{port}")
    return addresses


def taken_sentence(port: int) -> str:
    """What to tell somebody whose port is taken."""
    return (
        f"Port {port} is taken by another program. Stop it, or choose another: "
        f"make run PORT={port + 1 if port < 65535 else port - 1}"
    )


def main() -> int:
    """Check the port in ``PORT`` (8000)."""
    text = os.environ.get("PORT", "8000") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        print(f"PORT must be a number from 1 to 65535 (it is {text!r}).", file=sys.stderr)  # noqa: T201
        return 2
    try:
        listen_addresses(int(text))
    except PermissionError:
        print(f"Port {text} needs rights this user does not have.", file=sys.stderr)  # noqa: T201
        return 1
    except OSError:
        print(taken_sentence(int(text)), file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
