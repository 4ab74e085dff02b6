"""Tells the owners of pages that a source they stand on was retracted, or no longer is."""

import logging
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Page

from citewell.findings.owners import owner_of
from citewell.references.source import Source
from citewell.references.usage_model import SourceUsage
from citewell.references.watching.model import SourceStatusChange

logger = logging.getLogger(__name__)


def tell_owners() -> int:
    """Send each owner one mail of all that nobody was told of yet; how many were sent.

    What could not be sent is tried again next time. Of a source that was retracted and
    reinstated meanwhile, what holds now is told.
    """
    changes = SourceStatusChange.objects.filter(told_at=None).exclude(
        was_retracted=F("is_retracted")
    )
    waiting = list(changes.order_by("pk").select_related("source"))
    sources = {change.source_id: change.source for change in waiting}
    sent, failed = 0, set()
    for owner, pages in _pages_by_owner(sources).items():
        try:
            _message(owner, pages).send()
            sent += 1
        except Exception:
            logger.exception("The mail of retractions for user %s could not be sent", owner.pk)
            failed |= {source.pk for _page, cited in pages for source in cited}
    told = [change.pk for change in waiting if change.source_id not in failed]
    SourceStatusChange.objects.filter(pk__in=told).update(told_at=timezone.now())
    return sent


def _pages_by_owner(sources: dict[int, Source]) -> dict[Any, list[tuple[Page, list[Source]]]]:
    """By owner the pages, live or drafts, that cite these sources, each with those it cites."""
    cited: dict[int, set[int]] = {}
    usages = SourceUsage.objects.filter(source__in=sources.values())
    for page_id, source_id in usages.values_list("page", "source").distinct():
        cited.setdefault(page_id, set()).add(source_id)
    found: dict[Any, list[tuple[Page, list[Source]]]] = {}
    pages = Page.objects.filter(pk__in=cited, alias_of=None).select_related("owner")
    for page in pages.order_by("title", "pk").specific():
        if owner := owner_of(page):
            its = [sources[key] for key in sorted(cited[page.pk])]
            found.setdefault(owner, []).append((page, its))
    return found


def _message(owner: Any, pages: Iterable[tuple[Page, list[Source]]]) -> EmailMessage:
    """The mail: each page with its address in the editor, and what became of its sources."""
    base = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")
    listed = [
        (page, base + reverse("wagtailadmin_pages:edit", args=[page.pk]), sources)
        for page, sources in pages
    ]
    is_retracted = any(source.is_retracted for _page, _url, its in listed for source in its)
    if is_retracted:
        subject = ngettext(
            "%(count)d page cites a retracted source",
            "%(count)d pages cite a retracted source",
            len(listed),
        )
    else:
        subject = ngettext(
            "A source of %(count)d page is no longer retracted",
            "A source of %(count)d pages is no longer retracted",
            len(listed),
        )
    context = {"user": owner, "pages": listed}
    text = render_to_string("citewell/references/status_mail.txt", context)
    return EmailMessage(subject % {"count": len(listed)}, text, to=[owner.email])
