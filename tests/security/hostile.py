"""Hostile requests, as many as wanted, the same for the same seed.

A request is a WSGI environment, so that what no client library would send is sent too:
raw bytes in paths, lengths that lie, methods that do not exist.
"""

import io
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tests.security.addresses import Address, every_address

PIECES = (
    "\x00", "%00", "\xff\xfe", "\xc3\x28", "\xed\xa0\x80", "\xf0\x9f\x92\xa9", "%", "%%", "%zz",
    "..", "../" * 8,
    "..%2f..%2fetc/passwd", "//", "\\", "\r\nX-Injected: 1", "\t", " ", "'", '"', "' OR 1=1--",
    "<script>alert(1)</script>",
    "{{ 7*7 }}", "{% debug %}", "${jndi:ldap://x}", "$(id)", "`id`", "|",
    "\u0663".encode().decode("latin-1"),
    "-1", "0", "1", "00", "1e309", "NaN", "9" * 19, "9" * 40, "9" * 5000, "-" + "9" * 30, "1.5",
    "true", "null",
    "[]", "[" * 40, "(" * 40, "*", "*,*", "-*", "a" * 3000, "\u202e".encode().decode("latin-1"),
    "İ".encode().decode("latin-1"),
    "(a+)+$", "a" * 60 + "!", ":", "::", "id:1", "@", "~", ".", ",", ",,,", ";", "&&", "=", "+",
    "#", "?",
)  # fmt: skip
PARAMETERS = (
    "q", "query", "search", "page", "p", "limit", "offset", "order", "fields", "type",
    "child_of", "ancestor_of",
    "descendant_of", "translation_of", "locale", "slug", "title", "tags", "id", "html_path",
    "site", "next", "topic",
    "area", "body_area", "letter", "author", "kind", "version", "token", "language", "format",
    "size", "from", "to",
    "month", "year", "date", "rev", "preview", "in_preview_panel", "mode", "return_url",
    "password", "email", "name",
    "show_in_menus", "first_published_at", "seo_title", "condition", "conditions", "symptom",
    "style", "number",
    "utm_source", "_method", "callback", "csrfmiddlewaretoken", "choice", "helpful", "comment",
    "text", "address",
)  # fmt: skip
METHODS = ("GET",) * 10 + (
    "POST", "POST", "POST", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
    "PROPFIND", "get", "GARBAGE",
    "G" * 200,
)  # fmt: skip
HEADERS: dict[str, tuple[str, ...]] = {
    "HTTP_HOST": (
        "evil.example", "localhost:99999", "localhost:abc", "[::1", "", "a" * 300,
        "localhost\x00", "lo calhost", "127.0.0.1.", "testserver@evil",
    ),
    "HTTP_ACCEPT_LANGUAGE": (
        "*", "pl;q=x", "ar," * 300, "x" * 600, "en-gb;q=1e9", "\xff", "i-klingon", "-",
        "pl-" * 30, "zz;q=-1",
    ),
    "HTTP_COOKIE": (
        "sessionid=" + "x" * 32, "sessionid=\x00", "csrftoken=\xff\xff", "=;=;=", "a" * 8000,
        "messages=W1tdXQ", "sessionid=../../x", "__Host-sessionid=1",
        "django_language=../../etc",
    ),
    "HTTP_IF_NONE_MATCH": ('"', "*", 'W/"', '"' + "a" * 3000 + '"', "\xff"),
    "HTTP_IF_MODIFIED_SINCE": (
        "x", "Sun, 06 Nov 9999 08:49:37 GMT", "Thu, 01 Jan 0000 00:00:00 GMT", "9" * 50,
        "Sun Nov 99 99:99:99 1994",
    ),
    "HTTP_RANGE": (
        "bytes=0-", "bytes=9-1", "bytes=" + "0-1," * 500, "lines=1",
        "bytes=-99999999999999999999",
    ),
    "HTTP_ACCEPT": (
        "", "*/*;q=x", "application/" + "x" * 900, "text/html;level=\x00", "image/svg+xml",
        ";;;", "a/b/c",
    ),
    "HTTP_ACCEPT_ENCODING": (
        "", "br;q=0", "identity;q=0", "gzip;q=nan", "x" * 900, "*;q=0", ",,,", "br,\xff",
    ),
    "HTTP_X_FORWARDED_FOR": ("x", "1.2.3.4, " * 300, "::ffff:999.1.1.1", "", "\x00", "127.0.0.1"),
    "HTTP_X_FORWARDED_HOST": ("evil.example",),
    "HTTP_X_FORWARDED_PROTO": ("https", "ftp", "https,http"),
    "HTTP_X_REQUESTED_WITH": ("XMLHttpRequest",),
    "HTTP_X_HTTP_METHOD_OVERRIDE": ("DELETE",),
    "HTTP_REFERER": ("\xff", "http://[", "javascript:alert(1)", "http://" + "a" * 3000),
    "HTTP_ORIGIN": ("null", "http://[", "http://evil.example"),
    "HTTP_USER_AGENT": ("", "\x00", "x" * 5000, "\xff\xfe"),
    "HTTP_AUTHORIZATION": (
        "Bearer x", "Basic !!!", "Bearer " + "x" * 4000, "Token \xff", "Basic Og==",
    ),
    "HTTP_TRANSFER_ENCODING": ("chunked",),
    "HTTP_EXPECT": ("100-continue",),
}  # fmt: skip
TYPES = (
    "application/x-www-form-urlencoded", "application/json", "multipart/form-data",
    "multipart/form-data; boundary=b",
    "multipart/form-data; boundary=" + "b" * 300, "multipart/form-data; boundary=\xff",
    "text/plain; charset=nonsense",
    "application/json; charset=utf-7", "application/x-www-form-urlencoded; charset=utf-16", "",
    "\x00", "application/xml",
)  # fmt: skip
BODIES = (
    b"", b"\x00", b"\xff\xfe\x00", b"{", b"[" * 20_000, b'{"a":' * 5_000, b"null",
    b'{"id": 1e400}', b"a=%", b"a=%ff%fe&b=%00",
    b"&" * 3_000, b"=" * 50, b"a=1&" * 1_000,
    b'--b\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nx',
    b'--b\r\nContent-Disposition: form-data; name="f"; filename="../../\x00"\r\n'
    b"Content-Type: \xff\r\n\r\nx\r\n--b--\r\n",
    b"--b\r\nContent-Disposition: form-data\r\n\r\n\r\n--b--", b"--b--",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    b"x" * 200_000,
)  # fmt: skip


