"""Which content the entries about a page cover; pure.

Being overdue never ends a cover, a withdrawal does. A minor change passes the cover of the
content before it on to the content after it. A page is high-risk when its form says so or
a signature did, also one that was withdrawn, until two people have signed the same content
as routine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

HIGH, ROUTINE = "high", "routine"


@dataclass(frozen=True)
class Entry:
    """What matters of an entry about one subject; ``details`` depends on its kind."""

    key: int
    kind: str
    content_hash: str
    signer: str
    risk: str
    details: Mapping[str, Any]


@dataclass(frozen=True)
class Coverage:
    """What the entries about one subject say.

    Attributes:
        covers: by content hash the keys of the valid sign-offs that cover it, the oldest first.
        signers: by key of a sign-off, who signed.
        risk: the risk level that the signatures left the page at.
        last: the key of the newest valid sign-off, None where there is none.
        is_routine_agreed: two people have signed the same content as routine, and nobody
            as high since.
    """

    covers: Mapping[str, tuple[int, ...]]
    signers: Mapping[int, str]
    risk: str
    last: int | None
    is_routine_agreed: bool = False

    def of(self, content_hash: str) -> tuple[int, ...]:
        """The keys of the valid sign-offs that cover this content."""
        return self.covers.get(content_hash, ())

    def is_enough(self, content_hash: str, declared_risk: str = ROUTINE) -> bool:
        """Whether content is covered, by two people where the page is high-risk."""
        signers = {self.signers[key] for key in self.of(content_hash)}
        needed = 2 if HIGH in (declared_risk, self.risk) else 1
        return len(signers) >= needed


def coverage(entries: Iterable[Entry]) -> Coverage:
    """Read the entries about one subject, in the order of the chain."""
    entries = list(entries)
    withdrawn = {entry.details.get("sign_off") for entry in entries if entry.kind == "withdrawn"}
    covers: dict[str, tuple[int, ...]] = {}
    signers: dict[int, str] = {}
    risk, last, is_agreed = ROUTINE, None, False
    routine: dict[str, set[str]] = {}
    for entry in entries:
        if entry.kind == "signed" and entry.risk == HIGH:
            risk, routine, is_agreed = HIGH, {}, False
        if entry.kind == "signed" and entry.key not in withdrawn:
            covers[entry.content_hash] = (*covers.get(entry.content_hash, ()), entry.key)
            signers[entry.key] = entry.signer
            last = entry.key
            if entry.risk != HIGH:
                agreed = routine.setdefault(entry.content_hash, set())
                agreed.add(entry.signer)
                is_agreed = is_agreed or len(agreed) > 1
                risk = ROUTINE if is_agreed else risk
        elif entry.kind == "minor" and (before := covers.get(entry.details.get("before", ""))):
            known = covers.get(entry.content_hash, ())
            covers[entry.content_hash] = tuple(dict.fromkeys((*before, *known)))
    return Coverage(covers, signers, risk, last, is_agreed)
