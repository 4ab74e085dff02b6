"""A run over the links: those that waited longest first, each result kept at once."""

import socket
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from citewell.references.links.asking import Answer, Asking, ask, follow
from citewell.references.links.collecting import collect
from citewell.references.links.model import Link, LinkCheck, LinkUse
from citewell.references.links.outcomes import Outcome, is_dead, outcome_of, outcome_of_doi
from citewell.references.links.politeness import Politeness

MOST_OF_A_HOST = 200
"""Links of one host in one run, DOIs apart; the others have their turn in the next."""
BUSY = (429, 503)


@dataclass
class Checked:
    """What a run did.

    Attributes:
        links: outside links of the site.
        checked: by state, how many links that were asked in this run are now so.
        waiting: those that are due and were not asked yet; the next run begins with them.
        dead: addresses that became dead in this run.
    """

    links: int = 0
    checked: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    dead: list[str] = field(default_factory=list)


def check_links(
    *,
    days: int = 7,
    minutes: float = 60,
    pause: float = 1.0,
    sleep: Callable[[float], None] = time.sleep,
) -> Checked:
    """Check every link that was not checked for some days, as far as the time goes.

    Broken off at any moment, the next run goes on where this one stopped.

    Args:
        days: a link checked since then is left alone; one that failed is asked every day.
        minutes: begin no further link after them.
        pause: seconds between two requests to one host.
    """
    checked = Checked(links=collect())
    stand_ins = frozenset(getattr(settings, "CITEWELL_LINKS_STAND_INS", ()))
    asking = Asking(agent=_agent(), stand_ins=stand_ins)
    polite = Politeness(asking, pause, sleep)
    end = time.monotonic() + 60 * minutes
    busy: set[str] = set()
    for link in in_turn(due(days)):
        if time.monotonic() >= end:
            break
        if link.host in busy:
            continue
        answer = ask_doi(asking, polite, link.doi) if link.doi else ask_link(asking, polite, link)
        if answer.problem == "no-such-host" and not names_are_known():
            answer = Answer(problem="unreachable")  # it is we who have no network
        if answer.status in BUSY:
            busy.add(link.host)
        outcome = outcome_of_doi(answer) if link.doi else outcome_of(answer)
        was_dead = link.state == Link.State.DEAD
        keep(link, outcome, answer)
        checked.checked[link.state] = checked.checked.get(link.state, 0) + 1
        if link.state == Link.State.DEAD and not was_dead:
            checked.dead.append(link.url)
    checked.waiting = due(days).count()
    return checked


def due(days: int) -> Any:
    """The links that stand somewhere and were not checked lately, those never checked first."""
    now = timezone.now()
    failing = Q(state=Link.State.FAILED, checked_at__date__lt=timezone.localdate())
    old = Q(checked_at=None) | Q(checked_at__lt=now - timedelta(days=days)) | failing
    stands = Exists(LinkUse.objects.filter(link=OuterRef("pk")))
    return (
        Link.objects.filter(old)
        .filter(stands)
        .order_by(F("checked_at").asc(nulls_first=True), "pk")
    )


def in_turn(links: Iterable[Link]) -> Iterator[Link]:
    """The links, hosts taking turns, so that nobody waits for one of them."""
    by_host: dict[str, deque[Link]] = defaultdict(deque)
    for link in links:
        if link.doi or len(by_host[link.host]) < MOST_OF_A_HOST:
            by_host[link.host].append(link)
    hosts = deque(by_host.values())
    while hosts:
        of_host = hosts.popleft()
        yield of_host.popleft()
        if of_host:
            hosts.append(of_host)


def ask_link(asking: Asking, polite: Politeness, link: Link) -> Answer:
    """Ask for the head alone, and as a reader would where that is refused or says no."""
    answer = follow(asking, "HEAD", link.url, polite.may_ask)
    if answer.problem in ("", "unreachable") and outcome_of(answer) != Outcome.ALIVE:
        answer = follow(asking, "GET", link.url, polite.may_ask)
    return answer


def ask_doi(asking: Asking, polite: Politeness, doi: str) -> Answer:
    """Ask the DOI system whether it knows a DOI; the publisher it leads to is not asked."""
    polite.wait("doi.org")
    return ask(asking, "HEAD", f"{_doi_system()}/{quote(doi, safe='/')}")


def names_are_known() -> bool:
    """Whether this machine can look up names at all: that of the DOI system is known."""
    try:
        socket.getaddrinfo(urlsplit(_doi_system()).hostname, None)
    except OSError:
        return False
    return True


def _doi_system() -> str:
    return str(getattr(settings, "CITEWELL_DOI_SYSTEM", "https://doi.org")).rstrip("/")


@transaction.atomic
def keep(link: Link, outcome: Outcome, answer: Answer) -> None:
    """Keep what a check found, and what it makes of the link."""
    now = timezone.now()
    status = answer.status or None
    LinkCheck.objects.create(
        link=link, at=now, outcome=outcome, status=status, problem=answer.problem
    )
    history = [
        (timezone.localdate(at), Outcome(word))
        for at, word in link.checks.values_list("at", "outcome")
    ]
    link.state = state_of(outcome, is_dead(history), link.state)
    link.status, link.problem, link.checked_at = status, answer.problem, now
    if outcome == Outcome.ALIVE:
        link.alive_at = now
    link.save()


def state_of(outcome: Outcome, dead: bool, before: str) -> str:
    """The state of a link after a check; what could not be checked changes no dead link."""
    if outcome == Outcome.ALIVE:
        return Link.State.ALIVE
    if dead:
        return Link.State.DEAD
    return Link.State.FAILED if outcome == Outcome.FAILED else Link.State.UNCLEAR


def _agent() -> str:
    contact = getattr(settings, "CITEWELL_LOOKUP", {}).get("contact", "")
    return f"Citewell (mailto:{contact})" if contact else "Citewell"
