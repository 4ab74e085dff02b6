"""From a search to the editors' list: counted in memory, told when many met the same words."""

import datetime
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from citewell.people.models import Person
from search.learning.meetings import Meetings
from search.learning.models import UnansweredWords
from search.learning.units import units
from search.understanding.query import Query
from search.understanding.text import words

# Different visitors who must have met words within one day before anybody is told.
K: Final = 5
KEPT_DAYS: Final = 90
# Seconds for which the names of the site's people are remembered.
REMEMBERED: Final = 300


@lru_cache(maxsize=1)
def meetings() -> Meetings:
    """The counts of this server; first asked for before it forks (`search.apps`)."""
    return Meetings()


def note(request: HttpRequest, text: str, query: Query, *, found: bool) -> str:
    """Count the words of a search; gives the token by which a choice among results is told.

    "" where nothing is counted: switched off, or words that may be nobody's business.
    """
    if not settings.CITEWELL_SEARCH_LEARNING:
        return ""
    told = units(query, text, _people())
    today = _today()
    whole = [one for one in told if set(one.split()) == set(query.meaningful)]
    if found:  # parts of a query that was answered say nothing
        told = whole
    kind = UnansweredWords.Kind.UNCHOSEN if found else UnansweredWords.Kind.NOTHING
    for one in told:
        # Of words that were answered the visitor at hand may still choose: one more must come.
        enough = K + 1 if found else K
        if meetings().met(one, _visitor(request), today) >= enough:
            _tell(one, query.language, kind)
    return meetings().token(whole[0], today) if found and whole else ""


def chosen(token: str) -> None:
    """A result was chosen by somebody who met these words: they are not unanswered today."""
    meetings().chosen(token, _today())


def forget_old() -> int:
    """Delete what has been kept long enough; how many rows that were."""
    return UnansweredWords.objects.filter(until__lte=timezone.localdate()).delete()[0]


def _tell(words_: str, language: str, kind: str) -> None:
    forget_old()
    today = timezone.localdate()
    last = today + datetime.timedelta(days=KEPT_DAYS - 6)
    monday = last + datetime.timedelta(days=-last.weekday() % 7)
    UnansweredWords.objects.update_or_create(
        words=words_[:200], language=language, defaults={"kind": kind, "until": monday}
    )


def _today() -> int:
    return timezone.localdate().toordinal()


def _visitor(request: HttpRequest) -> str:
    """The network address: of IPv6 the part a household has. Kept as a keyed hash alone."""
    address = request.META.get("REMOTE_ADDR", "")
    if address in settings.CITEWELL_TRUSTED_PROXIES:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
        address = forwarded or address
    try:
        if ip_address(address).version == 6:
            return str(ip_network(f"{address}/64", strict=False))
    except ValueError:
        return ""
    return address


def _people() -> frozenset[str]:
    """The words of the names of the site's people."""
    held: frozenset[str] | None = cache.get("search-people")
    if held is None:
        names = Person.objects.values_list("name", flat=True)
        held = frozenset(word for name in names for word in words(name))
        cache.set("search-people", held, REMEMBERED)
    return held
