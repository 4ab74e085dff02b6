"""One request for a link, and what came of it. Pure.

A host's name is looked up once, every address of it must be public, and the connection goes to
one of those that were checked: a name cannot point elsewhere a moment later. Redirects are
followed by hand, each checked the same way. Of a body nothing is read but the first bytes of
``robots.txt``, whatever size it claims; a timer ends a connection on which too little comes.
"""

import http.client
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from citewell.references.links.addresses import NotAllowed, checked_address

MOST_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_PLAIN = ":/?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True)
class Asking:
    """How to ask.

    Attributes:
        agent: who asks, with where to complain.
        seconds: how long one request may take from its beginning to the end of its answer.
        stand_ins: hosts with their ports, as ``127.0.0.1:8123``, that may be asked though they
            are of the own network; for tests.
    """

    agent: str = "Citewell"
    seconds: float = 15.0
    stand_ins: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answer:
    """What a host said; ``problem`` in place of a status where it said nothing.

    Attributes:
        problem: ``no-such-host``, ``unreachable``, ``timeout``, ``not-allowed``,
            ``too-many-redirects``, ``no-http``, ``robots``, or empty.
        location: where a redirect leads, absolute; empty where there is none.
        retry_after: the header of that name.
    """

    status: int = 0
    problem: str = ""
    location: str = ""
    retry_after: str = ""
    body: bytes = b""


def ask(asking: Asking, method: str, url: str, most_bytes: int = 0) -> Answer:
    """Send one request, follow nothing; never raises for what a host does.

    Args:
        method: ``HEAD`` or ``GET``.
        most_bytes: so much of a body is read; none by default.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return Answer(problem="no-http")
    if parts.scheme not in ("http", "https") or not host:
        return Answer(problem="no-http")
    port = port or (443 if parts.scheme == "https" else 80)
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
        address = checked_address(host, port, private=f"{host}:{port}" in asking.stand_ins)
    except NotAllowed:
        return Answer(problem="not-allowed")
    except socket.gaierror as error:
        is_unknown = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", -5))
        return Answer(problem="no-such-host" if is_unknown else "unreachable")
    except (OSError, ValueError):
        return Answer(problem="unreachable")
    target = _quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else "")
    try:
        plain = socket.create_connection((address, port), timeout=asking.seconds)
    except TimeoutError:
        return Answer(problem="timeout")
    except OSError:
        return Answer(problem="unreachable")
    is_over: list[bool] = []
    timer = Timer(asking.seconds, _end, (plain, is_over))
    timer.daemon = True
    timer.start()
    connection = http.client.HTTPConnection(host, port, timeout=asking.seconds)
    try:
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=host)
            if parts.scheme == "https"
            else plain
        )
        if is_over:
            raise TimeoutError
        connection.request(method, target, headers={"User-Agent": asking.agent, "Accept": "*/*"})
        answer = connection.getresponse()
        return Answer(
            answer.status,
            location=_target(url, answer.getheader("Location") or "", answer.status),
            retry_after=answer.getheader("Retry-After") or "",
            body=answer.read(most_bytes) if most_bytes else b"",
        )
    except TimeoutError:
        return Answer(problem="timeout")
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(problem="timeout" if is_over else "unreachable")
    finally:
        timer.cancel()
        connection.close()
        plain.close()


def _end(plain: socket.socket, is_over: list[bool]) -> None:
    is_over.append(True)
    try:
        plain.shutdown(socket.SHUT_RDWR)
    except OSError:
        plain.close()


def _quoted(text: str) -> str:
    """What may stand in a request line; what a page wrote as a letter is sent as bytes."""
    return quote(text, safe=_PLAIN, errors="replace")


def _target(url: str, location: str, status: int) -> str:
    """The absolute address a redirect leads to, empty where it is none."""
    if status not in _REDIRECTS or not location:
        return ""
    try:
        # A header is bytes; what is not ASCII in it is mostly UTF-8.
        text = location.encode("latin-1", "replace").decode("utf-8", "replace")
        return urljoin(url, text)
    except ValueError:
        return ""


def follow(
    asking: Asking, method: str, url: str, may_ask: Callable[[str], str] = lambda url: ""
) -> Answer:
    """Ask and follow redirects; each address is asked for first.

    Args:
        may_ask: gives the problem that forbids to ask an address, empty where none does; it
            may wait.
    """
    for _hop in range(MOST_HOPS + 1):
        if problem := may_ask(url):
            return Answer(problem=problem)
        answer = ask(asking, method, url)
        if not answer.location:
            return answer
        url = answer.location
    return Answer(problem="too-many-redirects")
