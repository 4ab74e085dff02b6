"""Who may paste, and writing down what they said of each reference."""

from typing import Any

from django.http import QueryDict
from wagtail.permissions import policy_registry

from citewell.references.pasted import PastedList, PastedReference
from citewell.references.source import Source

_Decision = PastedReference.Decision


def may_add(user: Any) -> bool:
    """Whether somebody may add sources, and so paste."""
    return bool(policy_registry.get_by_type(Source).user_has_permission(user, "add"))


def write_down(pasted: PastedList, said: QueryDict, most: int) -> None:
    """Keep the ticks and choices of a form.

    Args:
        pasted: the list.
        said: what was sent: the places that were ``on_page``, those ticked to ``save``, and
            ``decision-<place>`` where a person chose.
        most: how many references a form shows; what is sent beyond is not looked at.
    """
    places = [place for place in said.getlist("on_page")[:most] if place.isdecimal()]
    waiting = pasted.references.filter(outcome=PastedReference.Outcome.WAITS)
    ticked, changed = set(said.getlist("save")), []
    for reference in waiting.filter(place__in=[place for place in places if len(place) < 9]):
        decision = said.get(f"decision-{reference.place}")
        if decision is None:
            decision = _Decision.SAVE if str(reference.place) in ticked else _Decision.LEAVE
        if decision in _Decision.values and decision != reference.decision:
            reference.decision = decision
            changed.append(reference)
    PastedReference.objects.bulk_update(changed, ["decision"])
