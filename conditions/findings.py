"""What the conditions room looks for before a page goes live."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from citewell.findings.registry import Finding, Level, register
from conditions.models import ConditionPage

URGENCIES = ["emergency", "urgent", "routine"]


@register("when-to-get-help", gettext_lazy("Conditions that do not say when to get help"))
def when_to_get_help(page: Page) -> Iterator[Finding]:
    """A condition page has care cards, the most urgent first."""
    if not isinstance(page, ConditionPage):
        return
    cards = [card.value.get("urgency") for card in page.when_to_get_help]
    known = [URGENCIES.index(urgency) for urgency in cards if urgency in URGENCIES]
    if not known:
        yield Finding(
            _("The page does not say when to get help."),
            _("Add a care card: the signs, how urgent they are and what to do."),
            field="when_to_get_help",
        )
    elif known != sorted(known):
        yield Finding(
            _("A less urgent care card stands before a more urgent one."),
            _("Readers in an emergency must not search for it."),
            field="when_to_get_help",
            level=Level.NOTICE,
        )


@register("empty-aspect", gettext_lazy("Conditions with an aspect that says nothing"))
def empty_aspect(page: Page) -> Iterator[Finding]:
    """An aspect that was begun, or stood in the form from the start, has content."""
    if not isinstance(page, ConditionPage):
        return
    for child in page.aspects:
        if not child.value:
            yield Finding(
                _("“%(aspect)s” says nothing yet.") % {"aspect": child.block.label},
                _("Write it, or take it out. Readers do not see it."),
                field="aspects",
                block_id=child.id or "",
                level=Level.NOTICE,
            )
