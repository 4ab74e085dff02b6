"""Tells other software that a page went live or was taken down; off by default.

Listens to Wagtail's signals and to :data:`citewell.pages.signals.pages_written`. Pages
behind a restriction are not told of. What is sent stands in ``docs/webhooks.md``.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from citewell.pages.signals import pages_written
from citewell.pages.visibility import denied_paths, is_denied
from operations.delivery import hand_over
from operations.models import WebhookDelivery
from operations.targets import digest, host

PUBLISHED = "page.published"
WITHDRAWN = "page.withdrawn"


def connect() -> None:
    """Listen; each listener does nothing while no address is set."""
    page_published.connect(on_published, dispatch_uid="webhook_published")
    page_unpublished.connect(on_unpublished, dispatch_uid="webhook_unpublished")
    pages_written.connect(on_written, dispatch_uid="webhook_written")


def on_published(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page went live, or a live one was changed."""
    tell(PUBLISHED, [instance])


def on_unpublished(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page was taken down, by a person, by its end, or for good."""
    tell(WITHDRAWN, [instance])


def on_written(sender: Any, page_ids: Iterable[int], **kwargs: Any) -> None:
    """Many pages were written at once; the live ones are told of."""
    if settings.CITEWELL_WEBHOOKS:
        pages = Page.objects.live().filter(pk__in=list(page_ids))
        tell(PUBLISHED, pages.select_related("locale", "alias_of"))


def tell(event: str, pages: Iterable[Page]) -> None:
    """Note one message for each public page and address; sent once all is committed."""
    targets = settings.CITEWELL_WEBHOOKS
    if not targets:
        return
    denied = denied_paths(None)
    messages = [message(event, page) for page in pages if not is_denied(page, denied)]
    deliveries = WebhookDelivery.objects.bulk_create(
        WebhookDelivery(event=event, payload=payload, host=host(url), target=digest(url))
        for payload in messages
        for url in targets
    )
    keys = [delivery.pk for delivery in deliveries]
    transaction.on_commit(lambda: hand_over(keys))


def message(event: str, page: Page) -> dict[str, Any]:
    """What is sent: only what everybody may read."""
    return {
        "event": event,
        "at": timezone.now().isoformat(timespec="seconds"),
        "page": {
            "id": page.pk,
            "type": (page.specific_class or type(page))._meta.label,
            "title": page.title,
            "url": page.full_url,
            "locale": page.locale.language_code,
            "detail_url": f"{settings.WAGTAILAPI_BASE_URL}/api/v2/pages/{page.pk}/",
        },
    }
