"""Ask a server over HTTP: a timeout, a few retries with growing pauses, a bounded answer."""

import time
from collections.abc import Callable
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from citewell.references.lookup.model import Configuration, NotReached

MOST_BYTES = 5_000_000
_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_LONGEST_PAUSE = 30.0


class _HttpOnly(HTTPRedirectHandler):
    """Follow a redirect to http and https alone."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if not newurl.startswith(("https://", "http://")):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = build_opener(_HttpOnly)


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
                data = bytes(answer.read(MOST_BYTES + 1))
            if len(data) > MOST_BYTES:
                raise NotReached("The answer is too large to be a reference.")
            return data
        except HTTPError as error:
            error.close()
            if error.code in (404, 410):
                return None
            if error.code not in _AGAIN:
                raise NotReached(f"The server refused the question ({error.code}).") from None
            pause = max(pause, _asked_pause(error.headers.get("Retry-After", "")))
        except (URLError, HTTPException, OSError):
            pass
        if attempt < configuration.retries:
            sleep(min(pause, _LONGEST_PAUSE))
    raise NotReached("The server could not be reached; try again later.")


def _asked_pause(text: str) -> float:
    """The seconds a server asks for; 0 where it names a date or nothing."""
    return float(text) if text.strip().isdecimal() else 0.0
