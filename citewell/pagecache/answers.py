"""An answer as it is kept, and whether one may be kept. Pure: no Django.

Kept are the bodies as browsers want them, compressed once for all who come; the plain
body, which hardly anybody asks for, is made from them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import brotli

Headers = list[tuple[str, str]]

KINDS = ("text/", "application/json", "application/xml", "application/atom", "application/rss")
LARGEST = 2_000_000
"""Bytes of a body; a longer one is not kept."""
LEAST = 400
"""Bytes below which compressing saves nothing."""
MADE_ANEW = {"content-encoding", "content-length", "etag", "vary", "connection", "date"}
PRIVATE = ("private", "no-store", "no-cache", "max-age=0")
FORM_TOKENS = (b"csrfmiddlewaretoken", b"csrf-token")
OVERHEAD = 2_000
"""Bytes an answer takes in memory beside its bodies, roughly."""


def may_be_kept(status: str, headers: Headers, harmless_vary: frozenset[str]) -> bool:
    """Whether headers allow it: 200, text, for everybody, no cookie, nothing signed once."""
    values: dict[str, str] = {}
    for name, value in headers:
        name = name.lower()
        values[name] = f"{values[name]}, {value}" if name in values else value
    length = values.get("content-length", "0")
    varies = {part.strip().lower() for part in values.get("vary", "").split(",")} - {""}
    control = values.get("cache-control", "").lower().replace(" ", "")
    policies = [value for name, value in values.items() if name.startswith("content-security-")]
    return (
        status.startswith("200")
        and "set-cookie" not in values
        and values.get("content-type", "").startswith(KINDS)
        and varies <= harmless_vary
        and not any(word in control for word in PRIVATE)
        and not any("'nonce-" in policy for policy in policies)
        and values.get("content-encoding", "identity") in {"identity", "br", "gzip"}
        and (length.isdigit() and int(length) <= LARGEST)
    )


def decoded(body: bytes, headers: Headers) -> bytes:
    """A body without its compression."""
    coding = next((value for name, value in headers if name.lower() == "content-encoding"), "")
    if coding == "br":
        return bytes(brotli.decompress(body))
    return gzip.decompress(body) if coding == "gzip" else body


def holds_token(body: bytes) -> bool:
    """Whether a plain body has the token of a form in it, which is one visitor's alone."""
    return any(token in body for token in FORM_TOKENS)


def accepted_coding(accept_encoding: str) -> str:
    """``br``, ``gzip`` or empty: the best that a browser says it reads."""
    offered = {}
    for part in accept_encoding.lower().split(","):
        name, _, weight = part.strip().partition(";")
        offered[name.strip()] = weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return next((coding for coding in ("br", "gzip") if offered.get(coding)), "")


@dataclass(frozen=True)
class Answer:
    """A page as it is given to everybody, until ``until`` (seconds since 1970)."""

    headers: tuple[tuple[str, str], ...]
    bodies: Mapping[str, bytes]
    """By coding; the plain body, under an empty name, only where it is short."""
    tag: str
    until: float
    is_smallest: bool = False
    """Whether :meth:`smallest` has been at it."""

    @classmethod
    def of(cls, headers: Headers, body: bytes, until: float) -> Answer:
        """Keep a plain ``body`` with those of its ``headers`` that do not depend on coding."""
        kept = [(name, value) for name, value in headers if name.lower() not in MADE_ANEW]
        if not any(name.lower() == "cache-control" for name, _ in kept):
            kept.append(("Cache-Control", "no-cache"))  # browsers keep it, and ask each time
        kept.append(("Vary", "Accept-Encoding"))
        if len(body) < LEAST:
            bodies = {"": body}
        else:
            bodies = {
                "br": bytes(brotli.compress(body, quality=5)),
                "gzip": gzip.compress(body, 6, mtime=0),
            }
        return cls(tuple(kept), bodies, hashlib.sha256(body).hexdigest()[:24], until)

    @property
    def size(self) -> int:
        """Bytes it takes in memory, roughly."""
        return OVERHEAD + sum(map(len, self.bodies.values()))

    def smallest(self) -> Answer:
        """The same in an eighth fewer bytes, for some 30 ms: for pages that are asked for again."""
        bodies = dict(self.bodies)
        if "br" in bodies:
            bodies["br"] = bytes(brotli.compress(brotli.decompress(bodies["br"]), quality=11))
        return replace(self, bodies=bodies, is_smallest=True)

    def body(self, accept_encoding: str) -> tuple[str, bytes]:
        """The coding and the body for a browser that accepts so."""
        coding = accepted_coding(accept_encoding)
        if coding in self.bodies:
            return coding, self.bodies[coding]
        if "" in self.bodies:
            return "", self.bodies[""]
        return "", gzip.decompress(self.bodies["gzip"])

    def to_bytes(self) -> bytes:
        """For a file or Redis: a line of JSON, then the bodies one after the other."""
        head = {
            "headers": self.headers,
            "bodies": [[coding, len(body)] for coding, body in self.bodies.items()],
            "tag": self.tag,
            "until": self.until,
            "is_smallest": self.is_smallest,
        }
        return json.dumps(head).encode() + b"\n" + b"".join(self.bodies.values())

    @classmethod
    def from_bytes(cls, kept: bytes) -> Answer:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: something else, or a part of it.
        """
        line, _, rest = kept.partition(b"\n")
        try:
            head = json.loads(line)
            bodies = {}
            for coding, length in head["bodies"]:
                bodies[coding], rest = rest[:length], rest[length:]
                if len(bodies[coding]) != length:
                    raise ValueError("cut short")
            headers = tuple((str(name), str(value)) for name, value in head["headers"])
            return cls(
                headers, bodies, str(head["tag"]), float(head["until"]), bool(head["is_smallest"])
            )
        except (KeyError, TypeError) as error:
            raise ValueError("not an answer") from error


def is_known(tag: str, if_none_match: str) -> bool:
    """Whether a browser's ``If-None-Match`` names an answer of this tag, in any coding."""
    if not if_none_match:
        return False
    tags: Iterable[str] = (part.strip().removeprefix("W/") for part in if_none_match.split(","))
    return any(part == "*" or part.strip('"').split("-")[0] == tag for part in tags)
