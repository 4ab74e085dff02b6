"""What editors are told of dead links: at sources, in the findings of pages, on the board."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from citewell.findings.board import Fact, facts, register_board_rows
from citewell.findings.registry import REGISTRY, Finding, Level, register
from citewell.references.citing.status import Kind, Status, register_statuses
from citewell.references.links.model import Link, LinkUse
from citewell.references.source import Source


def dead_links_of(sources: Collection[Source]) -> dict[int, list[Status]]:
    """The dead addresses of these sources, with where an archive would have a copy; one query."""
    found: dict[int, list[Status]] = {}
    uses = LinkUse.objects.filter(
        source__in=[one.pk for one in sources], link__state=Link.State.DEAD
    )
    for use in uses.select_related("link"):
        words = _("Its address is gone: %(url)s. An archive may have a copy.")
        status = Status(
            Kind.DEAD_LINK,
            words % {"url": use.link.url},
            use.link.archived_url,
            is_for_readers=False,
        )
        found.setdefault(use.source_id or 0, []).append(status)
    return found


register_statuses(dead_links_of, for_editors=True)


@REGISTRY.before_many
def load_dead_links(pages: list[Any]) -> None:
    """The dead links of many pages with one query."""
    found: dict[int, list[LinkUse]] = {page.pk: [] for page in pages if page.pk}
    for use in dead_uses().filter(page__in=list(found)):
        found[use.page_id].append(use)
    for page in pages:
        page._dead_links = found.get(page.pk, [])


@register("dead-link", gettext_lazy("Links that are dead"))
def dead_link(page: Page) -> Iterator[Finding]:
    """An outside link of the live page that failed on three days."""
    uses = getattr(page, "_dead_links", None)
    if uses is None:
        uses = list(dead_uses().filter(page=page.pk)) if page.pk else []
    for use in uses:
        field, _dot, block_id = use.place.partition(".")
        yield Finding(
            _("A link is dead: %(url)s") % {"url": use.link.url},
            _("Take it out, or lead to a copy if one is archived: %(url)s")
            % {"url": use.link.archived_url},
            field=field,
            block_id=block_id,
            level=Level.NOTICE,
        )


def dead_uses() -> Any:
    """Pages that lead to what is dead, each with its link."""
    uses = LinkUse.objects.filter(link__state=Link.State.DEAD, page__isnull=False)
    return uses.select_related("link").order_by("pk")


def dead_on(keys: Collection[int]) -> Any:
    """The dead links of these pages."""
    return facts(dead_uses().filter(page__in=keys), F("page"), url="link__url")


def say(known: Sequence[Fact]) -> Any:
    """How many dead links a page has."""
    return _("Dead links: %(number)d.") % {"number": len(known)}


register_board_rows(
    "dead-links",
    gettext_lazy("Have dead links"),
    pages=lambda: dead_uses().order_by().values("page"),
    facts=dead_on,
    say=say,
)
