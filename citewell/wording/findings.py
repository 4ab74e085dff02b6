"""What the wording room looks for: hints for editors, none of which ever blocks."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from citewell.findings.registry import REGISTRY, Finding, Level, register
from citewell.wording.advertising import Hit, hits
from citewell.wording.passages import passages_of
from citewell.wording.rules import load_rules

REGISTRY.before_many(load_rules)


@register("advertising-words", gettext_lazy("Advertising words"), is_hint=True)
def advertising_words(page: Page) -> Iterator[Finding]:
    """Words a regulator's reader would object to, each with the rule, why, and better words."""
    for hit in advertising_hits(page):
        yield Finding(
            _("“%(words)s” %(wrong)s.") % {"words": hit.words, "wrong": hit.rule.title},
            explained(hit),
            field=hit.passage.field,
            block_id=hit.passage.block_id,
            level=Level.NOTICE,
            action=_("Leave it, with a reason") if page.pk else "",
            address=reverse("wording_dismiss", args=[page.pk, hit.key]) if page.pk else "",
        )


def advertising_hits(page: Page) -> Iterator[Hit]:
    """What the rules find in a specific page as it stands and nobody dismissed."""
    if not hasattr(page, "wording_rules"):
        load_rules([page])
    sells = bool(getattr(page, "selling", False))
    passages = passages_of(page)
    for hit in hits(passages, page.wording_rules, title=page.title, sells=sells):
        if hit.key not in page.wording_dismissed:
            yield hit


def explained(hit: Hit) -> str:
    """Why a regulator objects, better words, where the rule stands."""
    parts = [hit.rule.why]
    if hit.rule.better:
        parts.append(_("Better: %(words)s") % {"words": hit.rule.better})
    if hit.rule.source:
        parts.append(_("Rule: %(address)s") % {"address": hit.rule.source})
    return " ".join(part for part in parts if part)