def requests(
    seed: int, count: int, values: dict[str, list[object]], known: list[str]
) -> Iterator[dict[str, Any]]:
    """``count`` environments.

    Args:
        values: by name of a parameter of an address, what exists.
        known: paths of pages and files that exist.
    """
    chance = random.Random(seed)
    # The admin turns strangers away at one door; a tenth of the requests is enough for it.
    addresses = every_address()
    public = [address for address in addresses if not address.is_admin]
    admin = [address for address in addresses if address.is_admin]
    for _ in range(count):
        yield request(chance, public, admin, values, known)


def request(
    chance: random.Random,
    public: list[Address],
    admin: list[Address],
    values: dict[str, list[object]],
    known: list[str],
) -> dict[str, Any]:
    """One environment."""
    kind = chance.random()
    if kind < 0.3:
        path = chance.choice(known)
    else:
        address = chance.choice(admin if kind < 0.4 else public)
        path = address.filled(
            {name: value(chance, values.get(name, [])) for name in address.parameters}
        )
    if chance.random() < 0.4:
        place = chance.randint(1, len(path))
        path = path[:place] + chance.choice(PIECES) + path[place + chance.randint(0, 3) :]
    if chance.random() < 0.05:
        path = chance.choice(("/pl", "/ar", "/xx", "//", "/.", "")) + path
    environ: dict[str, Any] = {
        "REQUEST_METHOD": chance.choice(METHODS),
        "PATH_INFO": path.encode("utf-8", "surrogateescape").decode("latin-1")
        if any(ord(letter) > 255 for letter in path)
        else path,
        "QUERY_STRING": query(chance),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": f"10.{chance.randint(0, 255)}.{chance.randint(0, 255)}.7",
        "SCRIPT_NAME": "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name in chance.sample(list(HEADERS), chance.choice((0, 0, 1, 1, 2, 4))):
        environ[name] = chance.choice(HEADERS[name])
    body = b""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or chance.random() < 0.05:
        environ["CONTENT_TYPE"] = chance.choice(TYPES)
        body = chance.choice(BODIES) if chance.random() < 0.6 else query(chance).encode("latin-1")
        environ["CONTENT_LENGTH"] = chance.choice((str(len(body)),) * 8 + ("0", "-1", "x", "9" * 9))
    environ["wsgi.input"] = io.BytesIO(body)
    return environ


def value(chance: random.Random, existing: list[object]) -> object:
    """What stands for a parameter of an address: mostly something that exists."""
    if existing and chance.random() < 0.5:
        return chance.choice(existing)
    return chance.choice(PIECES)


def query(chance: random.Random) -> str:
    """A query string: names that rooms know, values that none expects."""
    pairs = []
    for _ in range(chance.choice((0, 1, 1, 2, 3, 6))):
        name = chance.choice(PARAMETERS) if chance.random() < 0.9 else chance.choice(PIECES)
        text = chance.choice(PIECES) * chance.choice((1, 1, 1, 3))
        pairs.append(f"{name}={quote(text.encode('latin-1')) if chance.random() < 0.7 else text}")
    joined = "&".join(pairs)
    return joined if all(ord(letter) < 256 for letter in joined) else quote(joined)
