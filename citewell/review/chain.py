"""The chain of sign-offs: how its entries are hashed, linked and checked. Pure.

An entry's hash is SHA-256 over the line ``citewell-signoff-1`` and the JSON of its members
(UTF-8, keys sorted, no space between tokens; texts, whole numbers, true, false, null, lists
and objects alone, times as ISO 8601 in UTC with microseconds). One member is the hash of
the entry before it, so no entry can be changed, taken out or moved without every later hash
changing; the first stands on 64 zeros. Each site has a chain of its own, counted from 1.

The signer stands in it as a commitment: SHA-256 over ``citewell-signer-1``, a random salt
and the JSON of name, credentials and registration. The clear text is kept beside the chain
and can be erased with its salt; what is left tells nobody who it was, and still verifies.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

ENTRY = b"citewell-signoff-1\n"
SIGNER = b"citewell-signer-1\n"
START = "0" * 64
"""What the first entry of a chain stands on."""


@dataclass(frozen=True)
class Signer:
    """Somebody as they stood when they signed."""

    name: str
    credentials: str = ""
    registration_body: str = ""
    registration_number: str = ""
    registration_link: str = ""
    registration_checked_on: str = ""


@dataclass(frozen=True)
class Fault:
    """Something wrong with a chain: where, and what, in a sentence."""

    site: int
    number: int
    message: str


@dataclass(frozen=True)
class Link:
    """What checking needs of an entry: its place, its members, its hash."""

    site: int
    number: int
    members: Mapping[str, Any]
    previous: str
    hash: str


def entry_hash(members: Mapping[str, Any]) -> str:
    """The hash of an entry with these members, ``previous`` among them."""
    return hashlib.sha256(ENTRY + encoded(members)).hexdigest()


def new_salt() -> str:
    """256 random bits, as 64 hexadecimal digits."""
    return secrets.token_hex(32)


def commitment(signer: Signer, salt: str) -> str:
    """The hash that binds an entry to its signer and tells nothing about them."""
    return hashlib.sha256(SIGNER + salt.encode() + b"\n" + encoded(asdict(signer))).hexdigest()


def encoded(members: Mapping[str, Any]) -> bytes:
    """The JSON of an entry's members, the same everywhere."""
    text = json.dumps(members, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def instant(time: datetime) -> str:
    """A time as it is hashed: ``2026-05-03T09:30:00.000000+00:00``."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def broken(links: Iterable[Link]) -> Iterator[Fault]:
    """The faults of one site's entries, given in their stored order; holds one at a time."""
    before, number = START, 0
    for link in links:
        if link.number != number + 1:
            yield Fault(
                link.site, link.number, f"Entry {number + 1} is missing or stands in another place."
            )
        if link.previous != before:
            yield Fault(link.site, link.number, "It does not stand on the entry before it.")
        if entry_hash(link.members) != link.hash:
            yield Fault(link.site, link.number, "It was altered after it was signed.")
        before, number = link.hash, link.number
