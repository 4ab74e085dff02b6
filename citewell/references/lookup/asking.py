"""Ask a server over HTTP: a timeout, a few retries with growing pauses, a bounded answer.

Only the servers an installation names are asked. A redirect to another host is not followed, so no
answer can send a question elsewhere.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from citewell.references.lookup.model import Configuration, NotReached

MOST_BYTES = 5_000_000
_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_LONGEST_PAUSE = 30.0
_CHUNK = 65_536


class _SameHost(HTTPRedirectHandler):
    """Follow a redirect to the same scheme, host and port alone."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        asked, sent = urlsplit(req.full_url), urlsplit(newurl)
        if (asked.scheme, asked.netloc) != (sent.scheme, sent.netloc):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = build_opener(_SameHost)


def ask(
    address: str,
    configuration: Configuration,
    accept: str,
    sleep: Callable[[float], None] = time.sleep,
) -> bytes | None:
    """Return what stands at `address`, None where the server says there is nothing (404, 410).

    Raises:
        NotReached: after the last try, or where trying again cannot help.
    """
    if not address.startswith(("https://", "http://")):
        raise NotReached("The look-up address is neither http nor https.")
    request = Request(  # noqa: S310 (only http and https, see above)
        address,
        headers={
            "Accept": accept,
            "User-Agent": f"Citewell (mailto:{configuration.contact})",
        },
    )
    for attempt in range(configuration.retries + 1):
        pause = configuration.backoff * 2**attempt
        try:
            with _OPENER.open(request, timeout=configuration.timeout) as answer:
                return _read(answer, configuration.timeout)
        except HTTPError as error:
            error.close()
            if error.code in (404, 410):
                return None
            _give_up(error)
            pause = max(pause, _asked_pause(error.headers.get("Retry-After", "")))
        except (URLError, HTTPException, OSError):
            pass
        if pause > _LONGEST_PAUSE:
            raise NotReached("The server asks for a longer pause; try again later.")
        if attempt < configuration.retries:
            sleep(pause)
    raise NotReached("The server could not be reached; try again later.")


def _read(answer: HTTPResponse, seconds: float) -> bytes:
    """The whole answer, as far as it comes in time and is no larger than a reference can be."""
    data = bytearray()
    end = time.monotonic() + seconds
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > MOST_BYTES:
            raise NotReached("The answer is too large to be a reference.")
        if time.monotonic() > end:
            raise TimeoutError
    if answer.length:
        raise TimeoutError  # broken off before the length it had named
    return bytes(data)


def _give_up(error: HTTPError) -> None:
    """Raise where asking again cannot help."""
    if 300 <= error.code < 400:
        raise NotReached("The server sends on to another host, which is not followed.") from None
    if error.code not in _AGAIN:
        raise NotReached(f"The server refused the question ({error.code}).") from None


def _asked_pause(text: str) -> float:
    """The seconds a server asks for, as a number or until a date; 0 where it asks for none."""
    if text.strip().isdecimal():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
