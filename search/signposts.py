"""The emergency card: the site's own numbers above everything, by fixed phrases alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from citewell.organisation.furniture import Number, furniture
from citewell.organisation.models import NumberKind
from search.emergency.matcher import CRISIS, EMERGENCY, sounds_like

# Which numbers stand on the card and in which order.
_NUMBERS = {
    EMERGENCY: (NumberKind.EMERGENCY, NumberKind.URGENT),
    CRISIS: (NumberKind.CRISIS, NumberKind.EMERGENCY),
}


@dataclass(frozen=True)
class Signpost:
    """What the card says: a heading, the numbers to call, where the first one leads."""

    kind: str
    text: str
    numbers: Sequence[Number]

    @property
    def url(self) -> str:
        """The address of the first number; empty where the site has entered none."""
        return self.numbers[0].href if self.numbers else ""


def signpost(request: HttpRequest, text: str, language: str) -> Signpost | None:
    """The card for a query, None where it does not sound like an emergency."""
    kind = sounds_like(text, language)
    if not kind:
        return None
    site = furniture(request)
    numbers = [
        number
        for wanted in _NUMBERS[kind]
        for number in (site.numbers if site else ())
        if number.kind == wanted
    ]
    return Signpost(kind, _heading(kind), numbers)


def _heading(kind: str) -> str:
    if kind == CRISIS:
        return _("You are not alone. Talk to somebody now.")
    return _("If this is happening now, get emergency help.")
